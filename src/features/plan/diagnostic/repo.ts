import type { Evidence } from "../../../shared/evidence/evidence.ts";
import { appendEvidence } from "../../../shared/evidence/log.ts";
import type { Connection } from "../../../shared/store/connection.ts";
import type { Store } from "../../../shared/store/store.ts";
import type { PlanDiagnosticItemRow, PlanDiagnosticRow } from "../../../shared/store/tables.ts";
import { AskedItem, type Reply, StoredDiagnostic } from "./stored.ts";

type Ended = NonNullable<StoredDiagnostic["ended"]>;
/** What is written together or not at all. */
export type Step = {
  replied?: { seq: number; reply: Reply };
  evidence?: Evidence | undefined;
  next?: AskedItem | undefined;
  ended?: Ended | undefined;
};

/** Takes back what a transaction has done so far: it was answered or ended elsewhere. */
class MovedOn extends Error {}

/** Diagnostics with what was asked and answered. A promise that resolves means that the rows are on the disk. */
export class DiagnosticRepo {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The last begun first. */
  async all(): Promise<StoredDiagnostic[]> {
    const { db } = this.#store;
    const [rows, items] = await Promise.all([
      db.selectFrom("plan_diagnostic").selectAll().orderBy("begun_at", "desc").orderBy("id", "desc").execute(),
      db.selectFrom("plan_diagnostic_item").selectAll().orderBy("diagnostic_id").orderBy("seq").execute(),
    ]);
    const byDiagnostic = Map.groupBy(items, (item) => item.diagnostic_id);
    return rows.map((row) => fromRow(row, byDiagnostic.get(row.id) ?? []));
  }

  async find(id: string): Promise<StoredDiagnostic | undefined> {
    const { db } = this.#store;
    const row = await db.selectFrom("plan_diagnostic").selectAll().where("id", "=", id).executeTakeFirst();
    const items = db.selectFrom("plan_diagnostic_item").selectAll().where("diagnostic_id", "=", id).orderBy("seq");
    return row && fromRow(row, await items.execute());
  }

  /** Ids of all items that were ever asked: each is asked once. */
  async servedItems(): Promise<Set<string>> {
    const rows = await this.#store.db.selectFrom("plan_diagnostic_item").select("item_id").distinct().execute();
    return new Set(rows.map(({ item_id }) => item_id));
  }

  /** Adds diagnostics, all or nothing; what is there stays as it is. */
  async add(diagnostics: readonly StoredDiagnostic[]): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      for (const diagnostic of diagnostics) {
        if (!(await insertDiagnostic(transaction, diagnostic))) continue;
        for (const item of diagnostic.items) await insertItem(transaction, diagnostic.id, item);
      }
    });
  }

  /** False where it was answered or ended elsewhere: nothing is written then. */
  async take(id: string, { replied, evidence, next, ended }: Step): Promise<boolean> {
    try {
      await this.#store.db.transaction().execute(async (transaction) => {
        // first: it holds the diagnostic against another writer until this one is done
        if (!(await touch(transaction, id, ended))) throw new MovedOn();
        if (replied && !(await reply(transaction, id, replied))) throw new MovedOn();
        if (evidence) await appendEvidence(transaction, [evidence]);
        if (next) await insertItem(transaction, id, next);
      });
      return true;
    } catch (error) {
      if (error instanceof MovedOn) return false;
      throw error;
    }
  }
}

async function touch(connection: Connection, id: string, ended: Ended | undefined): Promise<boolean> {
  const { numUpdatedRows } = await connection
    .updateTable("plan_diagnostic")
    .set({ id, ...(ended ? { ended_at: ended.at, ended_why: ended.why } : {}) })
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function reply(connection: Connection, id: string, replied: NonNullable<Step["replied"]>): Promise<boolean> {
  const { numUpdatedRows } = await connection
    .updateTable("plan_diagnostic_item")
    .set(replyColumns(replied.reply))
    .where("diagnostic_id", "=", id)
    .where("seq", "=", replied.seq)
    .where("kind", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function insertDiagnostic(connection: Connection, { id, role, begunAt, ended }: StoredDiagnostic) {
  const row: PlanDiagnosticRow = {
    id,
    role,
    begun_at: begunAt,
    ended_at: ended?.at ?? null,
    ended_why: ended?.why ?? null,
  };
  const { numInsertedOrUpdatedRows } = await connection
    .insertInto("plan_diagnostic")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

async function insertItem(connection: Connection, diagnosticId: string, item: AskedItem): Promise<void> {
  await connection
    .insertInto("plan_diagnostic_item")
    .values({
      diagnostic_id: diagnosticId,
      seq: item.seq,
      item_id: item.itemId,
      item_version: item.itemVersion,
      seed: item.seed,
      area: item.area,
      asked_at: item.askedAt,
      ...replyColumns(item.reply),
    })
    .execute();
}

function replyColumns(reply: Reply | null) {
  return {
    kind: reply?.kind ?? null,
    text: reply?.text ?? null,
    seconds_used: reply?.secondsUsed ?? null,
    answered_at: reply?.at ?? null,
    grade: reply?.grade ? JSON.stringify(reply.grade) : null,
  };
}

function fromRow(row: PlanDiagnosticRow, items: readonly PlanDiagnosticItemRow[]): StoredDiagnostic {
  return StoredDiagnostic.parse({
    id: row.id,
    role: row.role,
    begunAt: row.begun_at,
    ended: row.ended_at === null ? null : { at: row.ended_at, why: row.ended_why },
    items: items.map(fromItemRow),
  });
}

function fromItemRow(row: PlanDiagnosticItemRow): AskedItem {
  const reply = row.kind && {
    kind: row.kind,
    text: row.text,
    secondsUsed: row.seconds_used,
    at: row.answered_at,
    grade: row.grade === null ? null : JSON.parse(row.grade),
  };
  return AskedItem.parse({
    seq: row.seq,
    itemId: row.item_id,
    itemVersion: row.item_version,
    seed: row.seed,
    area: row.area,
    askedAt: row.asked_at,
    reply,
  });
}
