import type { Audience } from "../../shared/content/explain-drill.ts";
import type { Evidence } from "../../shared/evidence/evidence.ts";
import { appendEvidence } from "../../shared/evidence/log.ts";
import type { Connection } from "../../shared/store/connection.ts";
import type { Store } from "../../shared/store/store.ts";
import type { ExplainAttemptRow } from "../../shared/store/tables.ts";
import { type Feedback, StoredExplanation } from "./stored.ts";

/** One explanation without its text: enough for the list. */
export type AttemptLine = { id: string; itemId: string; audience: Audience; at: string; score: number };

/** Everything the explain room keeps. A promise that resolves means that the rows are on the disk. */
export class ExplainRepo {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Keeps an explanation and its evidence together. */
  async save(attempt: StoredExplanation, evidence: Evidence): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      await insert(transaction, attempt);
      await appendEvidence(transaction, [evidence]);
    });
  }

  async keepFeedback(id: string, feedback: Feedback): Promise<void> {
    await this.#store.db
      .updateTable("explain_attempt")
      .set({ feedback: JSON.stringify(feedback) })
      .where("id", "=", id)
      .execute();
  }

  async attempt(id: string): Promise<StoredExplanation | undefined> {
    const row = await this.#store.db.selectFrom("explain_attempt").selectAll().where("id", "=", id).executeTakeFirst();
    return row && fromRow(row);
  }

  /** All attempts, oldest first. */
  async lines(): Promise<AttemptLine[]> {
    const rows = await this.#store.db
      .selectFrom("explain_attempt")
      .select(["id", "item_id", "audience", "explained_at", "score"])
      .orderBy("explained_at")
      .orderBy("id")
      .execute();
    return rows.map(({ id, item_id, audience, explained_at, score }) => ({
      id,
      itemId: item_id,
      audience: audience as Audience,
      at: explained_at,
      score,
    }));
  }

  /** Explanations of one concept, oldest first. */
  async attemptsOf(itemId: string): Promise<StoredExplanation[]> {
    const rows = await this.#store.db
      .selectFrom("explain_attempt")
      .selectAll()
      .where("item_id", "=", itemId)
      .orderBy("explained_at")
      .orderBy("id")
      .execute();
    return rows.map(fromRow);
  }

  /** Everything, in a fixed order. */
  async dump(): Promise<StoredExplanation[]> {
    const rows = await this.#store.db.selectFrom("explain_attempt").selectAll().orderBy("id").execute();
    return rows.map(fromRow);
  }

  /** Adds explanations to what is there, all or nothing; doing it twice changes nothing. */
  async restore(attempts: readonly StoredExplanation[]): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      for (const attempt of attempts) await insert(transaction, attempt);
    });
  }
}

async function insert(connection: Connection, attempt: StoredExplanation): Promise<void> {
  await connection
    .insertInto("explain_attempt")
    .values(toRow(attempt))
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

function toRow(attempt: StoredExplanation): ExplainAttemptRow {
  return {
    id: attempt.id,
    item_id: attempt.itemId,
    item_version: attempt.itemVersion,
    audience: attempt.audience,
    text: attempt.text,
    seconds_used: attempt.secondsUsed,
    explained_at: attempt.explainedAt,
    feedback: JSON.stringify(attempt.feedback),
    score: attempt.feedback.reading.score,
    grader_version: attempt.graderVersion,
  };
}

function fromRow(row: ExplainAttemptRow): StoredExplanation {
  return StoredExplanation.parse({
    id: row.id,
    itemId: row.item_id,
    itemVersion: row.item_version,
    audience: row.audience,
    text: row.text,
    secondsUsed: row.seconds_used,
    explainedAt: row.explained_at,
    feedback: JSON.parse(row.feedback),
    graderVersion: row.grader_version,
  });
}
