import type { App } from "../../src/app.ts";
import { InterviewRepo, InterviewRoom } from "../../src/features/interview/index.ts";
import { openStore } from "../../src/shared/store/store.ts";

/** A room in which nothing was served yet, with the grader and the judge of the app: each candidate is asked the same. */
export async function freshRoom({ rounds, bank, language, clock }: App): Promise<InterviewRoom> {
  const { roles, skills } = bank;
  const reportBug = (error: unknown) => {
    throw error;
  };
  const repo = new InterviewRepo(await openStore(":memory:"));
  return new InterviewRoom({ repo, providers: rounds, roles, skills, language, clock, reportBug });
}
