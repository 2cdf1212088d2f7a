import type { Evidence } from "../../shared/evidence/evidence.ts";
import { appendEvidence } from "../../shared/evidence/log.ts";
import type { Connection } from "../../shared/store/connection.ts";
import { replaceDocuments, type SearchDocument, searchDocuments } from "../../shared/store/search.ts";
import type { Store } from "../../shared/store/store.ts";
import type { RecallAnswerRow } from "../../shared/store/tables.ts";
import type { Rating } from "./schema.ts";
import { StoredAnswer } from "./stored.ts";

/** One review of a question, without its texts: enough to replay the schedule. */
export type ReviewLine = { id: string; itemId: string; at: string; rating: Rating; dueAt: string; score: number };

/** Everything the recall room keeps. A promise that resolves means that the rows are on the disk. */
export class RecallRepo {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Keeps an answer and its evidence together. */
  async save(answer: StoredAnswer, evidence: Evidence | undefined): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      await insertAnswer(transaction, answer);
      if (evidence) await appendEvidence(transaction, [evidence]);
    });
  }

  async overrule(answer: Pick<StoredAnswer, "id" | "overruled" | "rating" | "dueAt">): Promise<void> {
    await this.#store.db
      .updateTable("recall_answer")
      .set({ overruled: JSON.stringify(answer.overruled), rating: answer.rating, due_at: answer.dueAt })
      .where("id", "=", answer.id)
      .execute();
  }

  async answer(id: string): Promise<StoredAnswer | undefined> {
    const row = await this.#store.db.selectFrom("recall_answer").selectAll().where("id", "=", id).executeTakeFirst();
    return row && fromRow(row);
  }

  /** All reviews, or those after one of them, oldest first; follow-ups are none. */
  async reviews(last?: Pick<ReviewLine, "at" | "id">): Promise<ReviewLine[]> {
    const rows = await this.#reviewRows()
      .$if(last !== undefined, (query) =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple("answered_at", "id"), ">", tuple(last?.at ?? "", last?.id ?? "")),
        ),
      )
      .orderBy("answered_at")
      .orderBy("id")
      .execute();
    return rows.map(lineOf);
  }

  /** With the last of the reviews it says whether those that were read are still all. */
  async countReviews(): Promise<number> {
    const count = this.#store.db
      .selectFrom("recall_answer")
      .select(({ fn }) => fn.countAll().as("reviews"))
      .where("rating", "is not", null);
    return Number((await count.executeTakeFirstOrThrow()).reviews);
  }

  /** Those that a person has overruled, in no order: no other ever changes. */
  async overruledReviews(): Promise<ReviewLine[]> {
    return (await this.#reviewRows().where("overruled", "is not", null).execute()).map(lineOf);
  }

  /** Answers to one question, or of one session, oldest first. */
  async answersOf(which: { itemId: string } | { session: string }): Promise<StoredAnswer[]> {
    const [column, value] =
      "itemId" in which ? (["item_id", which.itemId] as const) : (["session", which.session] as const);
    const rows = await this.#store.db
      .selectFrom("recall_answer")
      .selectAll()
      .where(column, "=", value)
      .orderBy("answered_at")
      .orderBy("id")
      .execute();
    return rows.map(fromRow);
  }

  /** Brings the index of the bank up to date; `version` says which bank it holds. */
  async indexQuestions(version: string, documents: readonly SearchDocument[]): Promise<void> {
    await replaceDocuments(this.#store, version, documents);
  }

  search(words: string, most: number): Promise<{ id: string; excerpt: string }[]> {
    return searchDocuments(this.#store, words, most);
  }

  /** Everything, in a fixed order. */
  async dump(): Promise<StoredAnswer[]> {
    const rows = await this.#store.db.selectFrom("recall_answer").selectAll().orderBy("id").execute();
    return rows.map(fromRow);
  }

  /** Adds answers to what is there, all or nothing; doing it twice changes nothing. */
  async restore(answers: readonly StoredAnswer[]): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      for (const answer of answers) await insertAnswer(transaction, answer);
    });
  }

  #reviewRows() {
    return this.#store.db
      .selectFrom("recall_answer")
      .select(["id", "item_id", "answered_at", "rating", "due_at", "score"])
      .where("rating", "is not", null);
  }
}

type ReviewRow = Pick<RecallAnswerRow, "id" | "item_id" | "answered_at" | "rating" | "due_at" | "score">;

function lineOf({ id, item_id, answered_at, rating, due_at, score }: ReviewRow): ReviewLine {
  return { id, itemId: item_id, at: answered_at, rating: rating as Rating, dueAt: due_at ?? answered_at, score };
}

async function insertAnswer(connection: Connection, answer: StoredAnswer): Promise<void> {
  await connection
    .insertInto("recall_answer")
    .values(toRow(answer))
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

function toRow(answer: StoredAnswer): RecallAnswerRow {
  return {
    id: answer.id,
    item_id: answer.itemId,
    item_version: answer.itemVersion,
    seed: answer.seed,
    session: answer.session,
    probe: answer.probe,
    text: answer.text,
    seconds_used: answer.secondsUsed,
    answered_at: answer.answeredAt,
    grade: JSON.stringify(answer.grade),
    score: answer.grade.score,
    rating: answer.rating,
    due_at: answer.dueAt,
    overruled: answer.overruled === null ? null : JSON.stringify(answer.overruled),
    grader_version: answer.graderVersion,
  };
}

function fromRow(row: RecallAnswerRow): StoredAnswer {
  return StoredAnswer.parse({
    id: row.id,
    itemId: row.item_id,
    itemVersion: row.item_version,
    seed: row.seed,
    session: row.session,
    probe: row.probe,
    text: row.text,
    secondsUsed: row.seconds_used,
    answeredAt: row.answered_at,
    grade: JSON.parse(row.grade),
    rating: row.rating,
    dueAt: row.due_at,
    overruled: row.overruled === null ? null : JSON.parse(row.overruled),
    graderVersion: row.grader_version,
  });
}
