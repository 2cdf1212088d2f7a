import type { Result } from "../../lib/result.ts";
import { exportDesigns } from "./archive.ts";
import { askQuestion } from "./ask.ts";
import { beginAttempt, readAttempt, saveDraft } from "./attempt.ts";
import { caseDetail, listCases } from "./cases.ts";
import type { DesignDeps } from "./deps.ts";
import { handIn } from "./estimates.ts";
import { finishAttempt } from "./finish.ts";
import { answerProbe } from "./probes.ts";
import { keepRun } from "./runs.ts";
import type { Attempt, CaseDetail, CaseList, DraftBody, DraftSaved, RunBody, WorkedOut } from "./schema.ts";
import type { WholeAttempt } from "./stored.ts";
import { workOut } from "./work-out.ts";

export { readExportedDesigns } from "./archive.ts";
export { caseFolders, loadCases } from "./case-bank.ts";
export { readCaseFolder, readPrompts } from "./case-folder.ts";
export { questionOf } from "./grade-prompt.ts";
export type { RunOutcome } from "./prove/case-run.ts";
export { type CaseProof, type CaseProver, proveCase, provePrompts } from "./prove/prove-case.ts";
export { RunPool } from "./prove/run-pool.ts";
export { simulatorVersion } from "./prove/simulator-version.ts";
export { DesignRepo } from "./repo.ts";
export { systemDesignRound } from "./round/design-provider.ts";

type Unknown = "unknown-attempt";
type Closed = Unknown | "attempt-finished";

/** The design room: cases, the interviewer, estimates, runs, probes, the scorecard. */
export class DesignRoom {
  readonly #deps: DesignDeps;

  constructor(deps: DesignDeps) {
    this.#deps = deps;
  }

  cases(): Promise<CaseList> {
    return listCases(this.#deps);
  }

  case(slug: string): Promise<Result<CaseDetail, "unknown-case">> {
    return caseDetail(this.#deps, slug);
  }

  begin(slug: string): Promise<Result<Attempt, "unknown-case">> {
    return beginAttempt(this.#deps, slug);
  }

  attempt(id: string): Promise<Result<Attempt, Unknown>> {
    return readAttempt(this.#deps, id);
  }

  saveDraft(id: string, body: DraftBody): Promise<Result<DraftSaved, Closed>> {
    return saveDraft(this.#deps, id, body);
  }

  ask(id: string, text: string): Promise<Result<Attempt, Closed>> {
    return this.#after(id, askQuestion(this.#deps, id, text));
  }

  handIn(id: string, estimates: Record<string, string>): Promise<Result<Attempt, Closed | "estimates-closed">> {
    return this.#after(id, handIn(this.#deps, id, estimates));
  }

  workOut(
    id: string,
    figures: { estimate: string; given: Record<string, number> },
  ): Promise<Result<WorkedOut, Unknown | "unknown-estimate" | "estimates-open">> {
    return workOut(this.#deps, id, figures);
  }

  keepRun(id: string, body: RunBody): Promise<Result<Attempt, Closed>> {
    return this.#after(id, keepRun(this.#deps, id, body));
  }

  answerProbe(id: string, answer: { probe: string; text: string }): Promise<Result<Attempt, Closed | "unknown-probe">> {
    return this.#after(id, answerProbe(this.#deps, id, answer));
  }

  /** Grades what was written, scores it all, and closes the attempt; one that is finished stays as it is. */
  finish(id: string): Promise<Result<Attempt, Unknown>> {
    return this.#after(id, finishAttempt(this.#deps, id));
  }

  exportTo(folder: string): Promise<number> {
    return exportDesigns(this.#deps, folder);
  }

  /** Adds what `readExportedDesigns` read; doing it twice changes nothing. */
  restore(attempts: readonly WholeAttempt[][]): Promise<void> {
    return this.#deps.repo.restore(attempts.flat());
  }

  /** The attempt as it stands once something was done to it. */
  async #after<Reason>(id: string, done: Promise<Result<unknown, Reason>>): Promise<Result<Attempt, Reason | Unknown>> {
    const result = await done;
    return result.ok ? readAttempt(this.#deps, id) : result;
  }
}
