import { quoteOf } from "../prose/sentence.ts";
import { dimension, type JudgedDimension } from "../reading.ts";
import { whereOf } from "./hits.ts";
import { isUnder, type Told } from "./kinds-of-sentence.ts";
import { type ResultLine, resultEvidence } from "./results.ts";

const TITLE =
  /^[\W\d]*(?:(?:model|experimental|final|key|main|test|our) )?(?:results?|performance(?! (?:&|and|advantages?|optimi|monitor|test|tip|consider|tun|note))|evaluation(?: results)?(?! (?:protocol|metric|script|framework|pipeline|harness|suite|code))|benchmarks?(?!\.)|scores?|leaderboard|findings|model (?:performance|evaluation|comparison))\b/i;
const BASELINE =
  /\b(?:baselines?|compared (?:to|with)|versus|vs\.?|state[- ]of[- ]the[- ]art|SOTA|previous(?:ly)?|prior|outperform\w*|better than|worse than|improv\w+ (?:over|from|by)|human(?:s| performance)?|random (?:guess\w*|baseline)|naive|majority|dummy|instead of|from \d[\d.]* ?%? to \d|beats?|surpass\w*|gain of|than (?:the|a))\b/i;
const ON_DATA =
  /\b(?:test(?:ing)?(?: set| data| split)?|held-?out|hold-?out|validation|val|dev set|out-of-(?:fold|sample|time)|OOF|CV|cross-?validat\w+|folds?|(?:public|private) (?:LB|leaderboard)|leaderboard|unseen|benchmark|zero-shot)\b/i;
const SPREAD =
  /±|\+\/-|\\pm|\b(?:std|standard deviation|confidence interval|\d+ ?% CI|(?:\d+|three|five|ten|several|multiple|different) (?:random )?(?:seeds|runs)|error bars?|bootstrap\w*)\b/i;
const MOST_SHOWN = 3;

/** Figures, what they are compared with, on which data, and how much they vary. */
export function readResults(lines: readonly ResultLine[], told: readonly Told[]): JudgedDimension {
  if (lines.length === 0) return withoutFigure(told);
  const inTables = lines.filter(({ header }) => header !== undefined);
  const compared = lines.find(({ said }) => BASELINE.test(said)) ?? (inTables.length >= 2 ? inTables[1] : undefined);
  const placed = lines.find(
    (each) =>
      ON_DATA.test(`${each.said} ${each.metric} ${each.header?.text ?? ""}`) || ON_DATA.test(each.section.title),
  );
  const spread = lines.find(({ said }) => SPREAD.test(said));
  const score = 0.5 + (compared ? 0.25 : 0) + (placed ? 0.15 : 0) + (spread ? 0.1 : 0);
  const shown = [lines[0], compared, placed, spread, ...lines.slice(1, MOST_SHOWN)];
  const once = shown.filter(
    (line, at) => line !== undefined && shown.findIndex((other) => other?.source === line.source) === at,
  ) as ResultLine[];
  const header = once.find((line) => line.header)?.header;
  const path = once[0]?.telling.path ?? "";
  const evidence = [
    ...(header && !header.text.includes("<") ? [quoteOf(path, header, 0, 240)] : []),
    ...once.map(resultEvidence),
  ].filter((each) => each !== undefined);
  const missing = [
    ...(compared ? [] : ["a baseline beside them"]),
    ...(placed ? [] : ["the data they were measured on"]),
    ...(spread ? [] : ["how much they vary from run to run"]),
  ];
  const metrics = [...new Set(lines.map(({ metric }) => metric))].slice(0, 3).join(", ");
  return dimension("results", {
    score,
    said: `${placeOf(path)} gives figures (${metrics})${missing.length > 0 ? `, not ${missing.join(", nor ")}` : ", what they are compared with, on which data, and how much they vary"}.`,
    evidence,
    mend: mendOf(lines[0] as ResultLine, { compared, placed }),
  });
}

function placeOf(path: string): string {
  return /(?:^|\/)readme[^/]*$/i.test(path) ? "The README" : `\`${path}\``;
}

function mendOf(
  { metric, figure }: ResultLine,
  { compared, placed }: Record<"compared" | "placed", ResultLine | undefined>,
): string {
  if (!compared) return `Put the simplest baseline beside ${metric} ${figure}: a figure alone says nothing.`;
  if (!placed) return `Say on which data ${metric} ${figure} was measured, and that nothing was chosen on it.`;
  return `Repeat the run behind ${metric} ${figure} over three seeds, and report mean and spread.`;
}

function withoutFigure(told: readonly Told[]): JudgedDimension {
  const named = told.filter((each) => isUnder(each, TITLE));
  const section = named.find((each) => TITLE.test(each.section.title))?.section;
  const evidence = named[0] && section?.heading ? quoteOf(named[0].telling.path, section.heading) : undefined;
  return dimension("results", {
    score: section ? 0.2 : 0,
    said: section
      ? `${whereOf(named.slice(0, 1).map((each) => ({ ...each, at: 0 })))} has a section "${section.title}" and no figure that says how good it is.`
      : "The README has no result.",
    evidence: evidence ? [evidence] : [],
    mend: "Add a table of results: the metric, on which held-out data, the simplest baseline beside your model, and the spread over seeds.",
  });
}
