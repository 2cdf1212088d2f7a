// The thread behind run-pool.ts: takes a RunJob, answers with a RunOutcome.
import { parentPort } from "node:worker_threads";
import { objectiveWords } from "../model/interview/words.ts";
import { parseDesign } from "../model/language/parse-design.ts";
import { runDesign } from "../model/run/run-design.ts";
import type { RunOutcome } from "./case-run.ts";
import type { RunJob } from "./run-pool.ts";

parentPort?.on("message", ({ text, world, seed }: RunJob) => {
  const { objectives } = runDesign(parseDesign(text).design, world, { seed });
  const missed = objectives.filter(({ met }) => !met).map((each) => ({ id: each.id, words: objectiveWords(each) }));
  parentPort?.postMessage({ seed, missed } satisfies RunOutcome);
});
