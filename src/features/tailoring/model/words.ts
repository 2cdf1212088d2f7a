/** A word of a text in its one spelling, with its place: UTF-16 offsets, end exclusive. */
export type Word = { start: number; end: number; word: string /** Without the ending of a plural. */; one: string };

const WORD = /[\p{L}\p{N}]+(?:\+\+|#)?/gu;
/** Words on -ise that are no verbs on -ize. */
const NOT_IZE =
  /^(superv|adv|rev|dev|prom|prec|exerc|enterpr|surpr|no|ra|pra|pre|comprom|prem|merchand|franch|ar|conc|cru|r|w|expert|otherw|improv|demon|telev|disgu|likew)is/;

export function wordsOf(text: string, offset = 0): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: raw, index }) => {
    const word = inOneSpelling(raw.toLowerCase());
    return { start: offset + index, end: offset + index + raw.length, word, one: singular(word) };
  });
}

/** American where the two differ: "labelling" and "labeling" are one word. */
export function inOneSpelling(word: string): string {
  const ized = NOT_IZE.test(word) || word.length < 6 ? word : word.replace(/is(e[ds]?|ers?|ing|ations?)$/, "iz$1");
  return ized
    .replace(/ys(e|ed|ing)$/, "yz$1")
    .replace(/^(behavi|neighb|col|fav|lab|rig|endeav|hon|hum|arm|flav|hars?b)our/, "$1or")
    .replace(/^(mode|labe|trave|cance|signa|channe|tunne|leve|fue|initia|counse)ll(ing|ed|er|ers)$/, "$1l$2")
    .replace(/^(program)me(s?)$/, "$1$2")
    .replace(/^(catalog)ue(s?)$/, "$1$2")
    .replace(/^centre(s?)$/, "center$1");
}

function singular(word: string): string {
  if (word.length < 4 || word.endsWith("ss")) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}
