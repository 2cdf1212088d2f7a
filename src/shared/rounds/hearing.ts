import type { Graders } from "../grader/llm/grade-with-model.ts";
import { gradeWithModel } from "../grader/llm/grade-with-model.ts";
import type { HearingDeps } from "./hear-answer.ts";

/** After a model has failed, it is let be for so long: an interview does not wait for it at every turn. */
const REST_MS = 120_000;
const TIMEOUT_MS = 8_000;

/** Hears answers as an interview does: where a model and the grader disagree, the grader's word stands. */
export function hearingOf({ grader, language, clock }: Omit<Graders, "disputed">): HearingDeps {
  let restingUntil = 0;
  const resting = {
    read: () => (clock().getTime() < restingUntil ? undefined : language.read()),
    count: language.count.bind(language),
  };
  return {
    grader,
    grade: async (question, answer) => {
      const graders = { grader, language: resting, clock, disputed: "own" as const, timeoutMs: TIMEOUT_MS };
      const said = await gradeWithModel(graders, { question, values: new Map() }, answer);
      if (said.note !== undefined) restingUntil = clock().getTime() + REST_MS;
      return said;
    },
  };
}
