import type { Role } from "../../../shared/content/role.ts";
import { type Abilities, abilitiesAt } from "../model/abilities.ts";
import type { Offered } from "../model/diagnostic.ts";
import { withExercises } from "../model/exercises.ts";
import type { Weights } from "../model/readiness.ts";
import { weightsOfRole } from "../model/skills-of-rounds.ts";
import { dayNumber, type Observed } from "../observed.ts";
import type { DiagnosticDeps, HeldQuestion } from "./deps.ts";

/** A held-out question that was never shown, with the area that it is about. */
export type Unseen = HeldQuestion & Offered;

/** What the holdout alone says of abilities at a time, and what a role weighs. */
export type Known = { weights: Weights; abilities: Abilities };

export function knownAt(
  { skills }: DiagnosticDeps,
  role: Role,
  { at, rows }: { at: Date; rows: readonly Observed[] },
): Known {
  const tree = [...skills.values()];
  const day = dayNumber(at);
  const held = withExercises(rows, day).filter(({ part }) => part === "holdout");
  return { weights: weightsOfRole(role, tree), abilities: abilitiesAt(tree, held, day) };
}

/** Held-out questions that no room, mock or diagnostic has shown. */
export async function unseenBy(deps: DiagnosticDeps, rows: readonly Observed[]): Promise<Unseen[]> {
  const { repo, servedInMocks, questions, skills } = deps;
  const [own, mocks] = await Promise.all([repo.servedItems(), servedInMocks()]);
  // a question that was practised before the bank grew may be held out since
  const practised = new Set(rows.map(({ itemId }) => itemId));
  return questions
    .all()
    .filter(({ id }) => !own.has(id) && !mocks.has(id) && !practised.has(id))
    .map((each) => ({ ...each, area: skills.get(each.skills[0] ?? "")?.area ?? "" }));
}
