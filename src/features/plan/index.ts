import type { Clock } from "../../lib/clock.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import type { Part } from "../../shared/content/holdout.ts";
import type { Role } from "../../shared/content/role.ts";
import type { Skill } from "../../shared/content/skill.ts";
import { type Card, forgettingOf, skillsOnMap, spentOf } from "./map.ts";
import { dayOfIso, localDay } from "./model/local-days.ts";
import type { Candidate, Weights } from "./model/readiness.ts";
import { weightsOfRole, weightsOfRound } from "./model/skills-of-rounds.ts";
import type { Forecast, Readiness, ReadinessChange, ReadinessOverTime, SkillMap, Target } from "./schema.ts";
import type { SkillModel } from "./skill-model.ts";
import { type SkillStanding, skillStandings } from "./skill-standings.ts";
import { forecastOf, type Halves, readinessOf, standingOf, weeksBefore } from "./standing.ts";

export { readExportedDiagnostics } from "./diagnostic/archive.ts";
export { DiagnosticRepo } from "./diagnostic/repo.ts";
export { DiagnosticRoom } from "./diagnostic/room.ts";
export { weightsOfRole } from "./model/skills-of-rounds.ts";
export { PlanningRoom, readExportedPlan } from "./planning.ts";
export { PlanRepo } from "./repo.ts";
export type { PracticeItem } from "./situation.ts";
export { SkillModel } from "./skill-model.ts";

/** An item of the bank as planning sees it. */
export type PlanItem = Candidate & { kind: string; part: Part };

type Deps = {
  model: SkillModel;
  skills: ReadonlyMap<string, Skill>;
  roles: readonly Role[];
  /** Every item of the bank that evidence may name; asking reads it. */
  items: () => readonly PlanItem[];
  /** Ids of items that a mock has shown already, with evidence or without. */
  served: () => Promise<ReadonlySet<string>>;
  /** Questions that are kept in memory by reviews, and how well. */
  cards: () => Promise<readonly Card[]>;
  /** What is prepared for, where that was said. */
  target: () => Promise<Pick<Target, "role" | "date" | "hoursAWeek" | "timeZone"> | undefined>;
  clock: Clock;
};

type Answer<T> = Promise<Result<T, string>>;

/** Where a candidate stands for a role, from the log of evidence alone. Without a role the target's is meant. */
export class PlanRoom {
  readonly #deps: Deps;
  #standings: { halves: Halves; of: ReadonlyMap<string, SkillStanding> } | undefined;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** What is known of each skill that was tried. */
  async standings(): Promise<ReadonlyMap<string, SkillStanding>> {
    const halves = await this.#halves(this.#deps.clock());
    const known = this.#standings;
    if (known?.halves.holdout === halves.holdout && known.halves.practice === halves.practice) return known.of;
    this.#standings = { halves, of: skillStandings(halves) };
    return this.#standings.of;
  }

  /** What to expect over weighed skills together: on the holdout where that is enough to act on, else in practice; else null. */
  async expectations(): Promise<(weights: Weights) => number | null> {
    const { holdout, practice } = await this.#halves(this.#deps.clock());
    return (weights) => {
      const shown = standingOf(holdout, weights);
      const { expected, enough } = shown.enough ? shown : standingOf(practice, weights);
      return enough ? expected : null;
    };
  }

