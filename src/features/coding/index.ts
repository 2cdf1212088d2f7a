import { failed, ok, type Result } from "../../lib/result.ts";
import { exportCoding, restoreCoding } from "./archive.ts";
import { type CodingDeps, practiceProblem } from "./deps.ts";
import { reveal, takeHint } from "./help.ts";
import { listProblems, problemDetail } from "./problems.ts";
import type { HintTaken, ProblemDetail, ProblemList, Revealed, SubmissionDetail, SubmissionSummary } from "./schema.ts";
import type { CodingRecords, SubmissionLine } from "./stored.ts";
import { type Accepted, type Attempt, cancel, type Running, recover, submit } from "./submit.ts";

export { readExportedCoding } from "./archive.ts";
export { CodeReader } from "./code-reader.ts";
export { graderVersion } from "./judge/grader-version.ts";
export type { JudgeProgress } from "./judge/job.ts";
export { type JudgeInfo, JudgePool } from "./judge/pool.ts";
export { judgeRequest } from "./judge/request.ts";
export type { Proof } from "./prove/proof.ts";
export { type AssistedProof, proveAssisted } from "./prove/prove-assisted.ts";
export { proveProblem } from "./prove/prove-problem.ts";
export { understood } from "./prove/prove-requests.ts";
export { CodingRepo } from "./repo.ts";
export { assistedRounds } from "./rounds/assisted-rounds.ts";
export { codingRounds } from "./rounds/coding-rounds.ts";

/** The coding room: problems, drafts, submissions, help. */
export class CodingRoom {
  readonly #deps: CodingDeps & { running: Running };

  constructor(deps: CodingDeps) {
    this.#deps = { ...deps, running: new Map() };
  }

  problems(): Promise<ProblemList> {
    return listProblems(this.#deps);
  }

  problem(slug: string): Promise<Result<ProblemDetail, "unknown-problem">> {
    return problemDetail(this.#deps, slug);
  }

  async saveDraft(slug: string, code: string): Promise<Result<{ savedAt: string }, "unknown-problem">> {
    const problem = practiceProblem(this.#deps, slug);
    if (!problem) return failed("unknown-problem");
    const savedAt = this.#deps.clock().toISOString();
    await this.#deps.repo.saveDraft({ itemId: problem.item.id, code, savedAt });
    return ok({ savedAt });
  }

  takeHint(slug: string): Promise<Result<HintTaken, "unknown-problem" | "no-more-hints">> {
    return takeHint(this.#deps, slug);
  }

  reveal(slug: string): Promise<Result<Revealed, "unknown-problem">> {
    return reveal(this.#deps, slug);
  }

  submit(attempt: Attempt): Promise<Result<Accepted, "unknown-problem" | "tier-missing" | "busy">> {
    return submit(this.#deps, attempt);
  }

  cancel(submissionId: string): Promise<Result<boolean, "unknown-submission">> {
    return cancel(this.#deps, submissionId);
  }

  /** Judges what a former run of the server had acknowledged and not judged; returns how many there were. */
  recover(): Promise<number> {
    return recover(this.#deps);
  }

  /** Resolves when nothing is being judged any more and all of it is stored. */
  async settled(): Promise<void> {
    await Promise.all([...this.#deps.running.values()].map(({ over }) => over));
  }

  async submissions(slug: string): Promise<Result<SubmissionSummary[], "unknown-problem">> {
    const problem = practiceProblem(this.#deps, slug);
    if (!problem) return failed("unknown-problem");
    return ok((await this.#deps.repo.submissionsOf(problem.item.id)).map(summaryOf));
  }

  async submission(id: string): Promise<Result<SubmissionDetail, "unknown-submission">> {
    const found = await this.#deps.repo.submission(id);
    if (!found) return failed("unknown-submission");
    const { itemId, code, result, reading } = found;
    const tests = result?.tests ?? [];
    const passed = tests.filter(({ status }) => status === "passed").length;
    const line = { ...found, verdict: result?.verdict ?? null, passed, total: tests.length };
    const slug = this.#deps.bank.problems.find(({ item }) => item.id === itemId)?.slug ?? itemId;
    return ok({ ...summaryOf(line), slug, code, result, reading: reading ?? [] });
  }

  exportTo(folder: string): Promise<number> {
    return exportCoding(this.#deps, folder);
  }

  /** Adds what `readExportedCoding` read; doing it twice changes nothing. */
  restore(records: readonly CodingRecords[]): Promise<void> {
    return restoreCoding(this.#deps, records);
  }
}

function summaryOf(line: SubmissionLine): SubmissionSummary {
  const { id, mode, submittedAt, verdict, passed, total, secondsUsed } = line;
  return { id, mode, at: submittedAt, verdict, passed, total, secondsUsed };
}
