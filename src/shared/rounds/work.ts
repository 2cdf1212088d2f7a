import { z } from "zod";

/** What a run or a submission came to, in one line. */
export const WorkVerdict = z.object({ tone: z.enum(["pass", "part", "fail"]), said: z.string() });
export type WorkVerdict = z.infer<typeof WorkVerdict>;

export const WorkLanguage = z.enum(["python", "design"]);

/** What is made in a round beside the talk, such as code or a drawing, so that a replay can show it as it grew. */
export type RoundWork<State = unknown> = {
  language: z.infer<typeof WorkLanguage>;
  textOf: (state: State) => string;
  /** null where what was done tried nothing. */
  verdictOf: (action: unknown, outcome: unknown) => WorkVerdict | null;
};
