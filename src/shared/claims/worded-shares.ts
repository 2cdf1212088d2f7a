import { spelledValue } from "../grader/rubric/spelled-numbers.ts";
import { type Quantity, wordedQuantity } from "./quantity.ts";

// biome-ignore format: one table
const FRACTIONS: Record<string, number> = {
  half: 1 / 2, third: 1 / 3, quarter: 1 / 4, fifth: 1 / 5, "two thirds": 2 / 3, "three quarters": 3 / 4,
};
const FRACTION =
  /(?<=\b(?:by|in)\s)(?:about |roughly |almost |nearly |over |more than )?(?:an? )?(half|third|quarter|fifth|two[- ]thirds|three[- ]quarters)(?![\p{L}\p{N}-])(?! (?:of 20|20\d\d))/giu;
// biome-ignore format: one table
const MULTIPLES: Record<string, number> = {
  halv: 1 / 2, doubl: 2, tripl: 3, quadrupl: 4, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
};
const MULTIPLE =
  /(?<![\p{L}\p{N}-])(?:(doubl|tripl|quadrupl|halv)(?:ed|ing)(?! (?:down|check|as))|(two|three|four|five|six|seven|eight|nine|ten)-?fold)(?![\p{L}\p{N}])/giu;
const SMALL =
  "\\d{1,4}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one) (?:hundred|thousand)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen";
const OUT_OF = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])(${SMALL}) (out of|in) (?:every )?(${SMALL})(?![\\p{L}\\p{N}%-]|[.,]\\d|\\s?(?:minutes|hours|days|weeks|months|years|seconds|percent|million|billion|thousand|%))`,
  "giu",
);

/** Shares and ratios in words: "by half", "doubled", "threefold", "9 out of 10". */
export function wordedShares(sentence: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of sentence.matchAll(MULTIPLE)) {
    const value = MULTIPLES[(match[1] ?? match[2] ?? "").toLowerCase()] ?? 1;
    found.push(wordedQuantity(placeOf(match), { value, unit: "ratio" }));
  }
  for (const match of sentence.matchAll(FRACTION)) {
    const value = FRACTIONS[(match[1] ?? "").toLowerCase().replace("-", " ")] ?? 1 / 2;
    found.push(wordedQuantity(placeOf(match), { value, unit: "share" }));
  }
  for (const match of sentence.matchAll(OUT_OF)) {
    const value = shareOf(match);
    if (value !== undefined) found.push(wordedQuantity(placeOf(match), { value, unit: "share" }));
  }
  return found;
}

function shareOf([, part = "", link = "", whole = ""]: RegExpExecArray): number | undefined {
  const [some, all] = [numberIn(part), numberIn(whole)];
  const isYear = all > 1900 && all < 2100;
  if (some === 0 || some > all || isYear) return undefined;
  return /out/iu.test(link) || (some === 1 && all > 1) ? some / all : undefined;
}

function numberIn(written: string): number {
  return /^\d/u.test(written) ? Number(written) : spelledValue(written);
}

function placeOf(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length };
}
