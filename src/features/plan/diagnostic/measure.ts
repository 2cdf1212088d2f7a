import type { Role } from "../../../shared/content/role.ts";
import type { Evidence } from "../../../shared/evidence/evidence.ts";
import type { Abilities } from "../model/abilities.ts";
import type { Offered } from "../model/diagnostic.ts";
import type { Weights } from "../model/readiness.ts";
import { weightsOfRole } from "../model/skills-of-rounds.ts";
import type { DiagnosticDeps, HeldQuestion } from "./deps.ts";

/** A held-out question that was never shown, with the area that it is about. */
export type Unseen = HeldQuestion & Offered;

/** What the holdout alone says of abilities at a time, and what a role weighs. */
export type Known = { weights: Weights; abilities: Abilities };

/** With `graded`, as if that were in the log already. */
export async function knownAt(
  { skills, model }: DiagnosticDeps,
  role: Role,
  { at, graded }: { at: Date; graded?: Evidence | undefined },
): Promise<Known> {
  const abilities = graded ? model.abilitiesWith(graded, "holdout", at) : model.abilities("holdout", at);
  return { weights: weightsOfRole(role, [...skills.values()]), abilities: await abilities };
}

/** Held-out questions that no room, mock or diagnostic has shown. */
export async function unseenBy({ repo, servedInMocks, questions, skills, model }: DiagnosticDeps): Promise<Unseen[]> {
  const [own, mocks, log] = await Promise.all([repo.servedItems(), servedInMocks(), model.log()]);
  // a question that was practised before the bank grew may be held out since
  const practised = new Set(log.map(({ itemId }) => itemId));
  return questions
    .all()
    .filter(({ id }) => !own.has(id) && !mocks.has(id) && !practised.has(id))
    .map((each) => ({ ...each, area: skills.get(each.skills[0] ?? "")?.area ?? "" }));
}
