import { percent } from "../../../../lib/text.ts";
import { decisionsIn } from "../decisions.ts";
import { hasFigure } from "../figures.ts";
import { ofPart, proportions, type StoryView, spanOf, tells } from "../story-view.ts";
import type { Weighed } from "./weighed.ts";

// Situations are over-told in real interviews (Bangerter 2014): a third of the story is more than it takes.
const MOST_SITUATION = 0.34;
const LONG_SITUATION_WORDS = 55;
const LEAST_ACTION = 0.33;
const LEAST_ACTION_WORDS = 35;
const MOST_SPANS = 6;

/** Parts that are missing, too long or too thin. */
export function partFindings(view: StoryView): Weighed[] {
  if (view.sentences.length === 0) return [];
  return [longSituation, noSituation, noTask, thinAction, noDecision, noResult, noFigure, noLearning].flatMap(
    (find) => find(view) ?? [],
  );
}

function shareOf(view: StoryView, ...wanted: string[]) {
  const rows = proportions(view).filter(({ part }) => wanted.includes(part));
  const sum = (key: "words" | "share" | "seconds") => rows.reduce((total, row) => total + row[key], 0);
  return { words: sum("words"), share: sum("share"), seconds: Math.round(sum("seconds")) };
}

function longSituation(view: StoryView): Weighed | undefined {
  const { words, share, seconds } = shareOf(view, "situation", "task");
  if (share <= MOST_SITUATION || words < LONG_SITUATION_WORDS) return undefined;
  const longest = ofPart(view, "situation").toSorted((a, b) => b.words - a.words);
  return {
    id: "long-situation",
    part: "situation",
    said: `Situation and task take ${percent(share)} of the story, ${seconds} seconds; about a quarter is enough.`,
    mend: "Keep one sentence for where you were and one for what was at stake. Drop what the listener does not need to follow your actions.",
    spans: longest
      .slice(0, MOST_SPANS)
      .toSorted((a, b) => a.start - b.start)
      .map(spanOf),
    worth: 40 + 60 * share,
  };
}

function noSituation(view: StoryView): Weighed | undefined {
  if (tells(view, "situation") || tells(view, "task")) return undefined;
  return {
    id: "no-situation",
    part: "situation",
    said: "It does not say where this was or why it mattered.",
    mend: "Begin with one sentence: where, when, and what would have happened had nobody acted.",
    spans: view.sentences.slice(0, 1).map(spanOf),
    worth: 45,
  };
}

function noTask(view: StoryView): Weighed | undefined {
  const hinted = ofPart(view, "situation", "action").some(({ cues }) => cues.has("duty"));
  if (tells(view, "task") || hinted || !tells(view, "situation")) return undefined;
  return {
    id: "no-task",
    part: "task",
    said: "What you were to achieve, and by when, is not said.",
    mend: "Add one sentence between the situation and your first step: what was yours to bring about, and how anybody would know that it was done.",
    spans: ofPart(view, "situation").slice(-1).map(spanOf),
    worth: 35,
  };
}

function thinAction(view: StoryView): Weighed | undefined {
  const { words, share } = shareOf(view, "action");
  if (share >= LEAST_ACTION && words >= LEAST_ACTION_WORDS) return undefined;
  return {
    id: "thin-action",
    part: "action",
    said:
      words === 0
        ? "It does not say what you did."
        : `What you did takes ${percent(share)} of the story, ${words} words; about half is usual.`,
    mend: "Say what you tried first, what you found, what you chose then and what it cost. This is the part that you are hired for.",
    spans: ofPart(view, "action").slice(0, MOST_SPANS).map(spanOf),
    worth: 70 + 30 * (LEAST_ACTION - Math.min(LEAST_ACTION, share)),
  };
}

function noDecision(view: StoryView): Weighed | undefined {
  const decisions = decisionsIn(view);
  if (decisions.some(({ reasoned }) => reasoned) || decisions.length > 2) return undefined;
  const unreasoned = decisions[0]?.sentence;
  const acted = ofPart(view, "action");
  return {
    id: "no-decision",
    part: "action",
    said: unreasoned
      ? "You say that you chose, and not why, or against what."
      : "No choice of your own is told: things were done, and nobody hears what you decided.",
    mend: "Pick the moment when it could have gone another way. Say what the options were, which you took, and why.",
    spans: (unreasoned ? [unreasoned] : acted.slice(0, MOST_SPANS)).map(spanOf),
    worth: unreasoned ? 62 : 75,
  };
}

function noResult(view: StoryView): Weighed | undefined {
  if (tells(view, "result")) return undefined;
  return {
    id: "no-result",
    part: "result",
    said: "It ends without a result.",
    mend: "Say what was different afterwards, for whom, and by how much. If it failed, say that, and what was saved.",
    spans: view.sentences.slice(-1).map(spanOf),
    worth: 85,
  };
}

function noFigure(view: StoryView): Weighed | undefined {
  const results = ofPart(view, "result");
  if (results.length === 0 || results.some(({ text }) => hasFigure(text))) return undefined;
  return {
    id: "no-figure",
    part: "result",
    said: "The result has no figure.",
    mend: "Name one measure, where it stood before, where it stood after, and over what time. A count will do: people, hours, tickets.",
    spans: results.slice(0, MOST_SPANS).map(spanOf),
    worth: 65,
  };
}

function noLearning(view: StoryView): Weighed | undefined {
  if (tells(view, "learning")) return undefined;
  return {
    id: "no-learning",
    part: "learning",
    said: "It does not say what you took from it.",
    mend: "End with one sentence on what you do differently since then. Something small that you really do is worth more than a maxim.",
    spans: view.sentences.slice(-1).map(spanOf),
    worth: 30,
  };
}
