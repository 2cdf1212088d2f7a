import { oneLine } from "../../../src/lib/text.ts";
import type { CvCheck, Gap, Tailoring } from "./types.ts";

export const GAP_STATES: Record<Gap["state"], { tone: "fail" | "part" | "idle"; name: string }> = {
  below: { tone: "fail", name: "below ready" },
  unsure: { tone: "part", name: "not sure yet" },
  unknown: { tone: "idle", name: "not known yet" },
};

export const CV_STATES: Record<CvCheck["state"], { tone: "pass" | "part" | "fail"; name: string }> = {
  said: { tone: "pass", name: "says it" },
  "other-words": { tone: "part", name: "in other words" },
  missing: { tone: "fail", name: "missing" },
};

/** What the posting is for, in a line. */
export function whomItSeeks({ role, level }: Tailoring): string {
  const levelSaid = level.id === null ? "level not said" : `${level.id} level`;
  return role.id === null ? `Role not said, ${levelSaid}` : `${role.title}, ${levelSaid}`;
}

/** Different words for a skill, at most so many. */
export function wordsFor(phrases: readonly { text: string }[], most: number): string[] {
  const seen = new Map(phrases.map(({ text }) => [text.toLowerCase(), oneLine(text)]));
  return [...seen.values()].slice(0, most);
}
