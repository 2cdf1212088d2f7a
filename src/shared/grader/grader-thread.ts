// The thread behind threaded-grader.ts: takes { id, asked, answer }, answers { id, grade } or { id, failure }.
import { parentPort, workerData } from "node:worker_threads";
import { openGrader } from "./open-grader.ts";
import type { GraderRequest } from "./threaded-grader.ts";

const { encoderDir } = workerData as { encoderDir: string };
const grader = openGrader(encoderDir, { threads: 1 });

parentPort?.on("message", async ({ id, asked, answer }: GraderRequest) => {
  try {
    const value = answer === undefined ? await grader.prepare(asked.question) : await grader.gradeAnswer(asked, answer);
    parentPort?.postMessage({ id, value });
  } catch (error) {
    parentPort?.postMessage({ id, failure: (error as Error).message });
  }
});
