import { type HearingDeps, nothingHeard, questionsIn } from "../../../shared/rounds/hear-answer.ts";
import { asideOf, isQuestion } from "../../../shared/rounds/intent.ts";
import type { Intent, Reading } from "../../../shared/rounds/reading.ts";
import { readAloud } from "../../../shared/rounds/think-aloud/read-aloud.ts";
import { growthsIn } from "../model/round/growth.ts";
import { type CodingState, MET } from "../model/round/state.ts";
import { gradeBeside } from "./grade-beside.ts";
import { nearestSentence } from "./task-sentences.ts";
import { aboutness } from "./vocabulary.ts";

/** From here on a sentence of the task answers a question. */
const UNDERSTOOD = 0.42;
/** What is further from all of the task, has none of its words and says nothing that is listened for is another subject. */
const ANOTHER_SUBJECT = { about: 0.2, near: 0.3, fewestWords: 12 };
/** Whether it is right, what is wrong, how it is done: nothing that an interviewer tells. */
const SEEKS_VERDICT =
  /\b(?:(?:is|was|are) (?:this|that|it|my \w+|these) (?:\w+ )?(?:right|correct|ok(?:ay)?|good|fine|wrong)|am i (?:right with|on the right)|(?:what|where) (?:is|'s|are) (?:the |my )?(?:bug|bugs|fault|faults|error|mistake|problem|wrong)|why does (?:it|this|my \w+) fail|(?:which|what) (?:hidden )?tests? (?:fail|do|are)|how (?:do|would|should|can) (?:i|you) (?:solve|fix|mend|do) (?:it|this|that))\b/i;

type Point = Reading["points"][number];
type Nearest = Awaited<ReturnType<typeof nearestSentence>>;

/** Reads one utterance while somebody works: what it wants, and what of the rubric, of the faults and of the follow-up it meets. */
export async function hearCandidate(deps: HearingDeps, state: CodingState, text: string): Promise<Reading> {
  const aside = asideOf(text);
  if (aside !== undefined) return nothingHeard(aside);
  if (isQuestion(text) && SEEKS_VERDICT.test(text)) return nothingHeard("wants-answer");
  const { setup } = state;
  const task = [setup.prompt, ...setup.levelTexts.slice(0, state.level - 1)].join("\n\n");
  const aloud = await readAloud(deps.grader, { criteria: setup.criteria, asked: task }, text);
  const about = aboutness(text, new Set(setup.vocabulary));
  const right = growthsIn(text).some((growth) => setup.growths.includes(growth));
  const anchored = aloud.points.map((point) => ({
    ...point,
    probability: point.probability * weightOf(point, { about, right }),
  }));
  const beside = await gradeBeside(deps, state, text);
  const points = [...anchored, ...beside.points];
  const nearest = await nearestSentence(deps.grader, task, text);
  const heard = [...aloud.points, ...beside.points].some(({ probability }) => probability >= MET);
  const facts = isQuestion(text) ? await factsAsked(deps, task, { text, nearest }) : [];
  return {
    ...nothingHeard(intentOf(text, { flags: aloud.flags, heard, about, near: nearest.near })),
    engine: beside.engine,
    score: scoreOf(points),
    flags: aloud.flags,
    points,
    facts,
  };
}

/** Talk that could be about anything counts for little; a cost that is right is about this problem whatever its words. */
function weightOf({ id }: Point, { about, right }: { about: number; right: boolean }): number {
  return id === "complexity" && right ? 1 : about;
}

type Heard = { flags: string[]; heard: boolean; about: number; near: number };

function intentOf(text: string, { flags, heard, about, near }: Heard): Intent {
  if (flags.includes("instructions-to-the-grader") && !heard) return "instructs";
  const words = text.trim().split(/\s+/).length;
  const strays = about <= ANOTHER_SUBJECT.about && near < ANOTHER_SUBJECT.near && words >= ANOTHER_SUBJECT.fewestWords;
  if (strays && !heard) return "strays";
  return isQuestion(text) ? "asks" : "answers";
}

function scoreOf(points: readonly Point[]): number {
  const all = points.reduce((sum, each) => sum + each.points, 0);
  return points.reduce((sum, each) => sum + each.points * each.probability, 0) / Math.max(1, all);
}

/** The sentences of the task that answer the questions of a turn. */
async function factsAsked(
  { grader }: HearingDeps,
  task: string,
  { text, nearest }: { text: string; nearest: Nearest },
): Promise<Reading["facts"]> {
  const questions = questionsIn(text);
  // a single question stands with all that is said around it, which was compared before
  const each =
    questions.length > 1 ? await Promise.all(questions.map((one) => nearestSentence(grader, task, one))) : [nearest];
  const found = new Map(each.filter(({ near }) => near >= UNDERSTOOD).map(({ at, sentence }) => [at, sentence]));
  return [...found].map(([at, sentence], which) => ({
    id: `sentence-${at + 1}`,
    answer: which === 0 ? `The task says this: “${sentence}” Does that settle it?` : `It also says: “${sentence}”`,
  }));
}
