import type { Connection } from "../connection.ts";

/** A posting is closed, never deleted, while its board is kept; an application holds its own history. */
export async function createJobs(db: Connection): Promise<void> {
  await db.schema
    .createTable("job_source")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("board", "text", (column) => column.notNull())
    .addColumn("added_at", "text", (column) => column.notNull())
    .addColumn("asked_at", "text")
    .addColumn("fetched_at", "text")
    .addColumn("etag", "text")
    .addColumn("last_modified", "text")
    .addColumn("outcome", "text")
    .execute();
  await db.schema
    .createTable("job_posting")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("source_id", "text", (column) => column.notNull())
    .addColumn("published", "text", (column) => column.notNull())
    .addColumn("first_seen_at", "text", (column) => column.notNull())
    .addColumn("closed_at", "text")
    .execute();
  await db.schema.createIndex("job_posting_by_source").on("job_posting").columns(["source_id", "closed_at"]).execute();
  await db.schema
    .createTable("job_application")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("posting_id", "text")
    .addColumn("stage", "text", (column) => column.notNull())
    .addColumn("remind_on", "text")
    .addColumn("told", "text", (column) => column.notNull())
    .addColumn("moves", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .execute();
}
