import type { TextSpan } from "../../../shared/claims/claim.ts";
import { sentencesOf } from "../../../shared/claims/sentences.ts";

/** A line that an editor wrapped: long, and without a stop at its end. */
const WRAPPED = /(?<=[^\n]{40,}[^\n.!?:;)\]"”])\n(?=[^\S\n]*[^\s\-*•\d#|>])/g;

/**
 * Sentences of an explanation, each `text.slice(start, end)`. A semicolon does not end one: what stands behind it often says
 * the same in plain words.
 */
export function sentencesIn(text: string): TextSpan[] {
  const flowing = text.replaceAll(WRAPPED, " ");
  const joined: TextSpan[] = [];
  for (const { start, end } of sentencesOf(flowing)) {
    const last = joined.at(-1);
    if (last && /;$/.test(last.text))
      joined[joined.length - 1] = { start: last.start, end, text: text.slice(last.start, end) };
    else joined.push({ start, end, text: text.slice(start, end) });
  }
  return joined;
}
