import { viewOf } from "../text-view.ts";

// Whoever denies a right claim whole is wrong, sentence after sentence. Whoever says what a thing is not and then what it
// is ("it isn't compute, it's bandwidth") is right, and may well do so in every sentence.

/** What a sentence opens with that denies all of it. */
const OPENING =
  /^\W*(?:it(?:'s| is| was)(?: not|n't)? (?:true|right|correct|the case|wrong|false|a (?:myth|mistake))|it isn't (?:true|right|correct|the case)|i (?:do not|don't|would not|wouldn't) (?:think|believe|say|claim|agree)|(?:nobody|no one) should (?:think|believe|say|claim))\b/i;
/** A negation beside what holds instead, before it or after it. */
const CORRECTION =
  /\b(?:but|rather|instead|only|whereas|while|unlike|until|unless|either)\b|[,;:]\s*(?:and )?(?:not|never|nor|no)\b|(?:\b(?:not|no|never|none|nor|nothing|without|cannot)\b|n['’]t\b)[^,;:]*[,;:]\s*(?:it|they|he|she|we|you|i)\b/i;

/** Share of the sentences that deny something and affirm nothing. */
export function denialsIn(text: string): number {
  const sentences = text.split(/[.!?]+\s/).filter((sentence) => /\p{L}/u.test(sentence));
  return sentences.filter(denies).length / Math.max(1, sentences.length);
}

function denies(sentence: string): boolean {
  return OPENING.test(sentence) || (viewOf(sentence).negations > 0 && !CORRECTION.test(sentence));
}
