import { softmax } from "../../../shared/grader/trees.ts";
import type { StoryFeedback } from "../schema.ts";
import { MANNER, type Manner } from "./manner.ts";
import type { StoryDoubt } from "./story-doubt.ts";
import { type StoryView, tells } from "./story-view.ts";

export type Standing = StoryFeedback["standing"];

/** What an experienced listener would call a story; learned from drafts by how they are told. */
export const QUALITIES = ["strong", "sound", "thin", "rambling", "invented"] as const;
export type Quality = (typeof QUALITIES)[number];

export type StandingParameters = {
  /** In the order of `MANNER`. */
  mean: readonly number[];
  scale: readonly number[];
  /** In the order of `QUALITIES`. */
  bias: readonly number[];
  /** (qualities, measures of manner) */
  weights: readonly (readonly number[])[];
};

export type Likely = Record<Quality, number>;

/** How likely a listener would call it each. */
export function qualityOf({ mean, scale, bias, weights }: StandingParameters, manner: Manner): Likely {
  const values = MANNER.map((name, at) => (manner[name] - (mean[at] ?? 0)) / (scale[at] || 1));
  const logits = weights.map((row, quality) =>
    row.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), bias[quality] ?? 0),
  );
  const likely = softmax(logits);
  return Object.fromEntries(QUALITIES.map((quality, at) => [quality, likely[at] ?? 0])) as Likely;
}

const GRAVE_FROM = 0.8;
const DOUBTED_FROM = 2;
const DOUBTED = 0.85;

/** Two claims that are hard to explain, and the rest of a story is not believed either, however well it is told. */
export function asBelieved(likely: Likely, doubts: readonly StoryDoubt[]): Likely {
  const grave = doubts.filter(({ weight }) => weight >= GRAVE_FROM).length;
  if (grave < DOUBTED_FROM || likely.invented >= DOUBTED) return likely;
  const left = (1 - DOUBTED) / (1 - likely.invented);
  const rest = Object.entries(likely).map(([quality, share]) => [quality, share * left]);
  return { ...(Object.fromEntries(rest) as Likely), invented: DOUBTED };
}

const LEAST_WORDS = 25;
const LEAST_PAST = 0.3;
const PAST =
  /\b(?:was|were|had|did|went|came|got|took|made|found|told|fell|rose|ran|said|gave|chose|built|wrote|[a-z]{3,}(?<!ne|nde|spe|ind|bre|cre|fe|se)ed)\b/i;

/** The name of a story's quality; what tells of nothing that was done is no story. */
export function standingOf(view: StoryView, likely: Likely): Standing {
  if (view.words < LEAST_WORDS || !isToldAsPast(view)) return "no-story";
  if (!tells(view, "action") && !tells(view, "result")) return "no-story";
  const [first] = QUALITIES.toSorted((a, b) => likely[b] - likely[a]);
  return first === "invented" ? "doubtful" : (first ?? "thin");
}

/** One time that something happened is told in the past; opinions, habits and plans are not. */
function isToldAsPast({ sentences }: StoryView): boolean {
  const past = sentences.filter(
    ({ text, cues }) => ["iPast", "wePast", "otherPast"].some((cue) => cues.has(cue)) || PAST.test(text),
  );
  return past.length >= 2 && past.length / sentences.length >= LEAST_PAST;
}

const SAID: Record<Standing, string> = {
  strong: "An interviewer hears a decision of yours, why you took it, and what came of it.",
  sound: "The story holds together. An interviewer will ask for more of your reasons, and for what did not work.",
  thin: "Too little is told for an interviewer to judge you by it. Say more of what you did, and why.",
  rambling: "The story wanders before it arrives. An interviewer loses what was yours in it.",
  doubtful:
    "An interviewer would doubt this as it is told: it works too well, or names too little that could be asked about.",
  "no-story": "This tells of no one time that something happened. Take one case, and tell what you did in it.",
};

export function standingSaid(standing: Standing): string {
  return SAID[standing];
}
