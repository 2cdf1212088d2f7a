import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Evidence } from "../../src/shared/evidence/evidence.ts";
import { appendEvidence, readEvidence } from "../../src/shared/evidence/log.ts";
import { migrate } from "../../src/shared/store/migrate.ts";
import { migrations } from "../../src/shared/store/migrations.ts";
import type { Store } from "../../src/shared/store/store.ts";
import { onEveryEngine } from "./engines.ts";

const row: Evidence = {
  id: "019a0000-0000-7000-8000-000000000001",
  at: "2026-01-02T03:04:05.678Z",
  who: "local",
  feature: "coding",
  itemId: "item",
  itemVersion: "v1",
  skills: ["evaluation.calibration", "numerics.stability"],
  mode: "submit",
  part: "practice",
  score: 0.95,
  standardError: 0.1,
  secondsUsed: 61.5,
  help: { hints: 1, revealed: false },
  graderVersion: "judge-1",
};

onEveryEngine((openEmpty) => {
  let store: Store;
  beforeEach(async () => {
    store = await openEmpty();
  });
  afterEach(() => store.close());

  test("every migration is applied once, however often a server starts", async () => {
    await migrate(store.db, store.engine);
    const applied = await store.db.selectFrom("schema_migration").select("number").orderBy("number").execute();
    expect(applied.map(({ number }) => number)).toEqual(migrations.map(({ number }) => number));
  });

  test("a migration that fails leaves nothing behind", async () => {
    const broken = {
      number: 999,
      name: "broken",
      up: async (db: Store["db"]) => {
        await db.schema.createTable("half").addColumn("id", "text").execute();
        await sql`select no_such_column from half`.execute(db);
      },
    };
    await expect(migrate(store.db, store.engine, [...migrations, broken])).rejects.toThrow();
    await expect(sql`select * from half`.execute(store.db)).rejects.toThrow();
  });

  test("evidence comes back as it was written, oldest first", async () => {
    const later = { ...row, id: "019a0000-0000-7000-8000-000000000000", at: "2026-01-02T03:04:06.000Z" };
    await appendEvidence(store.db, [later, row]);
    expect(await readEvidence(store.db)).toEqual([row, later]);
  });

  test("writing a row twice leaves one, the first", async () => {
    await appendEvidence(store.db, [row]);
    await appendEvidence(store.db, [{ ...row, score: 0 }]);
    expect(await readEvidence(store.db)).toEqual([row]);
  });

  test("the log refuses changes and deletions, whoever asks", async () => {
    await appendEvidence(store.db, [row]);
    await expect(store.db.updateTable("evidence").set({ score: 1 }).execute()).rejects.toThrow(/append-only/);
    await expect(store.db.deleteFrom("evidence").execute()).rejects.toThrow(/append-only/);
    expect(await readEvidence(store.db)).toEqual([row]);
  });

  test("a score outside 0 to 1 is refused", async () => {
    await expect(appendEvidence(store.db, [{ ...row, score: 1.2 }])).rejects.toThrow();
  });

  test("a transaction that fails leaves nothing behind", async () => {
    const failing = store.db.transaction().execute(async (transaction) => {
      await appendEvidence(transaction, [row]);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await readEvidence(store.db)).toEqual([]);
  });
});
