import { afterAll, beforeAll, describe } from "vitest";
import { openStore, type Store } from "../../src/shared/store/store.ts";
import { type Postgres, startPostgres } from "../support/postgres.ts";

/** An empty store, closed by whoever asked for it. */
export type OpenEmpty = () => Promise<Store>;

/** Runs one suite on SQLite and on a real PostgreSQL. Neither is skipped: one that cannot start fails the suite. */
export function onEveryEngine(suite: (openEmpty: OpenEmpty) => void): void {
  describe("on SQLite", () => suite(() => openStore(":memory:")));
  describe("on PostgreSQL", () => {
    let postgres: Postgres;
    let databases = 0;
    beforeAll(async () => {
      postgres = await startPostgres();
    });
    afterAll(() => postgres?.stop());
    suite(async () => {
      databases++;
      const name = `holdout_${databases}`;
      await postgres.createDatabase(name);
      return openStore({ databaseUrl: postgres.url(name) });
    });
  });
}
