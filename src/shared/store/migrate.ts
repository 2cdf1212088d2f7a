import { type Kysely, sql } from "kysely";
import type { Engine } from "./connection.ts";
import { type Migration, migrations } from "./migrations.ts";
import type { Tables } from "./tables.ts";

// Any number will do, as long as no other lock of this database uses it.
const MIGRATION_LOCK = 4_600_001;

/** Applies what is missing, one transaction each: a migration that fails leaves nothing behind. */
export async function migrate(db: Kysely<Tables>, engine: Engine, wanted = migrations): Promise<void> {
  await alone(db, engine, async (transaction) => {
    await transaction.schema
      .createTable("schema_migration")
      .ifNotExists()
      .addColumn("number", "integer", (column) => column.primaryKey().notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("applied_at", "text", (column) => column.notNull())
      .execute();
  });
  for (const migration of wanted) await applyOnce(db, engine, migration);
}

async function applyOnce(db: Kysely<Tables>, engine: Engine, { number, name, up }: Migration): Promise<void> {
  await alone(db, engine, async (transaction) => {
    const applied = await transaction
      .selectFrom("schema_migration")
      .select("number")
      .where("number", "=", number)
      .executeTakeFirst();
    if (applied) return;
    await up(transaction, engine);
    const applied_at = new Date().toISOString();
    await transaction.insertInto("schema_migration").values({ number, name, applied_at }).execute();
  });
}

/** Two servers may start on one database; SQLite's immediate transactions exclude each other already. */
async function alone(db: Kysely<Tables>, engine: Engine, work: (db: Kysely<Tables>) => Promise<void>): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    if (engine === "postgres") await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction);
    await work(transaction);
  });
}
