// The thread behind simulate.ts: runs one design, answers with its report or with null where it took too much work, and ends.
import { parentPort, workerData } from "node:worker_threads";
import { parseDesign } from "../model/language/parse-design.ts";
import { trimReport } from "../model/round/trim-report.ts";
import { runDesign } from "../model/run/run-design.ts";
import type { BoundedJob } from "./simulate.ts";

const { text, world, seed, mostSeconds } = workerData as BoundedJob;
const MICROSECONDS = 1e6;
// the thread's own work: a busy machine makes a run longer, not larger
const cancelled = () => process.threadCpuUsage().user > mostSeconds * MICROSECONDS;
const report = runDesign(parseDesign(text).design, world, { seed, cancelled });
parentPort?.postMessage(report === undefined ? null : trimReport(report));
