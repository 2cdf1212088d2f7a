import type { Showing } from "../repository/leaks/secret-places.ts";
import type { ProjectQuestion } from "../schema.ts";
import type { JudgedDimension } from "./reading.ts";

/** A dimension without the lines that hold a secret: what earned the score stands, and is not repeated. */
export function shownDimension(each: JudgedDimension, { mayShow, repeats }: Showing): JudgedDimension {
  return {
    ...each,
    said: repeats(each.said) ? `${each.title}: what was found holds a secret.` : each.said,
    evidence: each.evidence.filter(mayShow),
    commits: each.commits.filter(({ quote }) => !repeats(quote)),
    mend: each.mend !== undefined && repeats(each.mend) ? undefined : each.mend,
    mendAt: each.mendAt.filter(mayShow),
  };
}

/** The questions about lines without a secret. */
export function shownQuestions(
  questions: readonly ProjectQuestion[],
  { mayShow, repeats }: Showing,
): ProjectQuestion[] {
  return questions.filter((each) => mayShow(each) && !repeats(`${each.ask}\n${each.listensFor}`));
}
