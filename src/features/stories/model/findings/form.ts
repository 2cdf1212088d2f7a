import type { StoryLength } from "../../schema.ts";
import { blamingIn } from "../blame.ts";
import { SECONDS, wordsOf } from "../lengths.ts";
import { backwardSteps } from "../order.ts";
import type { StoryDoubt } from "../story-doubt.ts";
import { type StoryView, spanOf } from "../story-view.ts";
import type { Weighed } from "./weighed.ts";

/** Below this share of the usual words an interviewer has to ask for the story. */
const FAR_BELOW = 0.4;
/** Somewhat over the time is no fault. */
const OVER = 1.1;
const SCATTERED_FROM = 3;
const MOST_SPANS = 6;

/** What is wrong with the telling as a whole. */
export function formFindings(view: StoryView, doubts: readonly StoryDoubt[], version: StoryLength): Weighed[] {
  if (view.sentences.length === 0) return [];
  return [length(view, version), scattered(view), blame(view), doubtful(doubts)].flatMap((each) => each ?? []);
}

function length({ words, seconds }: StoryView, version: StoryLength): Weighed | undefined {
  const said = `${words} words, ${Math.round(seconds)} seconds.`;
  const usual = wordsOf(version);
  if (words < FAR_BELOW * usual.least)
    return {
      id: "too-short",
      part: null,
      said: `${said} An interviewer has to ask for the story.`,
      mend: AT_LEAST[version],
      spans: [],
      worth: 60,
    };
  // A story in full has its most already at what anybody listens to.
  const over = version === "full" ? 1 : OVER;
  if (seconds <= over * SECONDS[version].most && words <= over * usual.most) return undefined;
  return {
    id: "too-long",
    part: null,
    said: `${said} ${LISTENED_TO[version]}`,
    mend: CUT_TO[version],
    spans: [],
    worth: 50,
  };
}

const AT_LEAST: Record<StoryLength, string> = {
  full: "Tell it in two minutes, about 300 words; half of them on what you did.",
  "two-minutes": "Two minutes are about 300 words; half of them on what you did.",
  "half-minute": "Half a minute is about 75 words: what was at stake, your decision, the result.",
};
const LISTENED_TO: Record<StoryLength, string> = {
  full: "Two to three minutes are what an interviewer listens to.",
  "two-minutes": "This version was to take two minutes.",
  "half-minute": "This version was to take half a minute.",
};
const CUT_TO: Record<StoryLength, string> = {
  full: "Cut it to about 300 words, and keep the rest for the questions that follow.",
  "two-minutes": "Cut it to about 300 words: the situation first, then what anybody in your place would have done.",
  "half-minute": "Cut it to about 75 words: one sentence each for what was at stake, your decision and the result.",
};

function scattered({ sentences }: StoryView): Weighed | undefined {
  const steps = backwardSteps(sentences);
  if (steps.length < SCATTERED_FROM) return undefined;
  return {
    id: "scattered",
    part: null,
    said: `The story turns back ${steps.length} times, to what belongs before.`,
    mend: "Put each of these sentences where its part is told. The result may come first, as a headline; the rest goes in order.",
    spans: steps.slice(0, MOST_SPANS).map(spanOf),
    worth: 48,
  };
}

function blame({ sentences }: StoryView): Weighed | undefined {
  const found = blamingIn(sentences);
  if (found.length === 0) return undefined;
  return {
    id: "blame",
    part: found[0]?.part ?? null,
    said: "It puts the fault on others. An interviewer hears how you would speak of them.",
    mend: "Say what they needed and did not have, and what you could have done about it.",
    spans: found.slice(0, MOST_SPANS).map(spanOf),
    worth: 68,
  };
}

function doubtful(doubts: readonly StoryDoubt[]): Weighed | undefined {
  const [first] = doubts;
  if (!first) return undefined;
  return {
    id: "doubtful",
    part: first.part,
    said: first.said,
    mend: first.mend,
    spans: doubts.flatMap(({ spans }) => spans).slice(0, MOST_SPANS),
    worth: 80 + Math.min(15, 3 * doubts.length),
  };
}
