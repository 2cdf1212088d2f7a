import type { Scorecard, ScoredDimension } from "../../features/interview/schema.ts";
import { visible } from "./visible.ts";

/** A scorecard in plain words, for a terminal. */
export function describeScorecard(scorecard: Scorecard): string {
  const { said, score, low, high, rounds, practise } = visible(scorecard);
  const overall = score === null ? "" : ` (${share(score)}, 90 % interval ${share(low)} to ${share(high)})`;
  return [
    `${said}${overall}`,
    ...rounds.map(({ said: text, dimensions, others }) =>
      [text, ...dimensions.map(line), ...(others.length > 0 ? ["  Also in the score:", ...others.map(line)] : [])].join(
        "\n",
      ),
    ),
    ...(practise.length > 0
      ? [["Practise next:", ...practise.map(({ title, why }) => `  ${title}: ${why}`)].join("\n")]
      : []),
  ].join("\n\n");
}

function line({ title, score, level, from, stronger }: ScoredDimension): string {
  const measured = from.length === 0 ? "" : ` (measured by: ${from.join(", ").toLowerCase()})`;
  const said = level === null ? "" : ` ${level.replaceAll("-", " ")}.`;
  return `  ${share(score).padStart(5)}  ${title}${measured}.${said} ${stronger}`;
}

function share(score: number | null): string {
  return score === null ? "–" : `${Math.round(100 * score)} %`;
}
