import type { Line } from "./sections.ts";

/** What every employer says, of hiring and not of the work. */
const BOILERPLATE =
  /equal[- ](opportunit|employment)|regardless of|without regard to|protected (veteran|characteristic|class status)|(all|qualified) applicants|applications? from (all|people|everyone)|disab(led|ilit)|accommodation|(diverse|inclusive) (and|team|work|culture|environment|employer)|diversity|background check|visa|right to work|salary|compensation|benefits|401\(?k|health insurance|pension|parental leave|paid (leave|time)|stock options|relocation|referral|recruitment agenc|(?:\bAI\b|artificial intelligence|algorithm\w*|automated|machine learning)[^.]{0,60}(screen|review|assess|evaluat|process)\w*[^.]{0,30}(appl|candidate|r[eé]sum|\bcvs?\b)|(applicant|candidate|application)s?\b[^.]{0,60}(privacy|personal data|\bgdpr\b|fair|\bAI\b)|(fair|bias\w*|transparen\w+)[^.]{0,30}\b(hiring|recruitment|pay|workplace)/i;

/** What is said not to be asked. */
const NOT_BEFORE =
  /\b(?:not (?:required|needed|necessary|expected)\s*:|(?:do(?:es)? not|don['’]?t|won['’]t|not) (?:need|expect|require)\b|no need (?:for|to)|no (?:prior|previous)\b|no (?:leetcode|whiteboard)|without (?:needing|requiring)|no\b(?=[^.;,]{0,50}\b(?:required|needed|necessary|expected)))[^.;,]*(?:,(?! (?:but|just|only|we|you|curio\w+)\b)[^.;,]*)*/gi;
const NOT_AFTER =
  /\b(?:(?:is|are|'s)(?: n['’]t| not|n['’]t)|but not|not) (?:strictly |absolutely )?(?:required|needed|necessary|expected|a (?:must|requirement|prerequisite)|mandatory|essential)\b|\bunnecessary\b|\bno requirement\b|\bnone (?:is |are )?(?:required|needed)\b/gi;

/** Whether nothing in a line is asked of a candidate. */
export function isBoilerplate({ text, section }: Line): boolean {
  return section === "benefits" || BOILERPLATE.test(text);
}

export type Place = { start: number; end: number };

/** The places of a line that say what is not asked for. */
export function denied({ text, start, heading }: Line): Place[] {
  if (/^not (required|needed|necessary|expected)/i.test(heading)) return [{ start, end: start + text.length }];
  const after = [...text.matchAll(NOT_BEFORE)].map(({ 0: said, index }) => ({ from: index, to: index + said.length }));
  const before = [...text.matchAll(NOT_AFTER)].map(({ 0: said, index }) => ({
    from: clauseStart(text, index),
    to: index + said.length,
  }));
  return [...after, ...before].map(({ from, to }) => ({ start: start + from, end: start + to }));
}

function clauseStart(text: string, at: number): number {
  return Math.max(...[".", ";", ":"].map((mark) => text.lastIndexOf(mark, at) + 1));
}
