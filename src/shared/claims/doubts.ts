import type { Claim, Doubt } from "./claim.ts";
import { metricNamed } from "./metrics.ts";
import { decimalsOf } from "./numeral.ts";

const PERFECT = 0.99;
const LARGE_CHANGE = 1;
const LARGE_RATIO = 10;
const LARGE_TEAM = 100;
const LARGE_MONEY = 100e6;
const MOST_DIGITS = 4;

type Check = (claim: Claim, all: readonly Claim[]) => Doubt | undefined;

/** Why an interviewer would not believe a claim as it stands; the gravest reason alone. `all`: the claims of its text. */
export function doubtOf(claim: Claim, all: readonly Claim[]): Doubt | undefined {
  for (const check of CHECKS) {
    const doubt = check(claim, all);
    if (doubt) return doubt;
  }
  return undefined;
}

const impossible: Check = (claim) => {
  const { value, unit, kind, metric, baseline, figure } = claim;
  const bounded = metric !== undefined && BOUNDED.has(metric.replace(/@\d+$/u, ""));
  if (kind === "level" && unit === "share" && bounded && (value > 1 || value < 0 || (baseline ?? 0) > 1))
    return say(
      "impossible",
      `No ${metric} is ${value > 1 || (baseline ?? 0) > 1 ? "above 100 %" : "below 0"}, and “${figure.text}” is.`,
      "Look the figure up again: a change written as a level, or a slipped point?",
    );
  if (kind === "change" && unit === "share" && value < -1)
    return say(
      "impossible",
      `Nothing falls by more than all of it: “${figure.text}” would leave less than nothing.`,
      `Give both values, or say “${ratioText(-value)} lower” if that is what is meant.`,
    );
  if (kind === "change" && unit === "points" && bounded && Math.abs(value) > 100)
    return say(
      "impossible",
      `${figure.text} is more than the whole scale of ${metric}.`,
      "Give both values; points are differences of percentages.",
    );
  return undefined;
};

const tooPerfect: Check = (claim, all) => {
  const { value, unit, kind, metric, figure } = claim;
  const known = metric !== undefined ? metricNamed(metric) : undefined;
  if (kind !== "level" || unit !== "share" || !known || !PERFECTIBLE.has(known.name)) return undefined;
  const level = known.better === "down" ? 1 - value : value;
  if (level < PERFECT || (known.name === "uptime" && value < 1)) return undefined;
  if (saysOfWhat(claim) && saysAgainst(claim, all)) return undefined;
  return say(
    "too-perfect",
    `${capital(known.name)} of ${figure.text} makes an interviewer think of a leak or of one class that is nearly everything.`,
    "Say on what data, how it was split, and what the simplest model reaches there.",
  );
};

const noBaseline: Check = (claim) => {
  const { value, unit, kind, baseline, figure } = claim;
  const large = (unit === "share" && Math.abs(value) >= LARGE_CHANGE) || (unit === "ratio" && value >= LARGE_RATIO);
  if (kind !== "change" || !large || baseline !== undefined || COMPARED.test(claim.sentence.text)) return undefined;
  if (/(?<![\p{L}])from\s+[~≈$€£]?\d/iu.test(claim.sentence.text)) return undefined;
  return say(
    "no-baseline",
    `“${figure.text}” says nothing without what it started from: from 1 to 4 it is easily done.`,
    "Give the value before and the value after.",
  );
};

const falsePrecision: Check = (claim) => {
  const { figure, unit, kind, metric, sentence } = claim;
  // a table of results has the digits that a program printed
  if (sentence.text.startsWith("|")) return undefined;
  const digits = significantDigits(figure.text);
  const decimals = decimalsOf(numeralIn(figure.text));
  const quality = unit === "share" && (metric !== undefined || kind === "change");
  const tooFine = quality
    ? digits > MOST_DIGITS && decimals >= (/%|percent/iu.test(figure.text) ? 2 : 5)
    : digits > 6 && decimals >= 2 && unit !== "money";
  const business = quality && metric !== undefined && SOFT.has(metric) && digits >= 4 && decimals >= 2;
  if (!tooFine && !business) return undefined;
  return say(
    "false-precision",
    `${figure.text} claims more digits than such a measurement has.`,
    "Round it to what would come out again on another day, or give the interval.",
  );
};

const tooLarge: Check = (claim) => {
  const { value, unit, kind, sentence, figure, metric } = claim;
  const alone = ALONE.test(sentence.text);
  const money = unit === "money" && value >= LARGE_MONEY && OWN.test(sentence.text) && !SHARED.test(sentence.text);
  const people =
    unit === "people" &&
    metric !== undefined &&
    kind === "level" &&
    value >= LARGE_TEAM &&
    /\b(?:led|managed|lead|mentored|supervised|headed)\b/iu.test(sentence.text);
  if (
    !(
      money ||
      people ||
      (alone && ((unit === "money" && value >= LARGE_MONEY / 10) || (unit === "people" && value >= LARGE_TEAM)))
    )
  )
    return undefined;
  return say(
    "too-large",
    `${figure.text} is large for one person's work, and the line names nobody else.`,
    "Say what your part was, and how the figure is attributed to it.",
  );
};

