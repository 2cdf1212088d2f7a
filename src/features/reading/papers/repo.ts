import type { z } from "zod";
import type { Evidence } from "../../../shared/evidence/evidence.ts";
import { appendEvidence } from "../../../shared/evidence/log.ts";
import type { Connection } from "../../../shared/store/connection.ts";
import type { Store } from "../../../shared/store/store.ts";
import type { ReadingPaperRow, ReadingReviewRow } from "../../../shared/store/tables.ts";
import { searchWords, wordsOf } from "../model/search-words.ts";
import { Paper, Review } from "../schema.ts";
import type { WholePaper } from "../stored.ts";

const Scheduled = Paper.pick({ status: true, notes: true, updatedAt: true });
const Rated = Review.pick({ at: true, rating: true, dueAt: true });
type Schedule = { paper: z.infer<typeof Scheduled>; reviews: z.infer<typeof Rated>[] };

/** The reading list with its notes and retellings. A promise that resolves means that the rows are on the disk. */
export class PapersRepo {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Those with all the words, last changed first. */
  async papers(words = ""): Promise<Paper[]> {
    const rows = await this.#store.db
      .selectFrom("reading_paper")
      .selectAll()
      .where((is) => is.and(searchWords(words).map((word) => is("words", "like", `%${word}%`))))
      .orderBy("updated_at", "desc")
      .orderBy("id", "desc")
      .execute();
    return rows.map(fromPaperRow);
  }

  async paper(id: string): Promise<Paper | undefined> {
    const row = await this.#store.db.selectFrom("reading_paper").selectAll().where("id", "=", id).executeTakeFirst();
    return row && fromPaperRow(row);
  }

  async add(paper: Paper): Promise<void> {
    await this.#store.db.insertInto("reading_paper").values(toPaperRow(paper)).execute();
  }

  /** Changes what differs and nothing else: notes are typed in one place while the status is set in another. */
  async change(id: string, change: Partial<Paper>): Promise<Paper | undefined> {
    const paper = await this.paper(id);
    if (!paper) return undefined;
    const [before, after] = [toPaperRow(paper), toPaperRow({ ...paper, ...change })];
    const columns = Object.keys(after) as (keyof ReadingPaperRow)[];
    const changed = Object.fromEntries(
      columns.filter((column) => after[column] !== before[column]).map((column) => [column, after[column]]),
    );
    if (Object.keys(changed).length > 0)
      await this.#store.db.updateTable("reading_paper").set(changed).where("id", "=", id).execute();
    return { ...paper, ...change };
  }

  async remove(id: string): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom("reading_review").where("paper_id", "=", id).execute();
      await transaction.deleteFrom("reading_paper").where("id", "=", id).execute();
    });
  }

  /** Of all papers or of one, oldest first. */
  async reviews(paperId?: string): Promise<Review[]> {
    const all = this.#store.db.selectFrom("reading_review").selectAll().orderBy("at").orderBy("id");
    const rows = await (paperId === undefined ? all : all.where("paper_id", "=", paperId)).execute();
    return rows.map(fromReviewRow);
  }

  /** What says when each paper comes back, without the rest of it: abstracts and retellings are long. */
  async schedules(): Promise<Schedule[]> {
    const { db } = this.#store;
    const papers = await db.selectFrom("reading_paper").select(["id", "status", "notes", "updated_at"]).execute();
    const rows = await db
      .selectFrom("reading_review")
      .select(["paper_id", "at", "rating", "due_at"])
      .orderBy("at")
      .orderBy("id")
      .execute();
    const reviews = Map.groupBy(rows, (row) => row.paper_id);
    return papers.map(({ id, status, notes, updated_at }) => ({
      paper: Scheduled.parse({ status, notes: JSON.parse(notes), updatedAt: updated_at }),
      reviews: (reviews.get(id) ?? []).map(({ at, rating, due_at }) => Rated.parse({ at, rating, dueAt: due_at })),
    }));
  }

  /** Keeps a retelling and its evidence together. */
  async addReview(review: Review, evidence: Evidence | undefined): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      await insertReview(transaction, review);
      if (evidence) await appendEvidence(transaction, [evidence]);
    });
  }

  /** Skills that any evidence tells of. */
  async skillsWithEvidence(): Promise<Set<string>> {
    const rows = await this.#store.db.selectFrom("evidence").select("skills").distinct().execute();
    return new Set(rows.flatMap(({ skills }) => JSON.parse(skills) as string[]));
  }

  /** Adds what was exported; what is there stays as it is. */
  async restore(whole: readonly WholePaper[]): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      for (const { paper, reviews } of whole) {
        await transaction
          .insertInto("reading_paper")
          .values(toPaperRow(paper))
          .onConflict((conflict) => conflict.column("id").doNothing())
          .execute();
        for (const review of reviews) await insertReview(transaction, review);
      }
    });
  }
}

async function insertReview(connection: Connection, review: Review): Promise<void> {
  await connection
    .insertInto("reading_review")
    .values(toReviewRow(review))
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

function toPaperRow(paper: Paper): ReadingPaperRow {
  const { id, title, authors, url, arxivId, abstract, status, skills, notes, createdAt, updatedAt } = paper;
  return {
    id,
    title,
    authors: JSON.stringify(authors),
    url,
    arxiv_id: arxivId,
    abstract,
    status,
    skills: JSON.stringify(skills),
    notes: JSON.stringify(notes),
    created_at: createdAt,
    updated_at: updatedAt,
    words: wordsOf(title, ...authors, abstract, ...Object.values(notes), arxivId ?? ""),
  };
}

function fromPaperRow(row: ReadingPaperRow): Paper {
  return Paper.parse({
    id: row.id,
    title: row.title,
    authors: JSON.parse(row.authors),
    url: row.url,
    arxivId: row.arxiv_id,
    abstract: row.abstract,
    status: row.status,
    skills: JSON.parse(row.skills),
    notes: JSON.parse(row.notes),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  });
}

function toReviewRow(review: Review): ReadingReviewRow {
  const { id, paperId, kind, listener, told, secondsUsed, at, feedback, rating, dueAt, graderVersion } = review;
  return {
    id,
    paper_id: paperId,
    kind,
    listener,
    told: JSON.stringify(told),
    seconds_used: secondsUsed,
    at,
    feedback: JSON.stringify(feedback),
    rating,
    due_at: dueAt,
    grader_version: graderVersion,
  };
}

function fromReviewRow(row: ReadingReviewRow): Review {
  return Review.parse({
    id: row.id,
    paperId: row.paper_id,
    kind: row.kind,
    listener: row.listener,
    told: JSON.parse(row.told),
    secondsUsed: row.seconds_used,
    at: row.at,
    feedback: JSON.parse(row.feedback),
    rating: row.rating,
    dueAt: row.due_at,
    graderVersion: row.grader_version,
  });
}
