import type { ClaimUnit } from "./claim.ts";

export type ReadUnit = { unit: ClaimUnit; scale: number; length: number };

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const YEAR = 365.25 * DAY;
const TIMES: readonly (readonly [string, number])[] = [
  ["ns|nanoseconds?", 1e-9],
  ["µs|μs|us|microseconds?", 1e-6],
  ["ms|msecs?|millis|milliseconds?", 1e-3],
  ["s|secs?|seconds?", 1],
  ["mins?|minutes?", MINUTE],
  ["h|hrs?|hours?", HOUR],
  ["days?", DAY],
  ["weeks?|wks?", 7 * DAY],
  ["months?|mos?", YEAR / 12],
  ["quarters", YEAR / 4],
  ["years?|yrs?", YEAR],
];
const BYTES: readonly (readonly [string, number])[] = [
  ["KB|kB|KiB|kilobytes?", 1e3],
  ["MB|MiB|megabytes?", 1e6],
  ["GB|GiB|gigabytes?|gigs?", 1e9],
  ["TB|TiB|terabytes?", 1e12],
  ["PB|PiB|petabytes?", 1e15],
];
const END = "(?![\\p{L}\\p{N}])";
const JOIN = "^(?:\\s?|\\s?-\\s?)";

type Rule = { regex: RegExp; unit: ClaimUnit; scale: number };
const rule = (pattern: string, unit: ClaimUnit, scale: number, flags = "iu"): Rule => ({
  regex: new RegExp(`${JOIN}(?:${pattern})`, flags),
  unit,
  scale,
});
const RULES: readonly Rule[] = [
  rule(
    `(?:%|percent(?:age)?|per ?cent|pct)[- ]?(?:points?|pts?|pp)${END}|%?-?(?:pp|p\\.p\\.|ppts?|%pts?)${END}`,
    "points",
    1,
  ),
  rule(`(?:bps|basis points?|bp)${END}`, "points", 0.01),
  rule("%|(?:percent|per ?cent|pct)(?![\\p{L}])", "share", 0.01),
  rule(
    `(?:(?:absolute |\\p{Lu}[\\p{L}\\d-]* )?(?:points?|pts?))${END}(?! (?:of contact|of sale|to|out))`,
    "points",
    1,
    "u",
  ),
  rule(`(?:fold)${END}(?!s)(?![- ](?:cross|cv|stratified|nested|validation|split))`, "ratio", 1),
  rule(`(?:x|×)${END}(?!\\s?(?:\\d|[AHV]\\d|RTX|GPU|T4|TPU|zoom))`, "ratio", 1),
  rule(
    `times${END}(?= (?:\\w+ly )?(?:faster|slower|more|less|fewer|cheaper|better|higher|lower|smaller|larger|bigger|longer|shorter|as|the|our|over|what))`,
    "ratio",
    1,
  ),
  ...TIMES.map(([names, scale]) => rule(`(?:${names})${END}(?!\\/)`, "seconds", scale, names.length < 5 ? "u" : "iu")),
  ...BYTES.map(([names, scale]) => rule(`(?:${names})${END}`, "bytes", scale, "u")),
  rule(
    `(?:USD|EUR|GBP|CHF|INR|US dollars?|dollars?|euros?|pounds?(?: sterling)?|francs|rupees|[$€£¥₹])${END}`,
    "money",
    1,
  ),
  rule(`(?:cents?|¢)${END}`, "money", 0.01),
];
const SPEED =
  /^\s?(?:QPS|RPS|TPS|FPS|(?:API |inference |HTTP )?(?:req|tok|requests?|quer(?:y|ies)|predictions?|events?|tokens?|images?|transactions?|messages?|frames?|samples?|documents?|records?|inferences?|rows|calls)(?:\s?\/\s?| (?:per|a|each|every) )(s|sec|second|min|minute|h|hour|d|day|wk|week|month)|GB\/s|MB\/s|Gbps|Mbps)(?![\p{L}\p{N}])/iu;
const PER: Record<string, number> = { s: 1, m: MINUTE, h: HOUR, d: DAY, w: 7 * DAY, mo: YEAR / 12 };

/** The unit right behind a number; speeds are a second, and `scale` brings the number to the unit of claims. */
export function readUnit(rest: string): ReadUnit | undefined {
  const speed = SPEED.exec(rest);
  if (speed) {
    const per = speed[1]?.toLowerCase() ?? "s";
    return { unit: "number", scale: 1 / (PER[per.slice(0, 2)] ?? PER[per.charAt(0)] ?? 1), length: speed[0].length };
  }
  for (const { regex, unit, scale } of RULES) {
    const match = regex.exec(rest);
    if (match) return { unit, scale, length: match[0].length };
  }
  return undefined;
}

const MULTIPLIERS: Record<string, number> = {
  k: 1e3,
  K: 1e3,
  M: 1e6,
  MM: 1e6,
  mm: 1e6,
  m: 1e6,
  mn: 1e6,
  Mn: 1e6,
  mio: 1e6,
  Mio: 1e6,
  bn: 1e9,
  Bn: 1e9,
  B: 1e9,
  b: 1e9,
  T: 1e12,
  tn: 1e12,
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const WORD_MULTIPLIER = /^[\s-]?(hundred|thousand|million|billion|trillion)s?(?![\p{L}\p{N}])/iu;
const LETTER_MULTIPLIER = /^\s?(k|K|MM|M|mn|Mn|mio|Mio|bn|Bn|B|T|tn)(?![\p{L}\p{N}])(?!-\p{Lu})/u;
const SMALL_LETTER = /^(mm|m|b)(?![\p{L}\p{N}])/u;
const MANY_THINGS =
  /^(?:mm|m|b)\+?\s+(?:[\p{L}-]+\s){0,2}?(?:param|user|customer|row|record|request|token|event|image|document|transaction|sample|download|view|quer|model)/u;

export type Multiplier = { times: number; length: number };

/** "40k", "3.2 million"; a small m is a million where money or things are counted. */
export function readMultiplier(rest: string, { money }: { money: boolean }): Multiplier | undefined {
  const small = money || MANY_THINGS.test(rest) ? SMALL_LETTER.exec(rest) : null;
  const found = WORD_MULTIPLIER.exec(rest) ?? LETTER_MULTIPLIER.exec(rest) ?? small;
  const word = found?.[1];
  if (!found || word === undefined) return undefined;
  return { times: MULTIPLIERS[word] ?? MULTIPLIERS[word.toLowerCase()] ?? 1, length: found[0].length };
}
