import { chmodSync, closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { SqliteDialect } from "kysely";

type KyselyDatabase = Exclude<ConstructorParameters<typeof SqliteDialect>[0]["database"], (...given: never) => unknown>;

const BUSY_TIMEOUT_MS = 10_000;

/**
 * Kysely's SQLite dialect over Node's own SQLite. WAL with `synchronous=FULL`: a committed row survives `kill -9` and a
 * power cut. The file is readable by its owner alone, its journal files take over the mode.
 */
export function sqliteDialect(path: string): SqliteDialect {
  if (path !== ":memory:") makePrivate(path);
  const database = new DatabaseSync(path);
  database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
  database.exec("pragma journal_mode = wal");
  database.exec("pragma synchronous = full");
  database.exec("pragma foreign_keys = on");
  return new SqliteDialect({ database: asKyselyDatabase(database) });
}

function makePrivate(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, "a", 0o600));
  chmodSync(path, 0o600);
}

function asKyselyDatabase(database: DatabaseSync): KyselyDatabase {
  return {
    close: () => database.close(),
    prepare(sql) {
      // A deferred transaction that reads first fails at once when another process has written meanwhile; an immediate one
      // waits its turn.
      const statement = database.prepare(sql === "begin" ? "begin immediate" : sql);
      return {
        reader: statement.columns().length > 0,
        all: (given) => statement.all(...given.map(bindable)),
        run: (given) => statement.run(...given.map(bindable)),
        iterate: (given) => statement.iterate(...given.map(bindable)),
      };
    },
  };
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "bigint")
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite takes no ${typeof value}: write text or a number`);
}
