// The thread behind simulate.ts: runs one design, answers with its report, and ends.
import { parentPort, workerData } from "node:worker_threads";
import { parseDesign } from "../model/language/parse-design.ts";
import { trimReport } from "../model/round/trim-report.ts";
import { runDesign } from "../model/run/run-design.ts";
import type { RunJob } from "../prove/run-pool.ts";

const { text, world, seed } = workerData as RunJob;
parentPort?.postMessage(trimReport(runDesign(parseDesign(text).design, world, { seed })));
