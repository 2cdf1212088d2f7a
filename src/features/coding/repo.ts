import type { Evidence } from "../../shared/evidence/evidence.ts";
import { appendEvidence } from "../../shared/evidence/log.ts";
import type { Connection } from "../../shared/store/connection.ts";
import { isDiskFull } from "../../shared/store/disk-full.ts";
import type { Store } from "../../shared/store/store.ts";
import type { SubmissionRow } from "../../shared/store/tables.ts";
import { levelsPassedBy, type Progress } from "./model/progress.ts";
import { Finding, Mode, Verdict, VerdictName } from "./schema.ts";
import type { CodingRecords, Draft, HintRecord, RevealRecord, Submission, SubmissionLine } from "./stored.ts";

/** Everything the coding room keeps. A promise that resolves means that the rows are on the disk. */
export class CodingRepo {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  isDiskFull(error: unknown): boolean {
    return isDiskFull(error);
  }

  async saveDraft({ itemId, code, savedAt }: Draft): Promise<void> {
    await this.#store.db
      .insertInto("coding_draft")
      .values({ item_id: itemId, code, saved_at: savedAt })
      .onConflict((conflict) => conflict.column("item_id").doUpdateSet({ code, saved_at: savedAt }))
      .execute();
  }

  async draft(itemId: string): Promise<Draft | undefined> {
    const row = await this.#store.db
      .selectFrom("coding_draft")
      .selectAll()
      .where("item_id", "=", itemId)
      .executeTakeFirst();
    return row && { itemId: row.item_id, code: row.code, savedAt: row.saved_at };
  }

  /** From here on the submission is acknowledged: it will be judged, if need be at the next start. */
  async acknowledge(submission: Submission): Promise<void> {
    await this.#store.db.insertInto("coding_submission").values(toRow(submission)).execute();
  }

  /**
   * Stores a verdict and its evidence together, unless the submission has a verdict already (it was cancelled, or judged by
   * another server). Says whether this one was stored.
   */
  async conclude(submission: Submission, evidence: Evidence | undefined): Promise<boolean> {
    return this.#store.db.transaction().execute(async (transaction) => {
      const { id, ...row } = toRow(submission);
      const updated = await transaction
        .updateTable("coding_submission")
        .set(row)
        .where("id", "=", id)
        .where("result", "is", null)
        .executeTakeFirst();
      const stored = updated.numUpdatedRows > 0n;
      if (stored && evidence) await appendEvidence(transaction, [evidence]);
      return stored;
    });
  }

  async saveReading(id: string, reading: Finding[]): Promise<void> {
    await this.#store.db
      .updateTable("coding_submission")
      .set({ reading: JSON.stringify(reading) })
      .where("id", "=", id)
      .execute();
  }

  async submission(id: string): Promise<Submission | undefined> {
    const row = await this.#store.db
      .selectFrom("coding_submission")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirst();
    return row && fromRow(row);
  }

  /** Acknowledged and never judged, oldest first: the server stopped in between. */
  async unjudged(): Promise<Submission[]> {
    const rows = await this.#store.db
      .selectFrom("coding_submission")
      .selectAll()
      .where("result", "is", null)
      .orderBy("submitted_at")
      .orderBy("id")
      .execute();
    return rows.map(fromRow);
  }

  /** Newest first. */
  async submissionsOf(itemId: string): Promise<SubmissionLine[]> {
    const rows = await this.#store.db
      .selectFrom("coding_submission")
      .select(["id", "item_id", "mode", "seconds_used", "submitted_at", "verdict", "passed", "total"])
      .where("item_id", "=", itemId)
      .orderBy("submitted_at", "desc")
      .orderBy("id", "desc")
      .execute();
    return rows.map((row) => ({
      id: row.id,
      itemId: row.item_id,
      mode: Mode.parse(row.mode),
      secondsUsed: row.seconds_used,
      submittedAt: row.submitted_at,
      verdict: VerdictName.nullable().parse(row.verdict),
      passed: row.passed,
      total: row.total,
    }));
  }

  /** What was done with each problem (or with one), by item id. */
  async progress(itemId?: string): Promise<Map<string, Progress>> {
    const rows = await this.#store.db
      .selectFrom("coding_submission")
      .select(({ fn }) => ["item_id", fn.max("levels_passed").as("levels"), fn.countAll().as("attempts")])
      .$if(itemId !== undefined, (query) => query.where("item_id", "=", itemId ?? ""))
      .groupBy("item_id")
      .execute();
    return new Map(
      rows.map((row) => [row.item_id, { attempts: Number(row.attempts), levelsPassed: Number(row.levels) }]),
    );
  }

  /** Indices (from 1) of the hints taken, in order. */
  async hintsTaken(itemId: string): Promise<number[]> {
    const rows = await this.#store.db
      .selectFrom("coding_hint")
      .select("hint_index")
      .where("item_id", "=", itemId)
      .orderBy("hint_index")
      .execute();
    return rows.map((row) => row.hint_index);
  }

  async takeHint(hint: HintRecord): Promise<void> {
    await insertHint(this.#store.db, hint);
  }

  async isRevealed(itemId: string, itemVersion: string): Promise<boolean> {
    const row = await this.#store.db
      .selectFrom("coding_reveal")
      .select("revealed_at")
      .where("item_id", "=", itemId)
      .where("item_version", "=", itemVersion)
      .executeTakeFirst();
    return row !== undefined;
  }

  async reveal(reveal: RevealRecord): Promise<void> {
    await insertReveal(this.#store.db, reveal);
  }

  /** Everything, in a fixed order. */
  async dump(): Promise<CodingRecords> {
    const { db } = this.#store;
    const drafts = await db.selectFrom("coding_draft").selectAll().orderBy("item_id").execute();
    const submissions = await db.selectFrom("coding_submission").selectAll().orderBy("id").execute();
    const hints = await db.selectFrom("coding_hint").selectAll().orderBy("item_id").orderBy("hint_index").execute();
    const reveals = await db
      .selectFrom("coding_reveal")
      .selectAll()
      .orderBy("item_id")
      .orderBy("item_version")
      .execute();
    return {
      drafts: drafts.map((row) => ({ itemId: row.item_id, code: row.code, savedAt: row.saved_at })),
      submissions: submissions.map(fromRow),
      hints: hints.map((row) => ({ itemId: row.item_id, index: row.hint_index, takenAt: row.taken_at })),
      reveals: reveals.map((row) => ({
        itemId: row.item_id,
        itemVersion: row.item_version,
        revealedAt: row.revealed_at,
      })),
    };
  }

  /**
   * Adds records to what is there, all or nothing. What is there already stays: of two drafts the newer one, of a submission
   * the judged one. Doing it twice changes nothing.
   */
  async restore(records: CodingRecords): Promise<void> {
    await this.#store.db.transaction().execute(async (transaction) => {
      for (const draft of records.drafts) await mergeDraft(transaction, draft);
      for (const submission of records.submissions) await mergeSubmission(transaction, submission);
      for (const hint of records.hints) await insertHint(transaction, hint);
      for (const reveal of records.reveals) await insertReveal(transaction, reveal);
    });
  }
}

