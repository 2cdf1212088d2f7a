import type { StoryDoubt } from "../story-doubt.ts";
import type { StoryView } from "../story-view.ts";
import { contradictionsIn } from "./contradictions.ts";
import { feats } from "./feats.ts";
import { figureDoubts } from "./figure-doubts.ts";

/** Figures and feats of a story that would be doubted, the gravest first; each sentence for one reason. */
export function doubtsOf(view: StoryView): StoryDoubt[] {
  const all = [...figureDoubts(view), ...feats(view), ...contradictionsIn(view)];
  const sorted = all.toSorted((a, b) => b.weight - a.weight);
  return [
    ...new Map(sorted.toReversed().map((each) => [each.spans.map(({ start }) => start).join(), each])).values(),
  ].toSorted((a, b) => b.weight - a.weight);
}
