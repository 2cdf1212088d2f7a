import type { Evidence } from "../../shared/evidence/evidence.ts";
import { appendEvidence } from "../../shared/evidence/log.ts";
import type { Connection } from "../../shared/store/connection.ts";
import type { Store } from "../../shared/store/store.ts";
import type { DesignAttemptRow, DesignEventRow, DesignRunRow } from "../../shared/store/tables.ts";
import { Scorecard } from "./schema.ts";
import { Draft, type StoredAttempt, StoredEvent, type StoredRun, type WholeAttempt } from "./stored.ts";

/** One attempt without its texts: enough for a list. */
export type AttemptLine = {
  id: string;
  itemId: string;
  finishedAt: string | null;
  score: number | null;
};

/** Everything the design room keeps. A promise that resolves means that the rows are on the disk. */
export class DesignRepo {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async begin(attempt: StoredAttempt): Promise<void> {
    await insertAttempt(this.#store.db, attempt);
  }

  async whole(id: string): Promise<WholeAttempt | undefined> {
    const row = await this.#row(id);
    if (!row) return undefined;
    const [events, runs] = await Promise.all([
      this.#store.db.selectFrom("design_event").selectAll().where("attempt_id", "=", id).orderBy("id").execute(),
      this.#store.db.selectFrom("design_run").selectAll().where("attempt_id", "=", id).orderBy("id").execute(),
    ]);
    return { attempt: fromRow(row), events: events.map(eventFromRow), runs: runs.map(runFromRow) };
  }

  /**
   * Puts `change` of the draft in its place, while the attempt is not finished. Two changes at once both count: one that
   * found another draft than it had read reads again.
   */
  async changeDraft(id: string, change: (draft: Draft) => Draft): Promise<StoredAttempt | undefined> {
    for (;;) {
      const row = await this.#row(id);
      if (!row || row.finished_at !== null) return row && fromRow(row);
      const attempt = fromRow(row);
      const draft = change(attempt.draft);
      const updated = await this.#store.db
        .updateTable("design_attempt")
        .set({ draft: JSON.stringify(draft) })
        .where("id", "=", id)
        .where("finished_at", "is", null)
        .where("draft", "=", row.draft)
        .executeTakeFirst();
      if (updated.numUpdatedRows > 0n) return { ...attempt, draft };
    }
  }

  async append({ events = [], runs = [] }: { events?: StoredEvent[]; runs?: StoredRun[] }): Promise<void> {
    await this.#store.db.transaction().execute((transaction) => appendRows(transaction, { events, runs }));
  }

  /** Stores the scorecard, the answers it stands on and its evidence together, unless the attempt was finished already. */
  async finish(attempt: StoredAttempt, { events, evidence }: { events: StoredEvent[]; evidence: Evidence }) {
    await this.#store.db.transaction().execute(async (transaction) => {
      const { id, ...row } = toRow(attempt);
      const updated = await transaction
        .updateTable("design_attempt")
        .set(row)
        .where("id", "=", id)
        .where("finished_at", "is", null)
        .executeTakeFirst();
      if (updated.numUpdatedRows === 0n) return;
      await appendRows(transaction, { events, runs: [] });
      await appendEvidence(transaction, [evidence]);
    });
  }

  /** All attempts, oldest first. */
  async attempts(): Promise<AttemptLine[]> {
    const rows = await this.#store.db
      .selectFrom("design_attempt")
      .select(["id", "item_id", "finished_at", "score"])
      .orderBy("id")
      .execute();
    return rows.map((row) => ({
      id: row.id,
      itemId: row.item_id,
      finishedAt: row.finished_at,
      score: row.score,
    }));
  }

  /** How often each attempt was run, by its id. */
  async runsOf(attemptIds: readonly string[]): Promise<Map<string, number>> {
    if (attemptIds.length === 0) return new Map();
    const rows = await this.#store.db
      .selectFrom("design_run")
      .select(({ fn }) => ["attempt_id", fn.countAll<number>().as("runs")])
      .where("attempt_id", "in", [...attemptIds])
      .groupBy("attempt_id")
      .execute();
    return new Map(rows.map(({ attempt_id, runs }) => [attempt_id, Number(runs)]));
  }

  /** Everything, in a fixed order. */
  async dump(): Promise<WholeAttempt[]> {
    const lines = await this.attempts();
    const whole = await Promise.all(lines.map(({ id }) => this.whole(id)));
    return whole.flatMap((each) => each ?? []);
  }

  /** Adds attempts to what is there, all or nothing; doing it twice changes nothing. */
  async restore(attempts: readonly WholeAttempt[]): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      for (const { attempt, events, runs } of attempts) {
        await insertAttempt(transaction, attempt);
        await appendRows(transaction, { events, runs });
      }
    });
  }

  #row(id: string): Promise<DesignAttemptRow | undefined> {
    return this.#store.db.selectFrom("design_attempt").selectAll().where("id", "=", id).executeTakeFirst();
  }
}

async function insertAttempt(connection: Connection, attempt: StoredAttempt): Promise<void> {
  await connection
    .insertInto("design_attempt")
    .values(toRow(attempt))
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

async function appendRows(connection: Connection, { events, runs }: Pick<WholeAttempt, "events" | "runs">) {
  for (const { attemptId, body, ...event } of events)
    await connection
      .insertInto("design_event")
      .values({ ...event, attempt_id: attemptId, body: JSON.stringify(body) })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
  for (const { attemptId, report, ...run } of runs)
    await connection
      .insertInto("design_run")
      .values({ ...run, attempt_id: attemptId, report: JSON.stringify(report) })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
}

function toRow(attempt: StoredAttempt): DesignAttemptRow {
  return {
    id: attempt.id,
    item_id: attempt.itemId,
    item_version: attempt.itemVersion,
    started_at: attempt.startedAt,
    draft: JSON.stringify(attempt.draft),
    finished_at: attempt.finishedAt,
    score: attempt.scorecard?.score ?? null,
    scorecard: attempt.scorecard && JSON.stringify(attempt.scorecard),
  };
}

function fromRow(row: DesignAttemptRow): StoredAttempt {
  return {
    id: row.id,
    itemId: row.item_id,
    itemVersion: row.item_version,
    startedAt: row.started_at,
    draft: Draft.parse(JSON.parse(row.draft)),
    finishedAt: row.finished_at,
    scorecard: row.scorecard === null ? null : Scorecard.parse(JSON.parse(row.scorecard)),
  };
}

function eventFromRow({ id, attempt_id, at, kind, body }: DesignEventRow): StoredEvent {
  return StoredEvent.parse({ id, attemptId: attempt_id, at, kind, body: JSON.parse(body) });
}

// A report is large, was checked when it came in, and cannot have changed since.
function runFromRow({ id, attempt_id, at, design, report }: DesignRunRow): StoredRun {
  return { id, attemptId: attempt_id, at, design, report: JSON.parse(report) };
}
