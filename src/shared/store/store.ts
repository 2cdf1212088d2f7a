import { Kysely, PostgresDialect } from "kysely";
import type { Engine } from "./connection.ts";
import { migrate } from "./migrate.ts";
import type { Tables } from "./tables.ts";

export type Store = { db: Kysely<Tables>; engine: Engine; close: () => Promise<void> };
export type StoreLocation = ":memory:" | { path: string } | { databaseUrl: string };

/** Opens SQLite (a file, or memory) or PostgreSQL and brings its tables up to date. */
export async function openStore(location: StoreLocation): Promise<Store> {
  const store =
    typeof location === "object" && "databaseUrl" in location
      ? await openPostgres(location.databaseUrl)
      : await openSqlite(location === ":memory:" ? location : location.path);
  try {
    await migrate(store.db, store.engine);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

// Each engine loads when it is asked for: the CLI's other commands start without either.
async function openSqlite(path: string): Promise<Store> {
  const { sqliteDialect } = await import("./sqlite.ts");
  return asStore(new Kysely<Tables>({ dialect: sqliteDialect(path) }), "sqlite");
}

async function openPostgres(databaseUrl: string): Promise<Store> {
  const { Pool } = (await import("pg")).default;
  const pool = new Pool({ connectionString: databaseUrl });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on("error", () => undefined);
  return asStore(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), "postgres");
}

function asStore(db: Kysely<Tables>, engine: Engine): Store {
  return { db, engine, close: () => db.destroy() };
}
