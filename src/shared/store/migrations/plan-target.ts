import type { Connection } from "../connection.ts";

/** One row: what one prepares for. The plan itself is made anew from the evidence at every read. */
export async function createPlanTarget(db: Connection): Promise<void> {
  await db.schema
    .createTable("plan_target")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("date", "text")
    .addColumn("hours_a_week", "double precision", (column) => column.notNull())
    .addColumn("weekdays", "text", (column) => column.notNull())
    .addColumn("time_zone", "text", (column) => column.notNull())
    .addColumn("start_hour", "integer", (column) => column.notNull())
    .addColumn("updated_at", "text", (column) => column.notNull())
    .execute();
}
