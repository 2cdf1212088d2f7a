import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadBank } from "../../src/shared/content/bank.ts";

/** What a scripted candidate can know of a problem: its code, right and wrong, and what there is to say about it. */
export type KnownProblem = {
  title: string;
  starter: string;
  solution: string;
  wrong: string[];
  /** Sentences on how it is solved. */
  idea: string[];
  /** An order of growth as the explanation writes it; empty where it has none. */
  cost: string;
  /** Why tests exist: cases at borders, in words. */
  whys: string[];
  faults: string[];
  /** What no interviewer may say: the last rung of the ladder, the planted faults, what a wrong solution is told. */
  secrets: string[];
  /** Answers to what is asked once it is solved, by the words of the question. */
  answers: Map<string, string>;
};

/** Every coding problem of the bank by its title. */
export function knownProblems(contentDir: string): Map<string, KnownProblem> {
  const { problems } = loadBank(contentDir);
  return new Map(
    problems
      .filter(({ variantOf }) => variantOf === undefined)
      .map(({ item, folder, starter, solution, wrong, explanation, prompt, hints }) => [
        item.title,
        {
          title: item.title,
          starter,
          solution,
          wrong: wrong.map(({ source }) => source),
          idea: ideaOf(explanation),
          cost: plain(/O\((?:[^()]|\([^()]*\))*\)/.exec(`${prompt}\n${solution}\n${explanation}`)?.[0] ?? ""),
          whys: [...readFileSync(join(folder, "tests.py"), "utf8").matchAll(/why="([^"]+)"/g)].map(
            ([, why = ""]) => why,
          ),
          faults: item.faults.map(({ says }) => says),
          secrets: [
            ...hints.slice(-1),
            ...item.faults.map(({ says }) => says),
            ...wrong.flatMap(({ source }) => /Shown to the learner: (.*)/.exec(source)?.[1] ?? []),
          ],
          answers: answersIn(explanation),
        },
      ]),
  );
}

function ideaOf(explanation: string): string[] {
  const prose = explanation
    .replaceAll(/```[\s\S]*?```|\$\$[\s\S]*?\$\$/g, " ")
    .split("\n")
    .filter((line) => !/^\s*(?:#|\||[-*]\s|\d+\.)/.test(line))
    .join(" ");
  const sentences = plain(prose).split(/(?<=[.?!]) (?=[A-Z])/);
  return sentences.filter((each) => each.split(" ").length > 6 && !each.includes("\\")).slice(0, 4);
}

function answersIn(explanation: string): Map<string, string> {
  const from = explanation.indexOf("## What interviewers ask next");
  const found = explanation.slice(from).matchAll(/\*\*([^*]+\?)\*\*\s+([\s\S]*?)(?=\n\s*\n\*\*|\n## |$)/g);
  return new Map([...found].map(([, ask = "", answer = ""]) => [ask.trim(), plain(answer)]));
}

/** Markdown as it is spoken. */
function plain(text: string): string {
  return text
    .replaceAll(/\\(?:,|;|!|cdot)/g, " ")
    .replaceAll(/\\(log|max|min)\b/g, "$1")
    .replaceAll(/[$*`]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