const aloneAndAtOnce: Check = (claim) => {
  const { unit, value, sentence, figure } = claim;
  const days = unit === "seconds" ? value / 86_400 : Number.POSITIVE_INFINITY;
  if (days > 14 || days < 0.04 || !ALONE.test(sentence.text) || !WHOLE.test(sentence.text)) return undefined;
  return say(
    "alone-and-at-once",
    `All of it alone in ${figure.text}: an interviewer will ask what was there already.`,
    "Say what existed, what you added in that time, and who helped.",
  );
};

const CHECKS: readonly Check[] = [impossible, tooPerfect, noBaseline, tooLarge, aloneAndAtOnce, falsePrecision];

const BOUNDED = new Set(
  "accuracy;balanced accuracy;precision;average precision;recall;specificity;F1;AUC;NDCG;MRR;BLEU;ROUGE;METEOR;IoU;R²;MCC;SSIM;false positive rate;false negative rate;error rate;calibration error;hallucination rate;win rate;pass rate;uptime;conversion;CTR;churn;retention;open rate;adoption;bounce rate;test coverage;utilisation".split(
    ";",
  ),
);
const PERFECTIBLE = new Set(
  "accuracy;balanced accuracy;precision;average precision;recall;specificity;F1;AUC;NDCG;MRR;IoU;R²;MCC;false positive rate;false negative rate;error rate;hallucination rate;pass rate;BLEU;ROUGE;uptime".split(
    ";",
  ),
);
/** What is measured over few cases or many causes: nobody knows the second decimal. */
const SOFT = new Set(
  "engagement;productivity;performance;efficiency;effort;churn;retention;conversion;adoption;revenue;cost;rating".split(
    ";",
  ),
);
const COMPARED =
  /\b(?:compared (?:to|with)|relative to|versus|vs\.?|over (?:the|a|our|its) |than (?:the|a|our|its)|against (?:the|a|our)|baseline of|up from|down from|previously|the old|before)\b/iu;
const AGAINST =
  /\b(?:baseline|compared (?:to|with)|versus|vs\.?|against|majority|popularity|prevalence|positives?|imbalanced?|1 in|human|inter-annotator|previous|state of the art|SOTA)\b/iu;
const OF_WHAT =
  /\b(?:on|over|across)\s+(?:(?:a|an|the|our|their|its|unseen|all|held[- ]out|out[- ]of[- ]time)\s+)*(?:[\p{L}\d][\p{L}\d,.'’-]*\s+){0,4}?(?:test|holdout|held[- ]out|data ?sets?|set|split|images?|samples?|examples?|records?|rows|transactions?|documents?|patients?|benchmark|validation|fold|weeks?|months?|MNIST|ImageNet|CIFAR-?\d*|traffic|cases|emails|queries|tickets|invoices|classes)\b/iu;
const ALONE =
  /\b(?:single[- ]?handed(?:ly)?|alone|by myself|on my own|solo|solely|sole (?:engineer|developer|author|owner)|entirely by me|one[- ]person|without (?:any )?help|all by)\b/iu;
const OWN =
  /^(?:\W*\s*)?(?:I\b|generated|drove|delivered|saved|increased|boosted|grew|created|built|achieved|brought|earned|won|made|raised|added)/iu;
const SHARED =
  /\b(?:team|with (?:my|our|the|a) (?:team|group)|together|as part of|contributed|helped|company|our|we|across)\b/iu;
const WHOLE =
  /\b(?:entire|whole|complete(?:ly)?|end[- ]to[- ]end|full(?:y)?|from scratch|platform|system|pipeline|product|rewr(?:ote|ite)|infrastructure|company)\b/iu;

function saysOfWhat({ sentence }: Claim): boolean {
  return OF_WHAT.test(sentence.text);
}

function saysAgainst(claim: Claim, all: readonly Claim[]): boolean {
  if (claim.baseline !== undefined || AGAINST.test(claim.sentence.text)) return true;
  return all.some(
    (other) =>
      other !== claim &&
      other.metric === claim.metric &&
      other.kind === "level" &&
      Math.abs(other.sentence.start - claim.sentence.end) < 400 &&
      AGAINST.test(other.sentence.text),
  );
}

function say(id: Doubt["id"], said: string, mend: string): Doubt {
  return { id, said, mend };
}

function significantDigits(text: string): number {
  return numeralIn(text).replaceAll(/[.,]/gu, "").replace(/^0+/u, "").length;
}

function numeralIn(text: string): string {
  return /\d(?:[\d.,]*\d)?/u.exec(text)?.[0] ?? "";
}

function ratioText(share: number): string {
  return `${Number((1 + share).toFixed(1))} times`;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