  /** Fails with a sentence where there is no such role. */
  async readiness(roleId?: string): Answer<Readiness> {
    const role = await this.#role(roleId);
    if (!role.ok) return role;
    const now = this.#deps.clock();
    return ok(await this.#readiness(role.value, await this.#halves(now), now));
  }

  /** What has changed since a time, a mock's beginning for one: readiness as the log had it then, and now. */
  async change(roleId: string | undefined, since: string): Answer<ReadinessChange> {
    const role = await this.#role(roleId);
    if (!role.ok) return role;
    const then = new Date(since);
    if (Number.isNaN(+then)) return failed(`"${since}" is no time; write it as 2026-11-27T09:00:00Z.`);
    const { model, skills, clock } = this.#deps;
    const tree = [...skills.values()];
    const ofRole = weightsOfRole(role.value, tree);
    const [before, now] = [await model.abilities("holdout", then), await model.abilities("holdout", clock())];
    const both = (weights: Weights) => ({ before: standingOf(before, weights), now: standingOf(now, weights) });
    const rounds = role.value.loop.map(({ round, kind }) => ({
      round,
      ...both(weightsOfRound(kind, ofRole, tree)),
    }));
    return ok({ title: role.value.title, ...both(ofRole), rounds });
  }

  /** Readiness as the log had it on past Mondays, and now. */
  async readinessOverTime(roleId?: string): Answer<ReadinessOverTime> {
    const role = await this.#role(roleId);
    if (!role.ok) return role;
    const { model, skills, clock } = this.#deps;
    const weights = weightsOfRole(role.value, [...skills.values()]);
    const [first] = await model.log();
    const now = clock();
    const points: ReadinessOverTime["points"] = [];
    for (const at of [...(first ? weeksBefore(now, new Date(first.at)) : []), now])
      points.push({ at: at.toISOString(), ...standingOf(await model.abilities("holdout", at), weights) });
    return ok({ points });
  }

  async map(roleId?: string): Answer<SkillMap> {
    const role = await this.#role(roleId);
    if (!role.ok) return role;
    const { model, skills, roles, clock } = this.#deps;
    const now = clock();
    const [halves, log, cards, target] = [
      await this.#halves(now),
      await model.log(),
      await this.#deps.cards(),
      await this.#deps.target(),
    ];
    const tree = [...skills.values()];
    const weights = weightsOfRole(role.value, tree);
    return ok({
      roles: roles.map(({ id, title }) => ({ id, title })),
      readiness: await this.#readiness(role.value, halves, now),
      areas: skillsOnMap(tree, weights, { halves, cards, now }),
      forgetting: forgettingOf(cards, now, target ? daysLeft(target, now) : null),
      spent: spentOf(log, { tree, weights, now, hoursAWeek: target?.hoursAWeek ?? null }),
    });
  }

  async #role(asked: string | undefined): Answer<Role> {
    const { roles, target } = this.#deps;
    const id = asked ?? (await target())?.role;
    // a target may name a role that a newer bank has no more
    const role = roles.find((each) => each.id === id) ?? (asked === undefined ? roles[0] : undefined);
    if (role) return ok(role);
    return failed(`There is no role "${id}"; there are ${roles.map((each) => each.id).join(", ")}.`);
  }

  async #halves(now: Date): Promise<Halves> {
    const { model } = this.#deps;
    return { holdout: await model.abilities("holdout", now), practice: await model.abilities("practice", now) };
  }

  async #readiness(role: Role, halves: Halves, now: Date): Promise<Readiness> {
    const { skills, items, served } = this.#deps;
    const shown = await served();
    const unseen = items().filter(({ id, part }) => part === "holdout" && !shown.has(id));
    const tree = [...skills.values()];
    const readiness = readinessOf(role, tree, { halves, unseen, now });
    return {
      ...readiness,
      forecast: await this.#forecast(readiness, { halves, weights: weightsOfRole(role, tree), now }),
    };
  }

  async #forecast(
    { overall }: Pick<Readiness, "overall">,
    { halves, weights, now }: { halves: Halves; weights: Weights; now: Date },
  ): Promise<Forecast | null> {
    const target = await this.#deps.target();
    const days = target ? daysLeft(target, now) : null;
    if (!target?.date || days === null || days < 1 || !overall.holdout.enough) return null;
    const rows = await this.#deps.model.log();
    return { day: target.date, days, ...forecastOf(halves.holdout, weights, { rows, now, days }) };
  }
}

/** Days of the calendar until the interview, as the plan counts them; null without one, and negative where it has passed. */
function daysLeft({ date, timeZone }: Pick<Target, "date" | "timeZone">, now: Date): number | null {
  const day = date === null ? undefined : dayOfIso(date);
  return day === undefined ? null : day - localDay(now, timeZone);
}
