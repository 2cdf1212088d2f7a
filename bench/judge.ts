import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { openJudge } from "../src/app.ts";
import type { Config } from "../src/config.ts";
import { type JudgePool, judgeRequest } from "../src/features/coding/index.ts";
import { type JudgeableProblem, readJudgeable } from "../src/shared/content/coding-folder.ts";
import { percentile } from "./percentile.ts";

const run = promisify(execFile);
const WARM_RUNS = 300;
const FRESH_RUNS = 25;
const folder = join(import.meta.dirname, "problem");

type Figures = {
  fresh_p50_ms: number;
  warm_p50_ms: number;
  warm_p99_ms: number;
  ratio: number;
  throughput_per_core: number;
  fresh_throughput_per_core: number;
  /** Two submitting at once. */
  pair_p50_ms: number;
  pair_p99_ms: number;
};
/** NumPy, and the same with `torch_` before it where PyTorch is installed. */
export type JudgeFigures = Figures & Record<`torch_${string}`, number>;

/** A warm judge beside a fresh process for each submission, twenty tests, in one run. */
export async function benchJudge(config: Config): Promise<JudgeFigures> {
  const judge = openJudge(config, availableParallelism());
  try {
    judge.start();
    const { tiers } = await judge.whenKnown();
    const numpy = await compare(judge, config, folder);
    if (!tiers.includes("torch")) return numpy;
    const torch = await compare(judge, config, join(folder, "torch"));
    return { ...numpy, ...Object.fromEntries(Object.entries(torch).map(([key, value]) => [`torch_${key}`, value])) };
  } finally {
    judge.close();
  }
}

/** Fresh and warm runs interleaved, without a pause; then two submitters at once. */
async function compare(judge: JudgePool, config: Config, problemFolder: string): Promise<Figures> {
  const read = readJudgeable(problemFolder); // once, as the server does
  if (!read.ok) throw new Error(`the bench's problem is broken: ${problemFolder}`);
  const source = readFileSync(join(problemFolder, "solution.py"), "utf8");
  const warm = () => judgeWarm(judge, read.value, source);
  await Promise.all([repeat(20, warm), repeat(20, warm)]); // both supervisors are up, their pages touched
  const warmMs: number[] = [];
  const freshMs: number[] = [];
  for (let round = 0; round < FRESH_RUNS; round++) {
    freshMs.push(await timed(() => judgeFresh(config, problemFolder)));
    await repeat(WARM_RUNS / FRESH_RUNS, async () => warmMs.push(await timed(warm)));
  }
  const pairMs: number[] = [];
  const submitter = () => repeat(WARM_RUNS / 2, async () => pairMs.push(await timed(warm)));
  await Promise.all([submitter(), submitter()]);
  return figures({ freshMs, warmMs, pairMs });
}

type Times = { freshMs: number[]; warmMs: number[]; pairMs: number[] };

function figures({ freshMs, warmMs, pairMs }: Times): Figures {
  const [fresh_p50_ms, warm_p50_ms] = [percentile(freshMs, 50), percentile(warmMs, 50)];
  return {
    fresh_p50_ms,
    warm_p50_ms,
    warm_p99_ms: percentile(warmMs, 99),
    ratio: fresh_p50_ms / warm_p50_ms,
    throughput_per_core: 1000 / mean(warmMs),
    fresh_throughput_per_core: 1000 / mean(freshMs),
    pair_p50_ms: percentile(pairMs, 50),
    pair_p99_ms: percentile(pairMs, 99),
  };
}

async function judgeWarm(judge: JudgePool, problem: JudgeableProblem, source: string): Promise<void> {
  const verdict = await judge.judge(judgeRequest(problem, { source, mode: "submit" }));
  if (!verdict.ok || verdict.value.verdict !== "accepted") throw new Error(`not accepted: ${JSON.stringify(verdict)}`);
}

async function judgeFresh({ python }: Config, problemFolder: string): Promise<void> {
  const script = join(import.meta.dirname, "fresh_judgement.py");
  const { stdout } = await run(python, [script, join(problemFolder, "tests.py"), join(problemFolder, "solution.py")]);
  if (stdout.trim() !== "20") throw new Error(`a fresh process passed ${stdout} of 20`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function repeat(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let at = 0; at < times; at++) await work();
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
