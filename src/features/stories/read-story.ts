import type { BehavioralPrompt } from "../../shared/content/behavioral-prompt.ts";
import type { Competency } from "../../shared/content/competency.ts";
import { gate } from "../../shared/grader/gates.ts";
import type { ThreadedGrader } from "../../shared/grader/threaded-grader.ts";
import { learnedBreaks, learnedStanding, learnedStar } from "./learned.ts";
import { anybodysStory } from "./model/doubts/anybodys-story.ts";
import { doubtsOf } from "./model/doubts/doubts.ts";
import { findingsOf } from "./model/findings/findings.ts";
import { headedParts } from "./model/headings.ts";
import { mannerOf } from "./model/manner.ts";
import { FIRST_OF_ALL, probesOf } from "./model/probes.ts";
import { scoreOf } from "./model/score.ts";
import { splitSentences } from "./model/split-sentences.ts";
import { asBelieved, qualityOf, standingOf, standingSaid } from "./model/standing.ts";
import { labelSentences } from "./model/star/label.ts";
import { proportions, type StoryView, spanOf, viewStory } from "./model/story-view.ts";
import { readCompetencies } from "./read-competencies.ts";
import type { StoryFeedback, StoryLength } from "./schema.ts";

export type StoryReaderDeps = {
  grader: Pick<ThreadedGrader, "similarities" | "gradeAnswer" | "engine">;
  competencies: readonly Competency[];
};

export type StoryToRead = {
  text: string;
  /** Which version it is meant to be; in full where nothing is said. */
  version?: StoryLength | undefined;
  /** As long as it took to speak; without it, by its words. */
  secondsSpoken?: number | undefined;
  /** The question that it answers. */
  prompt?: Pick<BehavioralPrompt, "competency" | "also" | "probes"> | undefined;
};

/** Reads a story as an interviewer hears it: its parts, what is missing, what would be doubted, and what would be asked next. */
export async function readStory(
  deps: StoryReaderDeps,
  { text, version = "full", secondsSpoken, prompt }: StoryToRead,
): Promise<StoryFeedback> {
  const { view, engine } = await heard(deps, text, secondsSpoken);
  const claimed = doubtsOf(view);
  const manner = mannerOf(view, claimed);
  const likely = asBelieved(qualityOf(learnedStanding(), manner), claimed);
  const standing = standingOf(view, likely);
  const doubts = standing === "doubtful" && claimed.length === 0 ? [anybodysStory(view, manner)] : claimed;
  const findings = findingsOf(view, { doubts, standing, version });
  const asked = prompt ? [prompt.competency, ...prompt.also] : [];
  return {
    engine,
    words: view.words,
    seconds: view.seconds,
    sentences: view.sentences.map((sentence) => ({
      ...spanOf(sentence),
      part: sentence.part,
      probability: sentence.probability,
    })),
    parts: proportions(view),
    findings,
    standing,
    standingSaid: standingSaid(standing),
    competencies: standing === "no-story" ? [] : await readCompetencies(deps, view, asked),
    probes: standing === "no-story" ? [FIRST_OF_ALL] : probesOf(view, findings, prompt?.probes),
    ...scoreOf(view, likely, standing),
  };
}

function speaksToReader(sentence: string): boolean {
  return gate(sentence, "").flags.includes("instructions-to-the-grader");
}

type Heard = { view: StoryView; engine: StoryFeedback["engine"] };

async function heard({ grader }: StoryReaderDeps, text: string, secondsSpoken: number | undefined): Promise<Heard> {
  const all = splitSentences(text, learnedBreaks());
  const headed = headedParts(all.map((each) => each.text));
  const told = all.flatMap((span, at) => (headed[at]?.heading ? [] : [{ span, part: headed[at]?.part }]));
  const texts = told.map(({ span }) => span.text);
  const compared = texts.length > 0 ? await grader.similarities(texts, []) : undefined;
  const vectors = compared?.vectors?.texts;
  const engine = vectors || grader.engine === "embedded" ? "embedded" : "lexical";
  const labels = labelSentences(learnedStar()[vectors ? "embedded" : "lexical"], texts, {
    vectors,
    // What speaks to the reader, and not to the listener, is no part of the story.
    named: told.map(({ part, span }) => (speaksToReader(span.text) ? "aside" : part)),
  });
  const labelled = told.flatMap(({ span }, at) => (labels[at] ? [{ ...span, ...labels[at] }] : []));
  return { view: viewStory(text, labelled, secondsSpoken), engine };
}
