import { PostgresDialect } from "kysely";
import pg from "pg";

/** Kysely's PostgreSQL dialect over a pool of `pg`. */
export function postgresDialect(databaseUrl: string): PostgresDialect {
  const pool = new pg.Pool({ connectionString: databaseUrl });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on("error", () => undefined);
  return new PostgresDialect({ pool });
}