/** Unlike saving, importing keeps the newer of two drafts. */
async function mergeDraft(connection: Connection, { itemId, code, savedAt }: Draft): Promise<void> {
  await connection
    .insertInto("coding_draft")
    .values({ item_id: itemId, code, saved_at: savedAt })
    .onConflict((conflict) =>
      conflict.column("item_id").doUpdateSet({ code, saved_at: savedAt }).where("coding_draft.saved_at", "<", savedAt),
    )
    .execute();
}

async function mergeSubmission(connection: Connection, submission: Submission): Promise<void> {
  const { id, ...row } = toRow(submission);
  await connection
    .insertInto("coding_submission")
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row).where("coding_submission.result", "is", null))
    .execute();
}

async function insertHint(connection: Connection, { itemId, index, takenAt }: HintRecord): Promise<void> {
  await connection
    .insertInto("coding_hint")
    .values({ item_id: itemId, hint_index: index, taken_at: takenAt })
    .onConflict((conflict) => conflict.columns(["item_id", "hint_index"]).doNothing())
    .execute();
}

async function insertReveal(connection: Connection, reveal: RevealRecord): Promise<void> {
  await connection
    .insertInto("coding_reveal")
    .values({ item_id: reveal.itemId, item_version: reveal.itemVersion, revealed_at: reveal.revealedAt })
    .onConflict((conflict) => conflict.columns(["item_id", "item_version"]).doNothing())
    .execute();
}

function toRow(submission: Submission): SubmissionRow {
  const { result, reading, mode, help } = submission;
  return {
    id: submission.id,
    item_id: submission.itemId,
    item_version: submission.itemVersion,
    mode,
    code: submission.code,
    seconds_used: submission.secondsUsed,
    levels: submission.levels,
    hints_taken: help.hints,
    revealed: help.revealed ? 1 : 0,
    submitted_at: submission.submittedAt,
    judged_at: submission.judgedAt,
    verdict: result?.verdict ?? null,
    passed: result?.tests.filter(({ status }) => status === "passed").length ?? 0,
    total: result?.tests.length ?? 0,
    // visible tests alone prove nothing: a run never solves a problem
    levels_passed: result && mode === "submit" ? levelsPassedBy(result) : 0,
    result: result && JSON.stringify(result),
    reading: reading && JSON.stringify(reading),
  };
}

function fromRow(row: SubmissionRow): Submission {
  return {
    id: row.id,
    itemId: row.item_id,
    itemVersion: row.item_version,
    mode: Mode.parse(row.mode),
    code: row.code,
    secondsUsed: row.seconds_used,
    levels: row.levels,
    help: { hints: row.hints_taken, revealed: row.revealed === 1 },
    submittedAt: row.submitted_at,
    judgedAt: row.judged_at,
    result: row.result === null ? null : Verdict.parse(JSON.parse(row.result)),
    reading: row.reading === null ? null : Finding.array().parse(JSON.parse(row.reading)),
  };
}
