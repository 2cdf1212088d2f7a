import type { Clock } from "../../lib/clock.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import type { Part } from "../../shared/content/holdout.ts";
import type { Role } from "../../shared/content/role.ts";
import type { Skill } from "../../shared/content/skill.ts";
import type { Evidence } from "../../shared/evidence/evidence.ts";
import { type Abilities, abilitiesAt } from "./model/abilities.ts";
import { type Candidate, narrowing, readinessFor, type Weights } from "./model/readiness.ts";
import { weightsOfRole, weightsOfRound } from "./model/skills-of-rounds.ts";
import { dayNumber, observed } from "./observed.ts";
import type { PlanRepo } from "./repo.ts";
import type { Readiness, ReadyItem, RoundReadiness, Standing } from "./schema.ts";

export { PlanRepo } from "./repo.ts";

/** An item of the bank as planning sees it. */
export type PlanItem = Candidate & ReadyItem & { part: Part };

type Deps = {
  repo: PlanRepo;
  skills: ReadonlyMap<string, Skill>;
  roles: readonly Role[];
  /** Every item of the bank that evidence may name; asking reads it. */
  items: () => readonly PlanItem[];
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
    const { roles, skills, items, repo, clock } = this.#deps;
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
    const unseen = unseenOf(bank, evidence);
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

/** Items of the holdout that were not used up yet. */
function unseenOf(bank: readonly PlanItem[], evidence: readonly Evidence[]): PlanItem[] {
  const seen = new Set(evidence.map(({ itemId }) => itemId));
  return bank.filter(({ id, part }) => part === "holdout" && !seen.has(id));
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
    narrowedBy: narrowing(holdout, weights, unseen, NARROWING).map(({ id, slug, title, kind, minutes }) => ({
      id,
      slug,
      title,
      kind,
      minutes,
    })),
  };
}

function standingOf(abilities: Abilities, weights: Weights): Standing {
  const { expected, interval, enough } = readinessFor(abilities, weights);
  const rows = [...weights].reduce((sum, [id, weight]) => sum + (weight > 0 ? (abilities.rows.get(id) ?? 0) : 0), 0);
  return { rows, expected, interval, enough: enough && rows > 0 };
}
