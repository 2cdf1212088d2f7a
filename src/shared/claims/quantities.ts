import { SPELLED, spelledValue } from "../grader/rubric/spelled-numbers.ts";
import { type CountedNoun, countedNoun, PEOPLE_NOUN } from "./nouns.ts";
import { decimalsOf, isInName, NUMERAL, numberOf } from "./numeral.ts";
import { type Quantity, wordedQuantity, wordsBefore, wordsBehind } from "./quantity.ts";
import { type Multiplier, type ReadUnit, readMultiplier, readUnit } from "./units.ts";
import { wordedShares } from "./worded-shares.ts";

/** All numbers of a sentence that could be figures, in order; digits that are part of a name are left out. */
export function quantitiesIn(sentence: string): Quantity[] {
  const numerals = [...sentence.matchAll(NUMERAL)].map((match) => numeral(sentence, match));
  const spelled = [...sentence.matchAll(SPELLED)].map((match) => inWords(sentence, match));
  const found: Quantity[] = [];
  let end = -1;
  const all = [...wordedShares(sentence), ...numerals, ...spelled].filter((quantity) => quantity !== undefined);
  // of two that overlap the one that opens first stands, and of these the longer: "9 out of 10", not "10"
  for (const quantity of all.sort((a, b) => a.start - b.start || b.end - a.end))
    if (quantity.start >= end) {
      found.push(quantity);
      end = quantity.end;
    }
  return found;
}

type Written = Pick<Quantity, "start" | "end" | "value" | "sign" | "spelled" | "decimals"> & { currency: boolean };

const CURRENCY_BEFORE = /(?:US|CA|A)?[$€£¥₹]\s?$|(?<![\p{L}])(?:USD|EUR|GBP|CHF|INR|Rs\.?)\s?$/u;

function numeral(sentence: string, match: RegExpExecArray): Quantity | undefined {
  const written = match[0];
  const before = wordsBefore(sentence, match.index);
  const value = numberOf(written);
  if (value === undefined || isInName(before)) return undefined;
  const currency = CURRENCY_BEFORE.exec(before);
  const unsigned = match.index - (currency?.[0].length ?? 0);
  const sign = signBefore(sentence, unsigned);
  return readUnits(sentence, {
    start: sign ? unsigned - 1 : unsigned,
    end: match.index + written.length,
    value,
    currency: currency !== null,
    sign,
    spelled: false,
    decimals: decimalsOf(written),
  });
}

