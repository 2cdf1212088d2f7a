import type { Clock } from "../../lib/clock.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import type { Part } from "../../shared/content/holdout.ts";
import type { Role } from "../../shared/content/role.ts";
import type { Skill } from "../../shared/content/skill.ts";
import { type Abilities, abilitiesAt } from "./model/abilities.ts";
import { type Candidate, narrowing, readinessFor, type Weights } from "./model/readiness.ts";
import { weightsOfRole, weightsOfRound } from "./model/skills-of-rounds.ts";
import { dayNumber, observed } from "./observed.ts";
import type { PlanRepo } from "./repo.ts";
import type { Narrowing, Readiness, RoundReadiness, Standing } from "./schema.ts";

export { readExportedDiagnostics } from "./diagnostic/archive.ts";
export { DiagnosticRepo } from "./diagnostic/repo.ts";
export { DiagnosticRoom } from "./diagnostic/room.ts";
export { PlanningRoom, readExportedPlan } from "./planning.ts";
export { PlanRepo } from "./repo.ts";
export type { PracticeItem } from "./situation.ts";

/** An item of the bank as planning sees it. */
export type PlanItem = Candidate & { kind: string; part: Part };

type Deps = {
  repo: PlanRepo;
  skills: ReadonlyMap<string, Skill>;
  roles: readonly Role[];
  /** Every item of the bank that evidence may name; asking reads it. */
  items: () => readonly PlanItem[];
  /** Ids of items that a mock has shown already, with evidence or without. */
  served: () => Promise<ReadonlySet<string>>;
  clock: Clock;
};

const NARROWING = 3;

/** Where a candidate stands for a role, from the log of evidence alone. */
export class PlanRoom {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Fails with a sentence where there is no such role. */
  async readiness(roleId: string): Promise<Result<Readiness, string>> {
    const { roles, skills, items, served, repo, clock } = this.#deps;
    const role = roles.find(({ id }) => id === roleId);
    if (!role) return failed(`There is no role "${roleId}"; there are ${roles.map(({ id }) => id).join(", ")}.`);
    const now = clock();
    const bank = items();
    const evidence = await repo.evidence();
    const tree = [...skills.values()];
    const difficulties = new Map(bank.map(({ id, difficulty }) => [id, difficulty]));
    const at = (part: Part): Abilities =>
      abilitiesAt(
        tree,
        evidence.filter((row) => row.part === part).map((row) => observed(row, (id) => difficulties.get(id))),
        dayNumber(now),
      );
    const measured = { holdout: at("holdout"), practice: at("practice") };
    const shown = await served();
    const unseen = bank.filter(({ id, part }) => part === "holdout" && !shown.has(id));
    const ofRole = weightsOfRole(role, tree);
    return ok({
      role: role.id,
      title: role.title,
      asOf: now.toISOString(),
      overall: standingsOf(measured, ofRole, unseen),
      rounds: role.loop.map(({ round, kind }) => ({
        round,
        kind,
        ...standingsOf(measured, weightsOfRound(kind, ofRole, tree), unseen),
      })),
    });
  }
}

function standingsOf(
  { holdout, practice }: { holdout: Abilities; practice: Abilities },
  weights: Weights,
  unseen: readonly PlanItem[],
): Omit<RoundReadiness, "round" | "kind"> {
  const measured = standingOf(holdout, weights);
  const practised = standingOf(practice, weights);
  return {
    holdout: measured,
    practice: practised,
    optimism: measured.enough && practised.enough ? practised.expected - measured.expected : null,
    narrowedBy: measured.enough ? [] : toldMostBy(holdout, weights, unseen),
  };
}

/** Items of what the weights ask for first; which they are is not given away, only of what kind and about what. */
function toldMostBy(holdout: Abilities, weights: Weights, unseen: readonly PlanItem[]): Narrowing[] {
  const own = unseen.filter(({ skills: [first = ""] }) => (weights.get(first) ?? 0) > 0);
  return narrowing(holdout, weights, own, NARROWING).map(({ kind, skills, minutes }) => ({ kind, skills, minutes }));
}

function standingOf(abilities: Abilities, weights: Weights): Standing {
  const { expected, interval, enough } = readinessFor(abilities, weights);
  const rows = abilities.rows.filter((skills) => skills.some((id) => (weights.get(id) ?? 0) > 0)).length;
  return { rows, expected, interval, enough: enough && rows > 0 };
}
