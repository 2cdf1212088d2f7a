// The thread behind threaded-grader.ts: says { ready: engine } once its models are loaded; takes
// { id, work }, answers { id, value } or { id, failure }; told "close" it releases its models and ends.
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

parentPort?.on("message", (request: GraderRequest) => (request === "close" ? end() : answer(request)));

async function answer({ id, work }: Exclude<GraderRequest, "close">): Promise<void> {
  try {
    parentPort?.postMessage({ id, value: await done(await opening, work) });
  } catch (error) {
    parentPort?.postMessage({ id, failure: (error as Error).message });
  }
}

/** Between two batches, as one holds up the thread while it runs: what was asked and has more of them fails at its next. */
async function end(): Promise<void> {
  await (await opening).close();
  process.exit(); // of this thread alone
}

function done(grader: Grader, work: Exclude<GraderRequest, "close">["work"]): Promise<unknown> {
  if ("grade" in work) return grader.gradeAnswer(work.grade, work.answer);
  if ("prepare" in work) return grader.prepare(work.prepare);
  return grader.similarities(work.texts, work.lines);
}
