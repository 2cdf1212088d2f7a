import type { Claim } from "../../../shared/claims/claim.ts";
import { extractClaims } from "../../../shared/claims/extract-claims.ts";
import { dimension, type JudgedDimension, type Reading } from "./reading.ts";
import { evidenceOf, ownSections, type ProseLine, type Readme, sectionsAbout } from "./readme.ts";

const PROBLEM_TITLE =
  /problem|motivation|introduction|overview|background|about|goal|objective|^why|what (?:is|does|it)|abstract|description|business|use case|task|summary/i;
const PURPOSE =
  /\b(?:predict|detect|classif|forecast|segment|recommend|generat|translat|summari[sz]|rank|retriev|answer|estimat|recogni[sz]|identif|cluster|optimi[sz]|automat|helps?|enables?|aims?|goal|purpose|designed to|used (?:to|for)|implement(?:s|ation|ing)?|library for|framework for|toolkit for|model for|tool (?:for|to|that)|challenge|competition)\w*/i;
const WHY =
  /\b(?:because|in order to|so that|problem|challenge|costs?|expensive|slow|users?|customers?|patients?|doctors?|farmers?|teams?|companies|business|manual(?:ly)?|difficult|hard to|need(?:s|ed)? to|lack(?:s|ing)?|instead of|without having|time-consuming|scarce)\b/i;
const APPROACH_TITLE =
  /approach|method|architecture|model|how it works|pipeline|solution|design|training|technique|algorithm|implementation|feature engineering|preprocess|workflow|system/i;
const METHOD =
  /\b(?:we|i)\s+(?:\w+\s+)?(?:use|train|fine-?tune|build|built|propose|combine|apply|model|implement|extract|fit|stack|ensemble)\w*|\b(?:is|are|was|were) (?:trained|fine-?tuned|built|implemented|based on|computed|split|extracted|encoded)|\b(?:encoder|decoder|transformer|convolution|CNN|LSTM|BERT|ResNet|U-?Net|XGBoost|LightGBM|CatBoost|random forest|regression|gradient boosting|embedding|attention|diffusion|reinforcement|retriev|fine-?tun|ensemble|cross-validation|loss)\w*/i;
const CHOICE =
  /\b(?:because|instead of|rather than|compared (?:to|with)|we chose|i chose|chosen|trade-?off|in contrast to|unlike|over (?:a|the) (?:simple|naive)|ablation|alternative|since)\b/i;
const RESULT_TITLE =
  /result|performance|evaluation|benchmark|experiment|metrics|score|accuracy|leaderboard|comparison|findings/i;
const BASELINE =
  /\b(?:baseline|compared|versus|vs\.?|state of the art|SOTA|previous|prior|outperform|better than|worse than|improv\w+ (?:over|from)|human|random|naive|majority|mean predictor)\b/i;
