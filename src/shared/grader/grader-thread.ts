// The thread behind threaded-grader.ts: says { ready: engine } once its models are loaded; takes
// { id, work }, answers { id, value } or { id, failure }.
import { parentPort, workerData } from "node:worker_threads";
import { type Grader, openGrader } from "./open-grader.ts";
import type { GraderRequest } from "./threaded-grader.ts";

const { encoderDir } = workerData as { encoderDir: string };
const THREADS = { threads: 1 };
const NOWHERE = ""; // where no encoder is, words alone are compared

const opening = openWarm();

/** A model that does not load, because its file is damaged or another one, must not cost anybody their grade. */
async function openWarm(): Promise<Grader> {
  let grader = openGrader(encoderDir, THREADS);
  try {
    await grader.warmUp();
  } catch (error) {
    console.error(`The encoder does not load, answers are graded on words alone: ${(error as Error).message}`);
    grader = openGrader(NOWHERE, THREADS);
  }
  parentPort?.postMessage({ ready: grader.engine });
  return grader;
}

parentPort?.on("message", async ({ id, work }: GraderRequest) => {
  try {
    parentPort?.postMessage({ id, value: await done(await opening, work) });
  } catch (error) {
    parentPort?.postMessage({ id, failure: (error as Error).message });
  }
});

function done(grader: Grader, work: GraderRequest["work"]): Promise<unknown> {
  if ("grade" in work) return grader.gradeAnswer(work.grade, work.answer);
  if ("prepare" in work) return grader.prepare(work.prepare);
  return grader.similarities(work.texts, work.lines);
}
