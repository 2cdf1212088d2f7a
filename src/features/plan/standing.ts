import type { Role } from "../../shared/content/role.ts";
import type { Abilities, SkillTree } from "./model/abilities.ts";
import { abilitiesAhead, exercisesIn, paceOf } from "./model/ahead.ts";
import { type Candidate, narrowing, readinessFor, type Weights } from "./model/readiness.ts";
import { weightsOfRole, weightsOfRound } from "./model/skills-of-rounds.ts";
import { dayNumber, type Observed } from "./observed.ts";
import type { Forecast, Measured, Narrowing, Readiness, Standing } from "./schema.ts";

/** What the two parts of the log say. */
export type Halves = { holdout: Abilities; practice: Abilities };

type Unseen = readonly (Candidate & { kind: string })[];

const NARROWING = 3;

/** The whole loop of a role, and each of its rounds. */
export function readinessOf(
  role: Role,
  tree: SkillTree,
  { halves, unseen, now }: { halves: Halves; unseen: Unseen; now: Date },
): Omit<Readiness, "forecast"> {
  const ofRole = weightsOfRole(role, tree);
  return {
    role: role.id,
    title: role.title,
    asOf: now.toISOString(),
    overall: measured(halves, ofRole, unseen),
    rounds: role.loop.map(({ round, kind }) => ({
      round,
      kind,
      ...measured(halves, weightsOfRound(kind, ofRole, tree), unseen),
    })),
  };
}

/** What is expected on a day ahead: at the pace of late, and if nothing more is done. */
export function forecastOf(
  holdout: Abilities,
  weights: Weights,
  { rows, now, days }: { rows: readonly Observed[]; now: Date; days: number },
): Pick<Forecast, "goingOn" | "stopping"> {
  const expected = (exercises: ReadonlyMap<string, number>) => {
    const { rows: _, ...standing } = standingOf(abilitiesAhead(holdout, days, exercises), weights);
    return standing;
  };
  return { goingOn: expected(exercisesIn(days, paceOf(rows, dayNumber(now)))), stopping: expected(new Map()) };
}

function measured({ holdout, practice }: Halves, weights: Weights, unseen: Unseen): Measured {
  const shown = standingOf(holdout, weights);
  const practised = standingOf(practice, weights);
  return {
    holdout: shown,
    practice: practised,
    optimism: shown.enough && practised.enough ? practised.expected - shown.expected : null,
    narrowedBy: shown.enough ? [] : toldMostBy(holdout, weights, unseen),
  };
}

/** Items of what the weights ask for first; which they are is not given away, only of what kind and about what. */
function toldMostBy(holdout: Abilities, weights: Weights, unseen: Unseen): Narrowing[] {
  const own = unseen.filter(({ skills: [first = ""] }) => (weights.get(first) ?? 0) > 0);
  return narrowing(holdout, weights, own, NARROWING).map(({ kind, skills, minutes }) => ({ kind, skills, minutes }));
}

export function standingOf(abilities: Abilities, weights: Weights): Standing {
  const { expected, interval, enough } = readinessFor(abilities, weights);
  const bySkill = rowsBySkill(abilities);
  const lists = new Set([...weights].flatMap(([id, weight]) => (weight > 0 ? (bySkill.get(id) ?? []) : [])));
  const rows = [...lists].reduce((sum, { count }) => sum + count, 0);
  return { rows, expected, interval, enough: enough && rows > 0 };
}

/** Skills that a row was about. */
export function triedSkills(abilities: Abilities): string[] {
  return [...rowsBySkill(abilities).keys()];
}

type SameRows = { skills: readonly string[]; count: number };
const counted = new WeakMap<Abilities, ReadonlyMap<string, readonly SameRows[]>>();

/** A map asks this of each of 140 skills, a year has 20,000 rows, and few lists of skills stand in them. */
function rowsBySkill(abilities: Abilities): ReadonlyMap<string, readonly SameRows[]> {
  const known = counted.get(abilities);
  if (known) return known;
  const lists = [...Map.groupBy(abilities.rows, (skills) => skills)];
  const each = lists.flatMap(([skills, { length: count }]) => {
    const rows = { skills, count };
    return skills.map((id) => ({ id, rows }));
  });
  const bySkill = new Map([...Map.groupBy(each, ({ id }) => id)].map(([id, own]) => [id, own.map(({ rows }) => rows)]));
  counted.set(abilities, bySkill);
  return bySkill;
}

const WEEKS = 12;
const DAY_MS = 86_400_000;
const FIRST_MONDAY = 4; // 1970-01-05

/** The starts of the last Mondays in UTC, before today and after `first`: the same ones all week, so that they are kept. */
export function weeksBefore(now: Date, first: Date): Date[] {
  const today = Math.floor(dayNumber(now));
  const last = today - ((today - FIRST_MONDAY) % 7 || 7);
  return Array.from({ length: WEEKS }, (_, at) => last - 7 * (WEEKS - 1 - at))
    .filter((day) => day > dayNumber(first))
    .map((day) => new Date(day * DAY_MS));
}
