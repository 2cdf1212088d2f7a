import type { Scorecard } from "../../features/interview/schema.ts";
import { visible } from "./visible.ts";

/** A scorecard in plain words, for a terminal. */
export function describeScorecard(scorecard: Scorecard): string {
  const { said, score, low, high, rounds, practise } = visible(scorecard);
  const overall = score === null ? "" : ` (${share(score)}, 90 % interval ${share(low)} to ${share(high)})`;
  return [
    `${said}${overall}`,
    ...rounds.map(({ said: text, dimensions }) =>
      [
        text,
        ...dimensions.map(({ title, score: each, stronger }) => `  ${share(each).padStart(5)}  ${title}. ${stronger}`),
      ].join("\n"),
    ),
    ...(practise.length > 0
      ? [["Practise next:", ...practise.map(({ title, why }) => `  ${title}: ${why}`)].join("\n")]
      : []),
  ].join("\n\n");
}

function share(score: number | null): string {
  return score === null ? "–" : `${Math.round(100 * score)} %`;
}
