import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FUNCTION_WORDS } from "../grader/function-words.ts";
import type { ContentFault } from "./content-fault.ts";
import {
  ASKING_ROUND_IDS,
  INTERVIEWER_IDS,
  type Interviewer,
  QuestionsToAsk,
  type QuestionToAsk,
  type Theme,
} from "./question-to-ask.ts";
import { readYaml } from "./read-yaml.ts";

export const QUESTIONS_TO_ASK_FILE = "questions-to-ask.yaml";

/** What each interviewer can be expected to know: for each there has to be a question. */
const KNOWN_BY: Record<Interviewer, readonly Theme[]> = {
  recruiter: ["team", "growth", "pace", "pay", "values", "stability"],
  "hiring-manager": [
    "team",
    "data",
    "compute",
    "evaluation",
    "safety",
    "growth",
    "pace",
    "values",
    "product",
    "stability",
  ],
  peer: ["team", "data", "compute", "evaluation", "safety", "growth", "pace", "values", "product"],
  scientist: ["team", "data", "compute", "evaluation", "safety", "growth", "research"],
  "skip-level": ["team", "compute", "safety", "growth", "values", "research", "product", "stability"],
  partner: ["team", "data", "evaluation", "safety", "pace", "values", "product"],
  report: ["team", "growth", "pace", "values"],
};
const FEWEST_IN_A_ROUND = 8;
/** Share of their words in common from which two questions ask the same. */
const ALIKE_FROM = 0.5;

type QuestionsRead = { questions: QuestionToAsk[]; faults: ContentFault[] };

/** Reads `questions-to-ask.yaml` under `contentDir`; with a fault of form there are none. */
export function loadQuestionsToAsk(contentDir: string): QuestionsRead {
  const path = join(contentDir, QUESTIONS_TO_ASK_FILE);
  if (!existsSync(path)) return { questions: [], faults: [] };
  const read = readYaml(path, readFileSync(path, "utf8"), QuestionsToAsk);
  return read.ok ? { questions: read.value, faults: [] } : { questions: [], faults: read.faults };
}

/** What is wrong with the questions as a whole: ids used twice, two that ask the same, conversations without any. */
export function faultsAmong(questions: readonly QuestionToAsk[]): string[] {
  const ids = Map.groupBy(questions, ({ id }) => id);
  const twice = [...ids].filter(([, all]) => all.length > 1).map(([id]) => `the id ${id} is used twice`);
  const words = questions.map(({ text }) => wordsOf(text));
  const alike = questions.flatMap(({ id }, at) =>
    questions
      .slice(at + 1)
      .filter((_, more) => shareInCommon(words[at], words[at + 1 + more]) >= ALIKE_FROM)
      .map((other) => `${id} and ${other.id} ask the same`),
  );
  return [...twice, ...alike, ...gaps(questions)];
}

function gaps(questions: readonly QuestionToAsk[]): string[] {
  const missing = INTERVIEWER_IDS.flatMap((who) =>
    KNOWN_BY[who]
      .filter((theme) => !questions.some((each) => each.theme === theme && each.interviewers.includes(who)))
      .map((theme) => `nothing about ${theme} to ask a ${who}`),
  );
  const thin = ASKING_ROUND_IDS.map((round) => ({
    round,
    count: questions.filter(({ rounds }) => rounds.includes(round)).length,
  })).filter(({ count }) => count < FEWEST_IN_A_ROUND);
  return [...missing, ...thin.map(({ round, count }) => `only ${count} for the round ${round}`)];
}

/** Stems, roughly: "measured" and "measures" are one. */
function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(words.filter((word) => !FUNCTION_WORDS.has(word)).map((word) => word.slice(0, 5)));
}

function shareInCommon(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  const common = a.intersection(b).size;
  return common / Math.max(1, a.size + b.size - common);
}
