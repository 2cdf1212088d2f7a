import { basename } from "node:path";
import type { CodeFact, CodeReading } from "../python/code-fact.ts";
import type { ProjectQuestion } from "../schema.ts";
import type { Phrase } from "./phrase.ts";
import { PHRASES } from "./phrases.ts";

const MOST = 10;
/** Each further question of a family or a file must be this much more telling to come first. */
const FAMILY_STEP = 1.5;
const FILE_STEP = 0.6;
const SAME_PATTERN = 10;

type Candidate = { fact: CodeFact; phrase: Phrase; weight: number };

/** The ten that an interviewer would ask about this code: the most telling first, spread over families and files. */
export function chooseQuestions({ facts }: Pick<CodeReading, "facts">): ProjectQuestion[] {
  const left: Candidate[] = facts.flatMap((fact) => {
    const phrase = PHRASES[fact.pattern];
    return phrase ? [{ fact, phrase, weight: phrase.telling + nearness(fact.file) }] : [];
  });
  const chosen: Candidate[] = [];
  const worth = ({ fact, phrase, weight }: Candidate) =>
    weight -
    FAMILY_STEP * chosen.filter((each) => each.phrase.family === phrase.family).length -
    FILE_STEP * chosen.filter((each) => each.fact.file === fact.file).length -
    SAME_PATTERN * chosen.filter((each) => each.fact.pattern === fact.pattern).length;
  while (chosen.length < MOST && left.length > 0) {
    const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    chosen.push(best);
    left.splice(left.indexOf(best), 1);
  }
  return chosen.map(({ fact, phrase }) => {
    const { pattern, file, line, quote, values } = fact;
    return {
      id: `${pattern}@${file}:${line}`,
      ask: phrase.ask(placeOf(fact), values),
      listensFor: phrase.listensFor,
      pattern,
      file,
      line,
      quote,
      by: "reading",
    };
  });
}

/** Code that makes and judges the model before tests, examples and what lies deep. */
function nearness(file: string): number {
  const own = /train|model|eval|main|predict|pipeline|fine_?tune|rag|agent|serve|app|preprocess|data/i.test(
    basename(file),
  )
    ? 0.5
    : 0;
  const aside = /(?:^|\/)(?:tests?|docs?|examples?|scripts?|benchmarks?|legacy|archive)\//i.test(file) ? -1.5 : 0;
  return own + aside - 0.1 * file.split("/").length;
}

function placeOf({ file, line, cell }: CodeFact): string {
  return cell === undefined ? `\`${file}:${line}\`` : `\`${file}\`, cell ${cell},`;
}
