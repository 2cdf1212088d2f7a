import type { StoryFinding } from "../../schema.ts";
import type { Standing } from "../standing.ts";
import type { StoryDoubt } from "../story-doubt.ts";
import type { StoryView } from "../story-view.ts";
import { formFindings } from "./form.ts";
import { partFindings } from "./parts.ts";

/** What an interviewer would notice, the one worth most first. */
export function findingsOf(view: StoryView, doubts: readonly StoryDoubt[], standing: Standing): StoryFinding[] {
  // Of what is no story nobody misses a part.
  const parts = standing === "no-story" ? [] : partFindings(view);
  return [...parts, ...formFindings(view, doubts)]
    .toSorted((a, b) => b.worth - a.worth)
    .map(({ worth: _, ...finding }) => finding);
}
