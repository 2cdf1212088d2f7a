import type { Connection } from "../connection.ts";

export async function createCompanies(db: Connection): Promise<void> {
  for (const table of ["company", "company_offer"]) {
    await db.schema
      .createTable(table)
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("body", "text", (column) => column.notNull())
      .addColumn("created_at", "text", (column) => column.notNull())
      .addColumn("updated_at", "text", (column) => column.notNull())
      .execute();
  }
}
