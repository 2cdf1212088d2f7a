import { counted } from "../../../../src/lib/text.ts";
import { percent } from "../../../ui/figures.ts";
import type { ReadinessChange } from "../map/types.ts";
import { intervalSaid } from "../map/wording.ts";

/** How much of a point is no change worth a word. */
const LEAST_POINTS = 0.5;

/** What was learned of readiness since a time, in one sentence. */
export function changeSaid({ title, before, now }: Pick<ReadinessChange, "title" | "before" | "now">): string {
  const rows = now.rows - before.rows;
  if (!now.enough)
    return rows > 0
      ? `${counted(rows, "exercise")} that you had never seen count from now on. How ready you are as ${title} is not known well enough yet.`
      : `Nothing of it counts towards readiness as ${title}: nothing that you had never seen was scored.`;
  const stands = `${percent(now.expected)} (${intervalSaid(now)})`;
  if (!before.enough) return `It is known now how ready you are as ${title}: ${stands}.`;
  const points = 100 * (now.expected - before.expected);
  if (Math.abs(points) < LEAST_POINTS) return `Readiness as ${title} stays at ${stands}.`;
  return `Readiness as ${title} went ${points > 0 ? "up" : "down"} from ${percent(before.expected)} to ${stands}.`;
}

/** The rounds of which more is known, the most changed first. */
export function changedRounds({ rounds }: Pick<ReadinessChange, "rounds">): ReadinessChange["rounds"] {
  return rounds
    .filter(({ before, now }) => now.enough && now.rows > before.rows)
    .toSorted((a, b) => Math.abs(changeOf(b)) - Math.abs(changeOf(a)));
}

const changeOf = ({ before, now }: ReadinessChange["rounds"][number]) => now.expected - before.expected;
