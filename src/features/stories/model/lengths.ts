import type { StoryLength } from "../schema.ts";

type Range = { least: number; most: number };

/** Words a second at a usual pace, 150 a minute. */
const WORDS_A_SECOND = 2.5;

/** How long each version takes to tell, in seconds. */
export const SECONDS: Record<StoryLength, Range> = {
  full: { least: 90, most: 210 },
  "two-minutes": { least: 90, most: 120 },
  "half-minute": { least: 20, most: 30 },
};

/** The same in words. */
export function wordsOf(length: StoryLength): Range {
  const { least, most } = SECONDS[length];
  return { least: Math.round(least * WORDS_A_SECOND), most: Math.round(most * WORDS_A_SECOND) };
}
