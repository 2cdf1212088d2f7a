import type { StoryFeedback } from "../../features/stories/schema.ts";

const BAR = 50;
const LETTERS = { situation: "S", task: "T", action: "A", result: "R", learning: "L", aside: "·" } as const;

/** A story's feedback for a terminal: the bar of its parts, what to mend, levels, follow-ups. */
export function describeStory({
  parts,
  seconds,
  words,
  standingSaid,
  findings,
  competencies,
  probes,
  score,
  se,
}: StoryFeedback): string {
  const bar = parts.map(({ part, share }) => LETTERS[part].repeat(Math.round(BAR * share))).join("");
  const shares = parts
    .map(({ part, share, seconds }) => `${part} ${Math.round(100 * share)} % (${Math.round(seconds)} s)`)
    .join(", ");
  const mends = findings.flatMap(({ said, mend, spans }) => [
    `– ${said} ${mend}`,
    ...spans.slice(0, 2).map(({ text }) => `    “${text.replace(/\s+/g, " ").trim()}”`),
  ]);
  const levels = competencies.flatMap(({ title, level, anchor }) =>
    level === null ? [] : [`${title} ${level} of 5: ${anchor}`],
  );
  return [
    `${standingSaid}  ${score.toFixed(2)} ± ${se.toFixed(2)}`,
    `${bar}  ${words} words, ${Math.round(seconds)} s`,
    shares,
    ...mends,
    ...levels,
    ...(probes.length > 0 ? ["What would be asked next:", ...probes.map(({ ask }) => `? ${ask}`)] : []),
  ].join("\n");
}
