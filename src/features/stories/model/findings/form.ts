import { blamingIn } from "../blame.ts";
import { backwardSteps } from "../order.ts";
import type { StoryDoubt } from "../story-doubt.ts";
import { type StoryView, spanOf } from "../story-view.ts";
import type { Weighed } from "./weighed.ts";

const LEAST_WORDS = 90;
const MOST_SECONDS = 210;
const MOST_WORDS = 525;
const SCATTERED_FROM = 3;
const MOST_SPANS = 6;

/** What is wrong with the telling as a whole. */
export function formFindings(view: StoryView, doubts: readonly StoryDoubt[]): Weighed[] {
  if (view.sentences.length === 0) return [];
  return [length(view), scattered(view), blame(view), doubtful(doubts)].flatMap((each) => each ?? []);
}

function length({ words, seconds }: StoryView): Weighed | undefined {
  const said = `${words} words, ${Math.round(seconds)} seconds.`;
  if (words < LEAST_WORDS)
    return {
      id: "too-short",
      part: null,
      said: `${said} An interviewer has to ask for the story.`,
      mend: "Tell it in two minutes, about 300 words; half of them on what you did.",
      spans: [],
      worth: 60,
    };
  if (seconds <= MOST_SECONDS && words <= MOST_WORDS) return undefined;
  return {
    id: "too-long",
    part: null,
    said: `${said} Two to three minutes are what an interviewer listens to.`,
    mend: "Cut it to about 300 words, and keep the rest for the questions that follow.",
    spans: [],
    worth: 50,
  };
}

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
