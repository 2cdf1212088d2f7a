import type { StoryPart } from "../schema.ts";

const NAMES: readonly (readonly [RegExp, StoryPart])[] = [
  [/^(?:situation|context|background)$/i, "situation"],
  [/^(?:task|goal|challenge|my task|target)$/i, "task"],
  [/^(?:actions?|approach|what i did)$/i, "action"],
  [/^(?:results?|outcome|impact)$/i, "result"],
  [/^(?:learnings?|lessons?(?: learned)?|reflection|takeaways?|what i learned)$/i, "learning"],
];
const LEAD = /^(?:\*\*|__)?([A-Za-z ]{4,16}?)(?:\*\*|__)?\s*(?::|[-–—]\s)(?:\*\*|__)?\s*/;
const ALONE = /^(?:#+\s*)?(?:\*\*|__)?([A-Za-z ]{4,16}?)(?:\*\*|__)?:?$/;

/**
 * Parts that a teller has named themselves ("Result: …", or a line of its own), for each sentence; undefined before the first
 * heading. A sentence that is nothing but a heading is `heading`.
 */
export function headedParts(sentences: readonly string[]): { part: StoryPart | undefined; heading: boolean }[] {
  let current: StoryPart | undefined;
  return sentences.map((text) => {
    const alone = named(ALONE.exec(text)?.[1]);
    current = alone ?? named(LEAD.exec(text)?.[1]) ?? current;
    return { part: current, heading: alone !== undefined };
  });
}

function named(words: string | undefined): StoryPart | undefined {
  const own = words?.trim();
  return own === undefined ? undefined : NAMES.find(([pattern]) => pattern.test(own))?.[1];
}
