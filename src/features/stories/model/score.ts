import { decisionsIn } from "./decisions.ts";
import { hasFigure } from "./figures.ts";
import { type Likely, QUALITIES, type Quality, type Standing } from "./standing.ts";
import { ofPart, proportions, type StoryView, tells } from "./story-view.ts";

const VALUE: Record<Quality, number> = { strong: 0.95, sound: 0.72, thin: 0.3, rambling: 0.3, invented: 0.2 };
const OF_QUALITY = 0.6;
const NO_STORY_MOST = 0.1;
const BASE_VARIANCE = 0.003;

/** How good a story is as it is told, 0 to 1: what a listener would call it, and what is there to be heard. */
export function scoreOf(view: StoryView, likely: Likely, standing: Standing): { score: number; se: number } {
  const expected = QUALITIES.reduce((sum, quality) => sum + likely[quality] * VALUE[quality], 0);
  const variance = QUALITIES.reduce((sum, quality) => sum + likely[quality] * (VALUE[quality] - expected) ** 2, 0);
  // What is told counts as far as it is believed, and as far as it is heard.
  const taken = 1 - 0.6 * likely.invented - 0.3 * likely.rambling;
  const score = OF_QUALITY * expected + (1 - OF_QUALITY) * taken * content(view);
  const se = Math.sqrt(BASE_VARIANCE + OF_QUALITY ** 2 * variance);
  return standing === "no-story" ? { score: Math.min(NO_STORY_MOST, score), se: 0.05 } : { score, se };
}

function content(view: StoryView): number {
  const shares = proportions(view);
  const share = (part: string) => shares.find((each) => each.part === part)?.share ?? 0;
  const decisions = decisionsIn(view);
  const checks: readonly (readonly [number, number])[] = [
    [0.3, decisions.some(({ reasoned }) => reasoned) ? 1 : decisions.length > 0 ? 0.4 : 0],
    [0.2, ofPart(view, "result").some(({ text }) => hasFigure(text)) ? 1 : 0],
    [0.15, tells(view, "result") ? 1 : 0],
    [0.15, Math.min(1, share("action") / 0.4)],
    [0.1, tells(view, "learning") ? 1 : 0],
    [0.1, tells(view, "situation") && tells(view, "task") ? 1 : tells(view, "situation") ? 0.6 : 0],
  ];
  return checks.reduce((sum, [weight, value]) => sum + weight * value, 0);
}
