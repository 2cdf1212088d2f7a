import type { Question } from "../../../shared/content/question.ts";
import type { HearingDeps } from "../../../shared/rounds/hear-answer.ts";
import type { Reading } from "../../../shared/rounds/reading.ts";
import type { CodingState } from "../model/round/state.ts";
import { sentencesOf } from "./task-sentences.ts";

type Point = Reading["points"][number];

/** What the problem itself has to say: its faults as criteria, and the answer to the question that was asked last. */
export async function gradeBeside(
  { grade }: HearingDeps,
  state: CodingState,
  text: string,
): Promise<{ points: Point[]; engine: string }> {
  const criteria = [...faultCriteria(state), ...followUpCriterion(state)];
  if (criteria.length === 0) return { points: [], engine: "aloud" };
  const { grade: given, engine } = await grade(asQuestion(state, criteria), text);
  const points = given.criteria.map(
    ({ id, points: worth, probability, span }): Point => ({
      id,
      points: worth,
      probability: Math.min(probability, given.cap),
      span: span ?? null,
    }),
  );
  return { points, engine };
}

type Criterion = Question["rubric"][number];

function faultCriteria({ setup }: CodingState): Criterion[] {
  return setup.faults.map(({ id, says }) => ({
    id: `fault:${id}`,
    points: 1,
    met_when: says,
    not_enough: "says that something is wrong there",
    say: [says],
  }));
}

function followUpCriterion({ setup, waiting }: CodingState): Criterion[] {
  if (waiting?.id !== "follow-up" || setup.followUp === null) return [];
  const say = sentencesOf(setup.followUp.answer);
  if (say.length === 0) return [];
  return [{ id: "follow-up", points: 1, met_when: setup.followUp.answer, not_enough: "says that it depends", say }];
}

/** As the grader sees a question; what belongs to no grading is filled with what changes nothing. */
function asQuestion({ setup, waiting }: CodingState, rubric: Criterion[]): Question {
  const silence = { band: [0, 1] as [number, number], text: "" };
  const asked = waiting?.id === "follow-up" ? (setup.followUp?.ask ?? "") : "";
  return {
    id: setup.item.id,
    title: setup.item.title,
    kind: "explain",
    skills: setup.item.skills,
    difficulty: 3,
    roles: [],
    prompt: asked,
    rubric,
    misconceptions: [],
    probes: [],
    clarify: [],
    answers: { strong: silence, partial: silence, wrong: silence },
    reference: "",
    sources: [],
  };
}
