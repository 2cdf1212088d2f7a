import type { TextSpan } from "../../../shared/claims/claim.ts";
import { type BreakModel, breakProbability, spokenWord } from "./breaks.ts";

/** Words in one breath: what is longer and holds no stop was dictated, or runs on. */
const LONG = 42;
const MOST_WORDS_OF_A_THOUGHT = 60;
/** A thought has about fourteen words, and seldom fewer than five (logarithms, of the drafts). */
const LENGTH = { mean: Math.log(14), spread: 0.6 };
const OF_LENGTH = 1;
const OF_A_BREAK = 1.6;
/** What opens another part of a story, whatever stands before it. */
const OPENS_A_PART =
  /^(?:(?:and|so|but) )*(?:in the end|as a result|eventually|looking back|in hindsight|next time|what i(?:'ve)? (?:learned|learnt|took)|the lesson|the result was|my (?:job|task|role|goal) was|i was (?:asked|told|responsible)|since then) /;
const OF_A_PART = 3;
const OF_A_MARK: readonly (readonly [RegExp, number])[] = [
  [/[;:—]$|^[–—-]$/u, 2.5],
  [/,$/u, 0.8],
];

/** Parts of what is too long for one sentence, cut where thoughts are likeliest to end; itself where it is short. */
export function splitRunOn(piece: TextSpan, breaks: BreakModel): TextSpan[] {
  const tokens = [...piece.text.matchAll(/\S+/gu)].map(({ index, 0: text }) => ({ start: index, text }));
  if (countWords(piece.text) <= LONG) return [piece];
  const cuts = cutsIn(
    tokens.map(({ text }) => text),
    breaks,
  );
  return cuts
    .map((from, at) => part(piece, tokens[from]?.start ?? 0, tokens[cuts[at + 1] ?? -1]?.start ?? piece.text.length))
    .filter(({ text }) => countWords(text) > 0);
}

/** First words of the likeliest thoughts: the best way to cut up to each word, from the ways up to those before it. */
function cutsIn(tokens: readonly string[], breaks: BreakModel): number[] {
  const words = tokens.map(spokenWord);
  const best: { worth: number; from: number }[] = [{ worth: 0, from: 0 }];
  for (let end = 1; end <= words.length; end++) {
    const gain = end === words.length ? 0 : OF_A_BREAK + gapWorth(words, tokens, { at: end, breaks });
    let found = { worth: Number.NEGATIVE_INFINITY, from: end - 1 };
    for (let from = Math.max(0, end - MOST_WORDS_OF_A_THOUGHT); from < end; from++) {
      const worth = (best[from]?.worth ?? 0) + gain + OF_LENGTH * lengthWorth(end - from);
      if (worth > found.worth) found = { worth, from };
    }
    best.push(found);
  }
  const cuts: number[] = [];
  for (let end = words.length; end > 0; end = best[end]?.from ?? 0) cuts.unshift(best[end]?.from ?? 0);
  return cuts;
}

type Gap = { at: number; breaks: BreakModel };

function gapWorth(words: readonly string[], tokens: readonly string[], { at, breaks }: Gap): number {
  const probability = breakProbability(breaks, words, at);
  const mark = OF_A_MARK.find(([pattern]) => pattern.test(tokens[at - 1] ?? ""))?.[1] ?? 0;
  const joined = /^(?:and|so|but)$/.test(words[at - 1] ?? "");
  const opens = !joined && OPENS_A_PART.test(`${words.slice(at, at + 7).join(" ")} `) ? OF_A_PART : 0;
  return Math.log(probability / (1 - probability)) + mark + opens;
}

function lengthWorth(words: number): number {
  return -(((Math.log(words) - LENGTH.mean) / LENGTH.spread) ** 2) / 2;
}

function part({ start, text }: TextSpan, from: number, to: number): TextSpan {
  const slice = text.slice(from, to);
  const lead = slice.length - slice.trimStart().length;
  const own = slice.trim();
  return { start: start + from + lead, end: start + from + lead + own.length, text: own };
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.,\-/][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
