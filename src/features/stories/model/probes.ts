import type { TextSpan } from "../../../shared/claims/claim.ts";
import type { ProbeWhen } from "../../../shared/content/behavioral-prompt.ts";
import type { StoryFinding } from "../schema.ts";
import { decisionsIn, isChoice } from "./decisions.ts";
import { hasFigure } from "./figures.ts";
import { quotedFrom } from "./quoted-from.ts";
import { ofPart, type ReadSentence, type StoryView, spanOf } from "./story-view.ts";

export type Probe = { when: ProbeWhen; ask: string; because: TextSpan | null };
export type PromptProbe = { when: ProbeWhen; ask: string };

const MOST_PROBES = 5;
const WHENS: readonly ProbeWhen[] = [
  "doubtful",
  "no-result",
  "no-decision",
  "no-figure",
  "blame",
  "long-situation",
  "no-task",
  "no-learning",
];

/** Asked of what is no story. */
export const FIRST_OF_ALL: Probe = {
  when: "always",
  ask: "Can you take me to one time that this happened? What did you do first?",
  because: null,
};

/** Up to five questions that an interviewer would ask next: of the prompt where it has some, else in general. */
export function probesOf(
  view: StoryView,
  findings: readonly StoryFinding[],
  ofPrompt: readonly PromptProbe[] = [],
): Probe[] {
  if (view.sentences.length === 0) return [];
  const called = WHENS.filter((when) => findings.some(({ id }) => id === when));
  const own = called.flatMap((when) => {
    const because = findings.find(({ id }) => id === when)?.spans[0] ?? null;
    return ofPrompt.filter((each) => each.when === when).map(({ ask }): Probe => ({ when, ask, because }));
  });
  const general = called.flatMap((when) => generalProbe(findings, when) ?? []);
  const always = ofPrompt
    .filter(({ when }) => when === "always")
    .map(({ ask }): Probe => ({ when: "always", ask, because: null }));
  const missing = general.filter(({ when }) => own.every((each) => each.when !== when));
  // A question with the story's own words first; the prompt's own questions for everybody fill up.
  const asked = [
    ...ofFigures(view, findings),
    ...own,
    ...missing,
    ...always,
    ...ofDecisions(view),
    ...ofChoices(view),
    ...ofLearning(view),
    ...ofTrouble(view),
  ];
  return distinct(asked).slice(0, MOST_PROBES);
}

function generalProbe(findings: readonly StoryFinding[], when: ProbeWhen): Probe | undefined {
  const spans = findings.find(({ id }) => id === when)?.spans ?? [];
  const because = spans[0] ?? null;
  const quote = because ? quotedFrom(because.text) : "";
  const ask = questionFor(when, quote);
  return ask === undefined ? undefined : { when, ask, because };
}

function questionFor(when: ProbeWhen, quote: string): string | undefined {
  const said = quote === "" ? "" : `You said “${quote}”. `;
  switch (when) {
    case "doubtful":
      return quote === ""
        ? "What went wrong on the way, and what did you try that did not work?"
        : `${said}How was that measured, against what, and who else could confirm it?`;
    case "no-result":
      return quote === ""
        ? "And how did it end?"
        : `The last I heard was “${quote}”. What was different a month later?`;
    case "no-decision":
      return quote === "" ? "What did you decide yourself?" : `${said}What were the options, and why that one?`;
    case "no-figure":
      return quote === "" ? "By how much?" : `${said}By how much, and how do you know?`;
    case "blame":
      return `${said}What would they say if I asked them?`;
    case "long-situation":
      return "In one sentence: what was at stake, and what was yours to solve?";
    case "no-task":
      return quote === ""
        ? "What was yours to do?"
        : `${said}What exactly were you expected to bring about, and by when?`;
    case "no-learning":
      return "What would you do differently, and have you since?";
    case "always":
      return undefined;
  }
}

/** A result with a figure that nobody doubts is still asked for its baseline. */
function ofFigures(view: StoryView, findings: readonly StoryFinding[]): Probe[] {
  const doubted = findings
    .filter(({ id }) => id === "doubtful")
    .flatMap(({ spans }) => spans.map(({ start }) => start));
  const measured = ofPart(view, "result").filter(({ text, start }) => hasFigure(text) && !doubted.includes(start));
  const [first] = measured.toSorted((a, b) => changes(b) - changes(a));
  if (!first) return [];
  const fromTo = first.cues.has("fromTo");
  const rest = fromTo ? "measured how, and what else changed in that time?" : "measured how, and from what?";
  return [{ when: "always", ask: `You said “${quotedFrom(first.text)}”: ${rest}`, because: spanOf(first) }];
}

const changes = ({ cues }: ReadSentence) => Number(cues.has("change")) + Number(cues.has("share"));

function ofDecisions(view: StoryView): Probe[] {
  const decision = decisionsIn(view).find(({ reasoned }) => reasoned);
  if (!decision) return [];
  const { sentence } = decision;
  const ask = `You said “${quotedFrom(sentence.text, isChoice)}”. What would have made you choose the other way?`;
  return [{ when: "always", ask, because: spanOf(sentence) }];
}

function ofChoices(view: StoryView): Probe[] {
  const together = ofPart(view, "action").find(({ cues }) => cues.has("wePast") && !cues.has("iPast"));
  if (!together) return [];
  const ask = `You said “${quotedFrom(together.text)}”. Which part of that was yours?`;
  return [{ when: "always", ask, because: spanOf(together) }];
}

function ofLearning(view: StoryView): Probe[] {
  const learnt = ofPart(view, "learning")[0];
  if (!learnt) return [];
  const ask = `You said “${quotedFrom(learnt.text)}”. When did you last do that, and what came of it?`;
  return [{ when: "always", ask, because: spanOf(learnt) }];
}

function ofTrouble(view: StoryView): Probe[] {
  if (ofPart(view, "action").some(({ cues }) => cues.has("trouble"))) return [];
  return [{ when: "always", ask: "What did you try that did not work?", because: null }];
}

/** Each sentence is quoted once. */
function distinct(probes: readonly Probe[]): Probe[] {
  const asked = new Set<string>();
  return probes.filter(({ ask, because }) => {
    const key = because && ask.includes("“") ? String(because.start) : ask;
    if (asked.has(key)) return false;
    asked.add(key);
    return true;
  });
}
