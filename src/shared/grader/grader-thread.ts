// The thread behind threaded-grader.ts: says { ready: engine } once its models are loaded; takes
// { id, asked, answer }, answers { id, value } or { id, failure }.
import { parentPort, workerData } from "node:worker_threads";
import { openGrader } from "./open-grader.ts";
import type { GraderRequest } from "./threaded-grader.ts";

const { encoderDir } = workerData as { encoderDir: string };
const grader = openGrader(encoderDir, { threads: 1 });
grader.warmUp().then(() => parentPort?.postMessage({ ready: grader.engine }));

parentPort?.on("message", async ({ id, asked, answer }: GraderRequest) => {
  try {
    const value = answer === undefined ? await grader.prepare(asked.question) : await grader.gradeAnswer(asked, answer);
    parentPort?.postMessage({ id, value });
  } catch (error) {
    parentPort?.postMessage({ id, failure: (error as Error).message });
  }
});
