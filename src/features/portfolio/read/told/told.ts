import type { Sentence } from "../prose/sentence.ts";
import type { Telling } from "../prose/telling.ts";
import { dimension, type JudgedDimension, type Reading } from "../reading.ts";
import { readApproach } from "./approach.ts";
import type { Hit } from "./hits.ts";
import { ownSentences } from "./kinds-of-sentence.ts";
import { readLearnings } from "./learnings.ts";
import { readProblem } from "./problem.ts";
import { type ResultLine, resultsIn } from "./results.ts";
import { readResults } from "./results-dimension.ts";

export type ToldParts = {
  dimensions: JudgedDimension[];
  /** Sentences as they read, to begin the candidate's own telling from. */
  problem: string;
  approach: string;
  results: string;
  learnings: string;
};

const NO_README = "There is no README: an interviewer closes the page here.";
const WRITE_README =
  "Write a `README.md` of one page: the problem and who has it, the approach and why, a table of results with a baseline, and what you would do differently.";
const OTHER_LANGUAGE = "The README is not in English; its prose was not judged.";
/** What stands elsewhere than in the README counts less: an interviewer reads that, and perhaps no more. */
const BESIDE = 0.8;
/** With less than this a text says nothing worth telling: plans, or a title without a figure, are looked for in the README alone. */
const FEWEST_BESIDE = 0.5;
const PARTS = ["problem", "approach", "results", "learnings"] as const;
type Part = (typeof PARTS)[number];
type Read = { dimension: JudgedDimension; told: string };

/** What the README tells of the project, and where it is silent on a part what stands beside it. */
export function readTold({ readme, beside }: Pick<Reading, "readme" | "beside">): ToldParts {
  const tellings = [...(readme ? [readme] : []), ...beside].filter(({ english }) => english);
  const read = Object.fromEntries(PARTS.map((part) => [part, partIn(part, tellings, readme)])) as Record<Part, Read>;
  return {
    dimensions: PARTS.map((part) => read[part].dimension),
    problem: read.problem.told,
    approach: read.approach.told,
    results: read.results.told,
    learnings: read.learnings.told,
  };
}

/** What was measured and noted on the way opens with no problem. */
const LOG = /results|findings|evaluation|summary|log|\bnotes?\b/i;

/** The first telling that says something of this part. */
function partIn(part: Part, tellings: readonly Telling[], readme: Telling | undefined): Read {
  let silent: Read | undefined;
  for (const telling of tellings) {
    if (part === "problem" && telling !== readme && LOG.test(telling.path)) continue;
    const read = readPart(part, telling);
    const score = read.dimension.score ?? 0;
    if (telling === readme ? score > 0 : score >= FEWEST_BESIDE)
      return telling === readme
        ? read
        : { ...read, dimension: { ...read.dimension, score: Math.round(100 * score * BESIDE) / 100 } };
    silent ??= read;
  }
  if (readme?.english) return silent ?? nothing(part, NO_README);
  if (readme) return { told: "", dimension: dimension(part, { score: null, said: OTHER_LANGUAGE }) };
  return nothing(part, NO_README);
}

function nothing(part: Part, said: string): Read {
  return { told: "", dimension: dimension(part, { score: 0, said, mend: WRITE_README }) };
}

function readPart(part: Part, telling: Telling): Read {
  const told = ownSentences(telling);
  const results = part === "results" ? resultsIn(telling) : [];
  if (part === "results") return { dimension: readResults(results, told), told: toldResults(results) };
  const { dimension: read, hits } =
    part === "approach"
      ? readApproach(told, readProblem(told).purpose)
      : { problem: readProblem, learnings: readLearnings }[part](told);
  return { dimension: read, told: joined(hits.map(({ sentence }: Hit) => sentence)) };
}

const MOST_TOLD_CHARS = 1_200;

function joined(sentences: readonly Pick<Sentence, "text">[]): string {
  return sentences
    .map(({ text }) => text)
    .join("\n")
    .slice(0, MOST_TOLD_CHARS);
}

const MOST_RESULTS = 4;

function toldResults(results: readonly ResultLine[]): string {
  const sentences = results.filter(({ header }) => header === undefined);
  const said = sentences.length > 0 ? sentences.map((each) => each.said) : results.map(rowSaid);
  return joined([...new Set(said)].slice(0, MOST_RESULTS).map((text) => ({ text: text.replaceAll(/\s+/g, " ") })));
}

/** A row of a table as a line: its name, what was measured, the figure. */
function rowSaid({ said, metric, figure }: ResultLine): string {
  const name = said.slice(0, Math.max(0, said.indexOf(figure))).trim();
  return name === "" || name === metric ? `${metric}: ${figure}` : `${name}: ${metric} ${figure}`;
}
