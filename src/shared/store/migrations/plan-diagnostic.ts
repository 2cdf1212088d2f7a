import type { Connection } from "../connection.ts";

/** A question is kept when it is asked, so that it is never asked again; `kind` is null until it was answered. */
export async function createPlanDiagnostic(db: Connection): Promise<void> {
  await db.schema
    .createTable("plan_diagnostic")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("begun_at", "text", (column) => column.notNull())
    .addColumn("ended_at", "text")
    .addColumn("ended_why", "text")
    .execute();
  await db.schema
    .createTable("plan_diagnostic_item")
    .addColumn("diagnostic_id", "text", (column) => column.notNull())
    .addColumn("seq", "integer", (column) => column.notNull())
    .addColumn("item_id", "text", (column) => column.notNull())
    .addColumn("item_version", "text", (column) => column.notNull())
    .addColumn("seed", "integer", (column) => column.notNull())
    .addColumn("area", "text", (column) => column.notNull())
    .addColumn("asked_at", "text", (column) => column.notNull())
    .addColumn("kind", "text")
    .addColumn("text", "text")
    .addColumn("seconds_used", "double precision")
    .addColumn("answered_at", "text")
    .addColumn("grade", "text")
    .addPrimaryKeyConstraint("plan_diagnostic_item_pk", ["diagnostic_id", "seq"])
    .execute();
}
