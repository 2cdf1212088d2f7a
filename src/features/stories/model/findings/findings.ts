import type { StoryFinding, StoryLength } from "../../schema.ts";
import type { Standing } from "../standing.ts";
import type { StoryDoubt } from "../story-doubt.ts";
import type { StoryView } from "../story-view.ts";
import { formFindings } from "./form.ts";
import { partFindings } from "./parts.ts";

type Heard = { doubts: readonly StoryDoubt[]; standing: Standing; version: StoryLength };

/** Half a minute has no time for these. */
const NO_TIME_FOR: readonly StoryFinding["id"][] = ["no-situation", "no-task", "no-learning"];

/** What an interviewer would notice, the one worth most first. */
export function findingsOf(view: StoryView, { doubts, standing, version }: Heard): StoryFinding[] {
  // Of what is no story nobody misses a part.
  const missing = standing === "no-story" ? [] : partFindings(view);
  const parts = version === "half-minute" ? missing.filter(({ id }) => !NO_TIME_FOR.includes(id)) : missing;
  return [...parts, ...formFindings(view, doubts, version)]
    .toSorted((a, b) => b.worth - a.worth)
    .map(({ worth: _, ...finding }) => finding);
}
