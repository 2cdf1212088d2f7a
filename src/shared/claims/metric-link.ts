import { fits, type Measured } from "./metric-fit.ts";
import type { MetricMention } from "./metrics.ts";
import { wordsBefore } from "./quantity.ts";

type Place = { start: number; end: number };
/** Where one looks: the sentence, the metrics that it names and its figures. */
export type Around = { words: string; mentions: readonly MetricMention[]; figures: readonly Place[] };

const LINKS = new Set(
  `of at to is was were are be been from by an a the = : ~ ≈ about around approximately roughly nearly over up down only just
reached reaching hit achieved achieving got with score scores scored rate in on it has had now us reduced increased decreased
improved dropped fell rose raised lowered slightly significantly dramatically substantially went grew`.split(/\s+/),
);
const CLAUSE_END = /[;|]|\.\s|:\s(?!\d)|\s[–—]\s/u;
// "0.71 (majority class: 0.33)": what it is held against is measured alike.
const HELD_AGAINST = /\((?!.*\))|\b(?:vs|versus|compared|baseline|majority|human)\b/iu;
const CONDITION = /(?<![\p{L}])(?:at|given)\s+$/iu;
// How far off a metric may stand, counted in words: of a level and of a change with a unit, of two numbers that moved, of bare digits.
const FARTHEST = { level: 6, change: 7, moved: 8, bare: 4 };

/** The metric that a figure speaks of: the nearest that is measured so. */
export function metricOf(figure: Place, measured: Measured, around: Around): MetricMention | undefined {
  const { unit, moved } = measured;
  const farthest = FARTHEST[moved ? "moved" : unit === undefined ? "bare" : measured.kind];
  const metricFirst = startsWithMetric(around);
  let best: { mention: MetricMention; cost: number } | undefined;
  for (const mention of around.mentions) {
    const condition = conditionAt(mention, around);
    if (!fits(mention.metric, measured) || (condition && condition.start !== figure.start)) continue;
    if (condition) return mention;
    const farther =
      (moved && detour(figure, mention, around)) || (unit === undefined && apart(figure, mention, around));
    const cost = costOf(figure, mention, { ...around, metricFirst }) + (farther ? 4 : 0);
    if (cost <= farthest && (!best || cost < best.cost)) best = { mention, cost };
  }
  return best?.mention;
}

/** "Recall at 90 % precision": the figure that a metric is held at, which no other figure is of. */
function conditionAt(mention: Place, { figures, words }: Around): Place | undefined {
  return figures.find(
    ({ start, end }) =>
      end < mention.start && words.slice(end, mention.start).trim() === "" && CONDITION.test(wordsBefore(words, start)),
  );
}

function costOf(
  figure: Place,
  mention: Place,
  { words, figures, metricFirst }: Around & { metricFirst: boolean },
): number {
  if (mention.start < figure.end && figure.start < mention.end) return 0;
  const after = mention.start >= figure.end;
  const [from, to] = after ? [figure.end, mention.start] : [mention.end, figure.start];
  const gap = words.slice(from, to);
  const real = (gap.match(/[\p{L}=:~≈][\p{L}\p{N}'’@%.-]*/gu) ?? []).filter((word) => !LINKS.has(word.toLowerCase()));
  const crossed = figures.filter(
    ({ start, end }) => start >= from && end <= to && !CONDITION.test(wordsBefore(words, start)),
  );
  const commas = gap.match(/,(?!\d)/gu)?.length ?? 0;
  return (
    real.length +
    commas * 2 +
    crossed.length * (HELD_AGAINST.test(gap) ? 1.5 : 4) +
    (CLAUSE_END.test(after ? gap : gap.replace(/:\s*$/u, "")) ? 8 : 0) +
    (/\b(?:and|but|because|while|which|who|although)\b/u.test(gap) ? 2 : 0) +
    (after && gap.includes("(") ? 2 : 0) +
    (after && /\b(?:of|in)\b/u.test(gap) ? 0.5 : 0) +
    (after ? (metricFirst ? 1.5 : 0) : 0.5)
  );
}

/** "precision fell from 0.86 to 0.85, with better recall": what moved was named before, or stands right behind. */
function detour(figure: Place, mention: Place, { words }: Around): boolean {
  return mention.start > figure.end && words.slice(figure.end, mention.start).trim() !== "";
}

/** "fitness: 3.08, accuracy: 10 %": bare digits go with what stands before the comma. */
function apart(figure: Place, mention: Place, { words }: Around): boolean {
  return mention.start > figure.end && /[,;:|]/u.test(words.slice(figure.end, mention.start));
}

function startsWithMetric({ mentions, figures }: Around): boolean {
  const [figure, mention] = [figures[0], mentions[0]];
  return figure !== undefined && mention !== undefined && mention.end <= figure.start;
}