const LEARNING_TITLE =
  /learn(?:ed|ing|t)s?$|lessons?|limitation|discussion|conclusion|future|next steps|known issues|caveats?|to-?do|roadmap|what (?:i|we)(?:'d| would)|improvements?|challenges|retrospective/i;
const LESSON =
  /\b(?:learn(?:ed|t)|lesson|limitation|does(?:n't| not) (?:work|handle|support|generali[sz]e)|fail(?:s|ed)? (?:to|on|when)|would (?:have|do|try|be better)|could be improved|in hindsight|turned out|surpris|did(?:n't| not) help|worse than|overfit|trade-?off|bias(?:ed)? towards?|mistake)\w*/i;
const PLAN = /\b(?:future|todo|to-do|roadmap|next step|plan(?:ned)?|will be|coming soon|improvement)/i;

const MOST_LINES = 400;

/** Lines that speak of the project, the first ones first. */
function ownLines(readme: Readme): ProseLine[] {
  return ownSections(readme)
    .flatMap(({ prose }) => prose)
    .slice(0, MOST_LINES);
}

const linesOf = (readme: Readme, title: RegExp) => sectionsAbout(readme, title).flatMap(({ prose }) => prose);
const evidence = ({ path }: Readme, lines: readonly ProseLine[]) => lines.map((line) => evidenceOf(path, line));

const NO_README = "There is no README: an interviewer closes the page here.";
const WRITE_README =
  "Write a `README.md` of one page: the problem and who has it, the approach and why, a table of results with a baseline, and what you would do differently.";

export type ToldParts = {
  dimensions: JudgedDimension[];
  problem: ProseLine[];
  approach: ProseLine[];
  results: ProseLine[];
  learnings: ProseLine[];
};

/** What the README tells of the project: problem, approach, results, learnings. */
export function readTold({ readme }: Pick<Reading, "readme">): ToldParts {
  if (readme === undefined) {
    const none = (["problem", "approach", "results", "learnings"] as const).map((id) =>
      dimension(id, { score: 0, said: NO_README, mend: WRITE_README }),
    );
    return { dimensions: none, problem: [], approach: [], results: [], learnings: [] };
  }
  const problem = readProblem(readme);
  const approach = readApproach(readme);
  const results = readResults(readme);
  const learnings = readLearnings(readme);
  return {
    dimensions: [problem.dimension, approach.dimension, results.dimension, learnings.dimension],
    problem: problem.lines,
    approach: approach.lines,
    results: results.lines,
    learnings: learnings.lines,
  };
}

type Read = { dimension: JudgedDimension; lines: ProseLine[] };

function readProblem(readme: Readme): Read {
  const opening = ownLines(readme).slice(0, 12);
  const named = linesOf(readme, PROBLEM_TITLE);
  const purpose = [...named, ...opening].find(({ text }) => PURPOSE.test(text));
  const why = [...named, ...opening].find(({ text }) => WHY.test(text) && text.split(" ").length > 7);
  const lines = unique([purpose, why].filter((line) => line !== undefined));
  const score = purpose && why ? 1 : purpose ? 0.6 : why ? 0.5 : 0;
  const said =
    score === 1
      ? "The README says what the project does and for whom or why."
      : purpose
        ? "The README says what the project does, not who has the problem or what it costs them."
        : "The README does not say which problem the project solves.";
  const mend =
    "Open the README with the problem: who has it, what it costs them, and how you would know that it is solved.";
  return { dimension: dimension("problem", { score, said, evidence: evidence(readme, lines), mend }), lines };
}

function readApproach(readme: Readme): Read {
  const named = linesOf(readme, APPROACH_TITLE).filter(({ text }) => METHOD.test(text) || text.split(" ").length > 9);
  const methods = [
    ...named.filter(({ text }) => METHOD.test(text)),
    ...ownLines(readme).filter(({ text }) => METHOD.test(text)),
  ];
  const choice = methods.find(({ text }) => CHOICE.test(text));
  const lines = unique([...methods.slice(0, 3), ...(choice ? [choice] : [])]);
  const score = lines.length === 0 ? 0 : choice ? 1 : named.length > 0 ? 0.65 : 0.45;
  const said =
    lines.length === 0
      ? "The README does not say how the problem is solved."
      : choice
        ? "The README says what was done, and why one way rather than another."
        : "The README says what was done, not why this way and against which alternative.";
  const mend = "Say in two sentences what you tried first, what you chose instead, and on what evidence.";
  return { dimension: dimension("approach", { score, said, evidence: evidence(readme, lines), mend }), lines };
}

const QUALITY = new Set(["seconds", "share", "points", "number", "ratio"]);

function readResults(readme: Readme): Read {
  const measured = extractClaims(readme.text).filter(isResult);
  const places = unique(measured.map((claim) => placeOf(readme, claim)));
  const named = linesOf(readme, RESULT_TITLE);
  const compared = places.find(({ raw }) => BASELINE.test(raw)) ?? named.find(({ text }) => BASELINE.test(text));
  const score = places.length === 0 ? (named.length > 0 ? 0.25 : 0) : compared ? 1 : 0.65;
  const metrics = [...new Set(measured.flatMap(({ metric }) => metric ?? []))].slice(0, 3).join(", ");
  const said =
    places.length === 0
      ? named.length > 0
        ? "There is a section on results without a figure."
        : "The README has no result."
      : compared
        ? `Results have figures (${metrics}) and something to compare them with.`
        : `Results have figures (${metrics}), and no baseline beside them.`;
  const mend =
    places.length === 0
      ? "Add a table of results: the metric, on which held-out data, the simplest baseline beside your model, and the spread over seeds."
      : `Put the simplest baseline beside "${places[0]?.raw.trim().slice(0, 60)}": a figure alone says nothing.`;
  const lines = unique([...places.slice(0, 4), ...(compared ? [compared] : [])]);
  return {
    dimension: dimension("results", { score, said, evidence: evidence(readme, lines), mend }),
    lines: lines.filter(({ raw }) => !raw.trimStart().startsWith("|")),
  };
}

/** A figure of quality, speed or cost; how many stars or rows there are is no result. */
function isResult({ metric, unit }: Claim): boolean {
  return (
    metric !== undefined &&
    QUALITY.has(unit) &&
    ![
      "experience",
      "parameters",
      "dataset size",
      "GPUs",
      "GPA",
      "rating",
      "test coverage",
      "budget",
      "team size",
    ].includes(metric)
  );
}

function placeOf({ text }: Readme, { figure }: Claim): ProseLine {
  const start = text.lastIndexOf("\n", figure.start - 1) + 1;
  const end = text.indexOf("\n", figure.start);
  const raw = text.slice(start, end < 0 ? undefined : end).replace(/\r$/, "");
  return { raw, text: raw.trim(), line: text.slice(0, start).split("\n").length };
}

function readLearnings(readme: Readme): Read {
  const named = linesOf(readme, LEARNING_TITLE);
  const lessons = [...named, ...ownLines(readme)].filter(({ text }) => LESSON.test(text));
  const plans = named
    .filter(({ text }) => !LESSON.test(text))
    .concat(named.length === 0 ? [] : ownLines(readme).filter(({ text }) => PLAN.test(text)));
  const lines = unique([...lessons.slice(0, 3), ...plans.slice(0, 1)]);
  const score = lessons.length >= 2 ? 1 : lessons.length === 1 ? 0.7 : plans.length > 0 ? 0.35 : 0;
  const said =
    lessons.length > 0
      ? "The README says what did not work or where it ends."
      : plans.length > 0
        ? "The README lists plans, not what was learned."
        : "The README does not say what was learned, what failed or where the limits are.";
  const mend =
    "Add three lines on what did not work, where the model fails, and what you would do differently: this is what interviewers ask about.";
  return { dimension: dimension("learnings", { score, said, evidence: evidence(readme, lines), mend }), lines };
}

function unique(lines: readonly ProseLine[]): ProseLine[] {
  return lines.filter((line, at) => lines.findIndex((other) => other.line === line.line) === at);
}
