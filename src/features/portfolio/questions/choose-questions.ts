import { basename } from "node:path";
import type { CodeFact, CodeReading } from "../python/code-fact.ts";
import { type Standing, standingOf } from "../python/standing.ts";
import type { ProjectQuestion } from "../schema.ts";
import type { Phrase } from "./phrase.ts";
import { PHRASES } from "./phrases.ts";

const MOST = 10;
/** Each further question of a family or a file must be this much more telling to come first. */
const FAMILY_STEP = 1.5;
const FILE_STEP = 0.6;

type Candidate = { fact: CodeFact; phrase: Phrase; weight: number };

/** The ten that an interviewer would ask about this code: the most telling first, spread over families and files. */
export function chooseQuestions({ facts }: Pick<CodeReading, "facts">): ProjectQuestion[] {
  let left = facts.flatMap((fact) => candidate(fact) ?? []);
  const chosen: Candidate[] = [];
  const worth = ({ fact, phrase, weight }: Candidate) =>
    weight -
    FAMILY_STEP * chosen.filter((each) => each.phrase.family === phrase.family).length -
    FILE_STEP * chosen.filter((each) => each.fact.file === fact.file).length;
  while (chosen.length < MOST && left.length > 0) {
    const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    chosen.push(best);
    // no two alike, and no two about one line
    left = left.filter(({ fact }) => fact.pattern !== best.fact.pattern && !isSameLine(fact, best.fact));
  }
  return chosen.map(({ fact, phrase }) => {
    const { pattern, file, line, quote, values } = fact;
    return {
      id: `${pattern}@${file}:${line}`,
      ask: phrase.ask(placeOf(fact), values).replace(/,:/, ":"),
      listensFor: phrase.listensFor,
      pattern,
      file,
      line,
      quote,
      by: "reading",
    };
  });
}

/** Nobody is asked about code of others that lies in the repository. */
function candidate(fact: CodeFact): Candidate | undefined {
  const phrase = PHRASES[fact.pattern];
  const standing = standingOf(fact.file);
  if (phrase === undefined || standing === "vendored" || isOfAnotherKind(fact)) return undefined;
  return { fact, phrase, weight: phrase.telling + nearness(fact.file, standing) };
}

function isSameLine(a: CodeFact, b: CodeFact): boolean {
  return a.file === b.file && a.line === b.line;
}

/** A field of a database, not of a model that learns. */
function isOfAnotherKind({ quote }: CodeFact): boolean {
  return /\b(?:models\.)?(?:Char|Text|Integer|Slug|Email|URL)Field\(|\bmapped_column\(|\bColumn\(/.test(quote);
}

/** Code that makes and judges the model before tests, examples and what lies deep. */
function nearness(file: string, standing: Standing): number {
  const own = /train|model|eval|main|predict|pipeline|fine_?tune|rag|agent|serve|app|preprocess|data/i.test(
    basename(file),
  )
    ? 0.5
    : 0;
  const isAside = standing === "test" || standing === "example" || /(?:^|\/)scripts?\//i.test(file);
  return own - (isAside ? 1.5 : 0) - 0.1 * file.split("/").length;
}

function placeOf({ file, line, cell }: CodeFact): string {
  return cell === undefined ? `\`${file}:${line}\`` : `\`${file}\`, cell ${cell},`;
}