function signBefore(sentence: string, at: number): Quantity["sign"] {
  const before = wordsBefore(sentence, at);
  const sign = /(?:^|[\s(|~])([+\-−–])$/u.exec(before)?.[1];
  // a dash that opens the line is a bullet
  if (sign === undefined || (sign !== "+" && /^\s*.$/u.test(before))) return undefined;
  return sign === "+" ? "+" : "-";
}

const TEAM_OF = /\b(?:teams?|squads?|groups?) of (?:about |over |roughly |some |up to )?$/iu;

function inWords(sentence: string, match: RegExpExecArray): Quantity | undefined {
  const value = spelledValue(match[0]);
  const place = { start: match.index, end: match.index + match[0].length };
  const decimals = / point /iu.test(match[0]) ? 1 : 0;
  const read = readUnits(sentence, { ...place, value, currency: false, sign: undefined, spelled: true, decimals });
  if ((!read || read.bare) && value > 1 && TEAM_OF.test(wordsBefore(sentence, place.start)))
    return wordedQuantity(place, { value, unit: "people" });
  // "one engineer", "one day" are ways to speak
  if (read && !read.bare && value === 1 && read.unit !== "share" && read.unit !== "points") return undefined;
  return read;
}

// "five thousand a day", "of which 492 are fraud": the noun was said before.
const COUNTS_ALONE =
  /^\s+(?:(?:a|per|each|every) (?:second|minute|hour|day|week|month|quarter|year)|are|were|came|had been|turned out|of (?:them|those|these)|failed|passed)\b/iu;
const LEAST_ALONE = 12;
const FACTOR = /\bfactor of (?:about |around |roughly |over |nearly |almost )?$/iu;
const MONEY: ReadUnit = { unit: "money", scale: 1, length: 0 };
const RATIO: ReadUnit = { unit: "ratio", scale: 1, length: 0 };

function readUnits(sentence: string, written: Written): Quantity | undefined {
  const before = wordsBefore(sentence, written.start);
  const multiplier = readMultiplier(wordsBehind(sentence, written.end), { money: written.currency });
  const times = multiplier?.times ?? 1;
  const multiplied = written.end + (multiplier?.length ?? 0);
  const plus = /^\+(?!\/)/u.test(wordsBehind(sentence, multiplied)) ? 1 : 0;
  const tail = wordsBehind(sentence, multiplied + plus);
  const unit = (written.currency ? MONEY : undefined) ?? readUnit(tail) ?? (FACTOR.test(before) ? RATIO : undefined);
  const noun = unit ? undefined : nounBehind(wordsBehind(sentence, multiplied), written);
  const plain = !unit && !noun;
  if (plain && !written.spelled && isRank(before, tail))
    return {
      ...wordedQuantity({ ...written, end: written.end + 2 }, { value: written.value, unit: "count" }),
      spelled: false,
    };
  if (plain && isPartOfName(before, tail, multiplier)) return undefined;
  const counted = plain && written.decimals === 0 && written.value * times > LEAST_ALONE && COUNTS_ALONE.test(tail);
  return {
    start: written.start,
    end: multiplied + plus + (unit?.length ?? 0),
    value: written.value * times * (unit?.scale ?? 1),
    unit: unit?.unit ?? unitOfCount(noun, { counted }),
    noun,
    sign: written.sign,
    bare: plain && !multiplier && !counted,
    spelled: written.spelled,
    decimals: written.decimals,
    scale: times * (unit?.scale ?? 1),
  };
}

function unitOfCount(noun: CountedNoun | undefined, { counted }: { counted: boolean }): Quantity["unit"] {
  if (noun) return PEOPLE_NOUN.test(noun.noun) ? "people" : "count";
  return counted ? "count" : undefined;
}

const GRADED = /\b(?:GPA|grade|score|rating|rated)s?\W*$/iu;
const MODEL_NAME =
  /\b(?:(?:code)?llama|mistral|mixtral|qwen|gemma|phi|falcon|pythia|opt|bloomz?|gpt|mpt|vicuna|alpaca|deepseek|yi|starcoder|flan|t5|bert|olmo|command|palm|gemini|claude|stablelm|internlm|whisper|clip|vit|dolly|zephyr|solar|granite|nemotron)(?:[- ]?(?:v?\d+(?:\.\d+)?|coder|instruct|chat|large|base|small|neo|j|r))*[- (]*$/iu;
const CAMEL_CASE = /(?<![\p{L}\p{N}])\p{L}*\p{Ll}\p{Lu}[\p{L}\p{N}]*[ -]$/u;

/** "Llama 3 8B", "3D", "24/7". */
function isPartOfName(before: string, tail: string, multiplier: Multiplier | undefined): boolean {
  if (multiplier) return MODEL_NAME.test(before) || CAMEL_CASE.test(before);
  if (/^[\p{L}_]/u.test(tail)) return true;
  return /^[-/:]\p{L}|^[/:]\d|^°/u.test(tail) && !GRADED.test(before);
}

const RANKED = /\b(?:ranked|placed|finished|came|rank|ranking|position|leaderboard)\b[^.;]{0,20}$/iu;
const ORDINAL = /^(?:st|nd|rd|th)(?![\p{L}\p{N}])/u;
const RANK_BEHIND =
  /^..\s*(?:(?:to|from) \d+(?:st|nd|rd|th) )?(?:place|rank|position|of|out of)\b(?! (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/u;

/** "ranked 12th", "3rd place". */
function isRank(before: string, tail: string): boolean {
  return ORDINAL.test(tail) && (RANKED.test(before) || RANK_BEHIND.test(tail));
}

function nounBehind(rest: string, { spelled, value }: Written): CountedNoun | undefined {
  const person = /^[- ](?:person|people|member|man|strong)(?=[- ])/iu.exec(rest);
  if (person) return { noun: "people", known: true };
  if (spelled && /^\s+of\b/u.test(rest)) return undefined;
  const noun = countedNoun(rest);
  return noun && spelled && !noun.known && value <= LEAST_ALONE ? undefined : noun;
}
