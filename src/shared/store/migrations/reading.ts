import type { Connection } from "../connection.ts";

/** Feeds with what was fetched of them; papers with notes; `reading_review` is only added to by the app. */
export async function createReading(db: Connection): Promise<void> {
  await db.schema
    .createTable("reading_feed")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("address", "text", (column) => column.notNull().unique())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("added_at", "text", (column) => column.notNull())
    .addColumn("etag", "text")
    .addColumn("last_modified", "text")
    .addColumn("fetched_at", "text")
    .addColumn("read_at", "text")
    .addColumn("next_at", "text")
    .addColumn("fault", "text")
    .addColumn("note", "text")
    .execute();
  await db.schema
    .createTable("reading_entry")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("feed_id", "text", (column) => column.notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("link", "text")
    .addColumn("authors", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("arxiv_id", "text")
    .addColumn("published_at", "text")
    .addColumn("fetched_at", "text", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("words", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("reading_entry_by_feed").on("reading_entry").columns(["feed_id", "at"]).execute();
  await db.schema.createIndex("reading_entry_by_time").on("reading_entry").columns(["at", "id"]).execute();
  await db.schema
    .createTable("reading_paper")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("authors", "text", (column) => column.notNull())
    .addColumn("url", "text")
    .addColumn("arxiv_id", "text")
    .addColumn("abstract", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("skills", "text", (column) => column.notNull())
    .addColumn("notes", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .addColumn("words", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("reading_review")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("paper_id", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("listener", "text")
    .addColumn("told", "text", (column) => column.notNull())
    .addColumn("seconds_used", "double precision", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("feedback", "text", (column) => column.notNull())
    .addColumn("rating", "integer")
    .addColumn("due_at", "text")
    .addColumn("grader_version", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("reading_review_by_paper").on("reading_review").columns(["paper_id", "at"]).execute();
}
