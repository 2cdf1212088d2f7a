import { failed, ok, type Result } from "../../lib/result.ts";
import { exportExplained } from "./archive.ts";
import { conceptDetail, listConcepts } from "./concepts.ts";
import type { ExplainDeps } from "./deps.ts";
import { answerFollowUp } from "./follow-up.ts";
import type { ConceptDetail, ConceptList, ExplainBody, ReadAttempt, SideBySide } from "./schema.ts";
import { shownOf } from "./show.ts";
import { compare } from "./side-by-side.ts";
import type { StoredExplanation } from "./stored.ts";
import { tell } from "./tell.ts";

export { readExportedExplanations } from "./archive.ts";
export { type DrillProof, proveDrill } from "./prove/prove-drill.ts";
export { ExplainRepo } from "./repo.ts";
export { check as checkExplanation } from "./tell.ts";

/** The explain room: one concept told to several listeners. */
export class ExplainRoom {
  readonly #deps: ExplainDeps;

  constructor(deps: ExplainDeps) {
    this.#deps = deps;
  }

  concepts(): Promise<ConceptList> {
    return listConcepts(this.#deps);
  }

  concept(slug: string): Promise<Result<ConceptDetail, "unknown-concept">> {
    return conceptDetail(this.#deps, slug);
  }

  explain(slug: string, body: ExplainBody): Promise<Result<ReadAttempt, "unknown-concept" | "unknown-listener">> {
    return tell(this.#deps, slug, body);
  }

  async attempt(id: string): Promise<Result<ReadAttempt, "unknown-explanation">> {
    const attempt = await this.#deps.repo.attempt(id);
    const found = this.#deps.drills().find(({ drill }) => drill.id === attempt?.itemId);
    const shown = attempt && found && shownOf(found, attempt);
    return shown ? ok(shown) : failed("unknown-explanation");
  }

  followUp(id: string, text: string): Promise<Result<ReadAttempt, "unknown-explanation" | "nothing-asked">> {
    return answerFollowUp(this.#deps, id, text);
  }

  sideBySide(
    slug: string,
    ids: { left: string; right: string },
  ): Promise<Result<SideBySide, "unknown-concept" | "unknown-explanation">> {
    return compare(this.#deps, slug, ids);
  }

  exportTo(folder: string): Promise<number> {
    return exportExplained(this.#deps, folder);
  }

  /** Adds what `readExportedExplanations` read; doing it twice changes nothing. */
  restore(attempts: readonly StoredExplanation[][]): Promise<void> {
    return this.#deps.repo.restore(attempts.flat());
  }
}
