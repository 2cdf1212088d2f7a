import { hasFigure } from "./figures.ts";

const MOST_WORDS = 16;
const CLAUSE = /[,;:]\s+|\s+(?:[–—]|-)\s+|\s(?=(?:because|which|since|so that|although|while|but)\s)/giu;
const OPENING =
  /^(?:and|so|but|um|uh|well|yeah|okay|ok|then|anyway|also|in the end|as a result|eventually|ultimately),?\s+/iu;

/** The words of a sentence that a question repeats: the clause that is wanted, by itself with a figure, else its first; not too long. */
export function quotedFrom(sentence: string, wanted: (clause: string) => boolean = hasFigure): string {
  const whole = plain(sentence);
  if (wordsIn(whole) <= MOST_WORDS) return whole;
  const clauses = whole
    .split(CLAUSE)
    .map(plain)
    .filter((clause) => wordsIn(clause) >= 4);
  const chosen = clauses.find(wanted) ?? clauses[0] ?? whole;
  const words = chosen.split(/\s+/);
  return words.length <= MOST_WORDS ? chosen : `${words.slice(0, MOST_WORDS).join(" ")} …`;
}

function plain(text: string): string {
  let own = text.trim().replaceAll(/\s+/g, " ").replaceAll(/[“”"]/g, "'");
  for (let found = OPENING.exec(own); found; found = OPENING.exec(own)) own = own.slice(found[0].length);
  return own.replace(/[\s.,;:!?…]+$/u, "");
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
