import type { Dialect, Kysely } from "kysely";
import type { Engine } from "./connection.ts";
import type { Tables } from "./tables.ts";

export type Store = { db: Kysely<Tables>; engine: Engine; close: () => Promise<void> };
export type StoreLocation = ":memory:" | { path: string } | { databaseUrl: string };

/** Opens SQLite (a file, or memory) or PostgreSQL and brings its tables up to date. */
export async function openStore(location: StoreLocation): Promise<Store> {
  // Query builder and engines load when a store is opened: commands that keep nothing start without them.
  const [{ Kysely }, { migrate }] = await Promise.all([import("kysely"), import("./migrate.ts")]);
  const { dialect, engine } = await dialectFor(location);
  const db = new Kysely<Tables>({ dialect });
  try {
    await migrate(db, engine);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, engine, close: () => db.destroy() };
}

async function dialectFor(location: StoreLocation): Promise<{ dialect: Dialect; engine: Engine }> {
  if (typeof location === "object" && "databaseUrl" in location) {
    const { postgresDialect } = await import("./postgres.ts");
    return { dialect: postgresDialect(location.databaseUrl), engine: "postgres" };
  }
  const { sqliteDialect } = await import("./sqlite.ts");
  return { dialect: sqliteDialect(location === ":memory:" ? location : location.path), engine: "sqlite" };
}
