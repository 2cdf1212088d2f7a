import { aboutOf } from "./about.ts";
import { changeOf, signed } from "./change.ts";
import type { Claim, ClaimUnit, TextSpan } from "./claim.ts";
import { metricFor, type NamedMetric } from "./metric-for.ts";
import { type MetricMention, metricsIn } from "./metrics.ts";
import { isNoFigure, isYear } from "./not-figures.ts";
import { type Figure, figuresOf } from "./pairs.ts";
import { quantitiesIn } from "./quantities.ts";
import type { Quantity } from "./quantity.ts";

/** `words`: the sentence with what is no text blanked. `earlier`: the claims of the sentence before. */
type Read = { sentence: TextSpan; words: string; earlier: readonly Claim[] };

/** The claims of one sentence, in its order. */
export function claimsInSentence({ sentence, words, earlier }: Read): Claim[] {
  const mentions = metricsIn(words);
  const figures = readFigures(words, mentions);
  const claims: Claim[] = [];
  for (const figure of figures) {
    const { kind } = kindOf(figure, words);
    const metric = metricFor(figure, { words, mentions, figures, kind, earlier: [...earlier, ...claims] });
    if (figure.quantity.bare && !metric) continue;
    claims.push(claimOf(figure, { sentence, words, mentions, metric }));
  }
  return claims;
}

function readFigures(words: string, mentions: readonly MetricMention[]): Figure[] {
  // "recall at 5": the 5 belongs to the name
  const isNamed = ({ start, bare }: Quantity) =>
    bare && mentions.some((mention) => start >= mention.start && start < mention.end);
  const quantities = quantitiesIn(words).filter((quantity) => !isNamed(quantity) && !isYear(quantity, words));
  return figuresOf(quantities, words).filter(
    ({ first, quantity: { bare, spelled, decimals } }) =>
      !isNoFigure(first, words) && !(bare && spelled && decimals === 0),
  );
}

function kindOf({ quantity, start, end, target }: Figure, words: string): ReturnType<typeof changeOf> {
  return target === undefined ? changeOf({ ...quantity, start, end }, words) : { kind: "level", direction: undefined };
}

type Told = { sentence: TextSpan; words: string; mentions: readonly MetricMention[]; metric: NamedMetric | undefined };

function claimOf(figure: Figure, { sentence, words, mentions, metric }: Told): Claim {
  const { quantity, baseline, target, start, end } = figure;
  const { kind, direction } = kindOf(figure, words);
  const unit = unitOf(figure, metric);
  const scale = quantity.bare && unit === "share" ? shareScale(figure) : 1;
  const plain = (value: number) => tidy(value * scale);
  const isSaving = metric?.name === "savings" || metric?.name === "time saved";
  const value = plain(quantity.value);
  const at = { start: sentence.start + start, end: sentence.start + end };
  return {
    figure: { ...at, text: sentence.text.slice(start, end) },
    sentence,
    value:
      kind === "change" && unit !== "ratio" && !isSaving
        ? signed(value, direction, metric ? metric.metric.better : unit === "seconds" ? "down" : undefined)
        : value,
    unit,
    kind,
    metric: metric?.name === "savings" && unit === "seconds" ? "time saved" : metric?.name,
    baseline: baseline === undefined ? undefined : plain(baseline),
    target: target === undefined ? undefined : plain(target),
    about: aboutOf(
      words,
      figure,
      mentions.filter((mention) => mention.start === metric?.mention?.start || isQuality(mention)),
    ),
  };
}

function unitOf({ quantity }: Figure, metric: NamedMetric | undefined): ClaimUnit {
  if (!quantity.bare) return quantity.unit ?? (metric ? "count" : "number");
  return metric?.metric.bare ?? (metric?.metric.units.includes("count") ? "count" : "number");
}

// "AUC of the churn model": churn says what it is of, a word such as accuracy does not.
function isQuality({ metric }: MetricMention): boolean {
  return metric.bare !== undefined;
}

// A little above 1 it is a share that cannot be, not 1.2 %.
const MOST_OF_ALL = 1.5;

/** "accuracy 91" is in percent, "accuracy 0.91" is a share already. */
function shareScale({ quantity, baseline }: Figure): number {
  return Math.max(Math.abs(quantity.value), Math.abs(baseline ?? 0)) > MOST_OF_ALL ? 0.01 : 1;
}

/** Binary fractions off: 0.07 * 100 is 7. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
