import { basename } from "node:path";
import type { Evidence } from "../../schema.ts";
import { evidenceIn } from "../prose/sentence.ts";
import type { Told } from "./kinds-of-sentence.ts";

/** A sentence that says what was looked for, and the character where it does. */
export type Hit = Told & { at: number };

export function hitsOf(told: readonly Told[], pattern: RegExp): Hit[] {
  return told.flatMap((each) => {
    const at = each.sentence.text.search(pattern);
    return at < 0 ? [] : [{ ...each, at }];
  });
}

export function evidenceOf(hits: readonly Hit[]): Evidence[] {
  return hits.flatMap(({ telling, sentence, at }) => evidenceIn(telling.path, sentence, at) ?? []);
}

/** The first of a sentence, in their order. */
export function uniqueHits(hits: readonly (Hit | undefined)[]): Hit[] {
  const seen = new Set<unknown>();
  return hits.filter((hit) => {
    if (hit === undefined || seen.has(hit.sentence)) return false;
    seen.add(hit.sentence);
    return true;
  }) as Hit[];
}

/** "The README", or the name of the file that tells. */
export function whereOf(hits: readonly Hit[]): string {
  const path = hits[0]?.telling.path;
  return path === undefined || /(?:^|\/)readme[^/]*$/i.test(path) ? "The README" : `\`${basename(path)}\``;
}
