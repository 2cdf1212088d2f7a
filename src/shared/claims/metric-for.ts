import type { Claim } from "./claim.ts";
import { listedMetric } from "./listed-metrics.ts";
import type { Measured } from "./metric-fit.ts";
import { type Around, metricOf } from "./metric-link.ts";
import { type MetricMention, metricNamed, metricsIn } from "./metrics.ts";
import type { Figure } from "./pairs.ts";
import { wordsBefore } from "./quantity.ts";

/** A metric by its standard name; `mention` where this sentence names it. */
export type NamedMetric = Pick<MetricMention, "metric" | "name"> & { mention?: MetricMention };

type Context = Around & {
  figures: readonly Figure[];
  kind: Claim["kind"];
  /** The claims before it: those of this sentence and of the one before, in order. */
  earlier: readonly Claim[];
};

/** The metric that a figure speaks of, by a list, by what stands near or by what was said before. */
export function metricFor(figure: Figure, context: Context): NamedMetric | undefined {
  const { quantity, target } = figure;
  const listed = listedMetric(figure, context);
  const measured: Measured = {
    unit: quantity.bare ? undefined : (quantity.unit ?? "count"),
    kind: context.kind,
    value: quantity.value,
    noun: quantity.noun?.noun,
    moved: target !== undefined,
  };
  const mention = listed ?? sumUp(figure, context)?.mention ?? metricOf(figure, measured, context);
  if (mention) return { ...mention, mention };
  return sumUp(figure, context) ?? (quantity.bare ? carriedOn(figure, context) : undefined);
}

const SUMS_UP =
  /^[\s,;:()–—-]*(?:(?:an?|i\.e\.|or|that is|which is|worth|which is worth|a total)\s+)?(?:about|around|roughly|~|≈)?\s*$/iu;

/** "from 119 KB to 35 KB, a 70 % reduction", "by 4 %, about $6M": one figure in two ways. */
function sumUp(figure: Figure, { words, figures, kind, earlier, mentions }: Context): NamedMetric | undefined {
  const before = figures[figures.indexOf(figure) - 1];
  const claim = earlier.at(-1);
  if (before === undefined || claim?.metric === undefined) return undefined;
  const inMoney = figure.quantity.unit === "money" && metricNamed(claim.metric)?.units.includes("money");
  if (!(kind === "change" && before.target !== undefined) && !(inMoney && claim.kind === "change")) return undefined;
  if (!SUMS_UP.test(words.slice(before.end, figure.start))) return undefined;
  const mention = mentions.find(({ name }) => name === claim.metric);
  return mention && { ...mention, mention };
}

const CARRIES_ON =
  /(?<![\p{L}])(?:gets?|got|reach(?:es|ed)|scor(?:es|ed)|was|is|had?s?|achiev(?:es|ed)|ours|mine)[:\s]*$/iu;

const LISTED = /\d[^.;]{0,24}[,;]\s*(?:and\s+)?$/iu;

function decimalsOf(text: string): number | undefined {
  return /^\d*\.(\d+)$/u.exec(text)?.[1]?.length;
}

/** "The baseline has a MAE of 41.3; ours gets 29.8": the metric was said before. */
function carriedOn({ quantity, start }: Figure, { words, earlier }: Context): NamedMetric | undefined {
  const said = wordsBefore(words, start);
  if (quantity.decimals === 0 || !(CARRIES_ON.test(said) || LISTED.test(said))) return undefined;
  const before = earlier.findLast(({ figure: { text } }) => decimalsOf(text) === quantity.decimals);
  if (before?.metric === undefined) return undefined;
  return metricsIn(before.sentence.text).find(({ name }) => name === before.metric);
}
