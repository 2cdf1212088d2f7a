const MOST_WORDS = 16;

/** Ends of a sentence that speaks of the whole part, not of one of its pieces: "I am done with the cache" goes on drawing. */
const WHOLE = String.raw`(?=\W*$|[.,;!]| with (?:the |my |all )*(?:design|drawing|sheet|questions?|estimates|figures)\b| (?:for )?now\b)`;
const NEXT = String.raw`(?=\W*$|[.,;!]| (?:with|to) the (?:next|rest|scope|estimates|figures|drawing|design|defence|questions)\b| (?:drawing|designing|estimating|now|then|please)\b)`;

const BEFORE = String.raw`\W*(?:(?:ok(?:ay)?|so|and|well|good|great|right|yes|no|thanks|thank you|i (?:think|guess|believe))\W+)*`;
const AFTER = String.raw`(?:\W*$|.{0,20}\b(?:questions?|from me)\b|\W+(?:thanks|thank you|for now|let(?:'s| us)|i(?:'m| am) (?:ready|done))\b)`;

const PATTERNS = [
  String.raw`\bno (?:more|further|other) questions?\b`,
  // only as all that is said: an answer may well end in "two replicas, that is enough"
  `^${BEFORE}(?:that|this)(?:'s| is| was| were| are)? (?:all|it|enough)${AFTER}`,
  String.raw`\bi(?:'m| am) (?:ready|done|finished)${WHOLE}`,
  String.raw`\bi(?:'m| am) ready to (?:start|begin|go on|move on|continue|proceed|draw|design|defend)\b`,
  String.raw`\b(?:let(?:'s| us)|can we|shall we|i(?:'d| would) like to) (?:start|begin|move on|go on|continue|proceed)${NEXT}`,
  String.raw`\b(?:the|my) (?:design|drawing|sheet) is (?:done|ready|finished|complete)\b`,
].map((pattern) => new RegExp(pattern, "i"));

/** Whether short words wish for the next part of the round. */
export function goesOn(text: string): boolean {
  return text.trim().split(/\s+/).length <= MOST_WORDS && PATTERNS.some((pattern) => pattern.test(text));
}
