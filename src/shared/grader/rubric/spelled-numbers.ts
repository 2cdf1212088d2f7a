// Figures in words, as dictation writes them: "eighty-three", "two point seven", "a hundred and twenty thousand".

// biome-ignore format: one table
const UNITS: Record<string, number> = {
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19,
};
// biome-ignore format: one table
const TENS: Record<string, number> = {
  twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
};
const SCALES: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

const small = Object.keys(UNITS).join("|");
const tens = Object.keys(TENS).join("|");
const piece = `(?:${tens})(?:[- ](?:${small}))?|(?:${small})|an? (?=hundred)`;
const group = `(?:${piece})(?: ?hundred(?: and)?(?: (?:${piece}))?)?`;
const scaled = `${group}(?: (?:${Object.keys(SCALES).join("|")}))?`;

/** Matches a number in words; what follows ("percent", "gigabytes") is left for others. */
export const SPELLED = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${scaled})(?:(?: and)? ${scaled})*(?: point(?: (?:${small}))+)?(?![\\p{L}\\p{N}])`,
  "giu",
);

/** The value of what `SPELLED` matched. */
export function spelledValue(words: string): number {
  const [whole = "", decimals] = words.toLowerCase().split(/ point /);
  let total = 0;
  let current = 0;
  for (const word of whole.split(/[\s-]+/)) {
    if (word in UNITS) current += UNITS[word] ?? 0;
    else if (word in TENS) current += TENS[word] ?? 0;
    else if (word === "a" || word === "an") current += 1;
    else if (word === "hundred") current = Math.max(1, current) * 100;
    else if (word in SCALES) {
      total += Math.max(1, current) * (SCALES[word] ?? 1);
      current = 0;
    }
  }
  const digits = decimals?.split(/\s+/).map((word) => UNITS[word] ?? 0) ?? [];
  return total + current + (digits.length > 0 ? Number(`0.${digits.join("")}`) : 0);
}
