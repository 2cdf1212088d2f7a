import type { Connection } from "../connection.ts";

/** `prepared_at` is when the candidate last chose to prepare for the posting. */
export async function createTailoring(db: Connection): Promise<void> {
  await db.schema
    .createTable("tailoring_posting")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("url", "text")
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("added_at", "text", (column) => column.notNull())
    .addColumn("prepared_at", "text")
    .execute();
}
