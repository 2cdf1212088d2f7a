import { counted } from "../../../lib/text.ts";
import type { RoundKind } from "../../../shared/rounds/round-kind.ts";
import { expectedOn, GAIN, type Practicable, partsOf, type SkillState } from "./gain.ts";
import type { LocalDay } from "./local-days.ts";
import type { Phase } from "./plan-rules.ts";
import { byArea } from "./shares.ts";

/** A round of a role's loop that may be held as a mock. */
export type MockRound = {
  kind: RoundKind;
  round: string;
  minutes: number;
  /** What holdout says of it: null while that is not enough to act on. */
  expected: number | null;
};

export function reviewsReason({ due, count, phase }: { due: number; count: number; phase: Phase }): string {
  if (phase === "taper") return "The interview is near: what you know is kept fresh, and nothing new is begun.";
  if (count < due)
    return `${counted(due, "answer")} are due; these have waited longest, and the others can wait a day so that new things find room.`;
  return due === 1
    ? "One answer is due: recalled just before it fades, it stays longest."
    : `${due} answers are due: recalled just before they fade, they stay longest.`;
}

export function mockReason({ round, expected }: MockRound, which: "first" | "weekly"): string {
  const since = which === "weekly" ? "A mock a week shows what holds under time" : "A first mock shows where you stand";
  return expected === null
    ? `${since}, and there is not enough evidence yet on the round "${round}".`
    : `${since}, and "${round}" is where least is expected of you (${percent(expected)}).`;
}

type Around = { day: LocalDay; interview: LocalDay | null; titleOf: (id: string) => string; weighedBy: string };

const SURE_VARIANCE = 0.7;
const FADED_DAYS = 7;
const NEAR_DAYS = 3;

/** Why this item today, in one sentence: the strongest of the grounds on which it was chosen. */
export function itemReason(
  item: Practicable,
  skills: ReadonlyMap<string, SkillState>,
  { day, interview, titleOf, weighedBy }: Around,
): string {
  const state = partsOf(item, skills)[0]?.state;
  if (!state) return "It fits the time there is.";
  const title = titleOf(state.id);
  const counts = `${titleOf(state.area)} counts for ${percent(areaShare(state.area, skills))} of ${weighedBy}`;
  if (interview !== null && interview - day <= NEAR_DAYS)
    return `You have done this before, and a light look keeps ${title} fresh; ${counts}.`;
  if (state.last === null && state.variance > SURE_VARIANCE)
    return `Nothing is known of you in ${title} yet, and ${counts}.`;
  if (state.last !== null && day - state.last >= FADED_DAYS)
    return `${title} was last practised ${counted(day - state.last, "day")} ago and is fading; ${counts}.`;
  const expected = expectedOn(item, skills);
  const reach = Math.abs(expected - GAIN.bestScore) <= GAIN.scoreWidth / 2 ? ", about as hard as you can just do" : "";
  return `${title} has room to grow: ${percent(expected)} is expected of you on this one${reach}; ${counts}.`;
}

function areaShare(area: string, skills: ReadonlyMap<string, SkillState>): number {
  return byArea((id) => skills.get(id)?.share ?? 0, [...skills.values()]).get(area) ?? 0;
}

/** With a space that does not break. */
function percent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}
