import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { openJudge } from "../src/app.ts";
import type { Config } from "../src/config.ts";
import { type JudgePool, judgeRequest } from "../src/features/coding/index.ts";
import { readJudgeable } from "../src/shared/content/coding-folder.ts";
import { percentile } from "./percentile.ts";

const run = promisify(execFile);
const WARM_RUNS = 300;
const FRESH_RUNS = 25;
const folder = join(import.meta.dirname, "problem");
const problem = readJudgeable(folder); // once, as the server does

export type JudgeFigures = {
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

/** A warm judge beside a fresh process for each submission, twenty tests, in one run: runs of both are interleaved, without a pause. */
export async function benchJudge(config: Config): Promise<JudgeFigures> {
  const judge = openJudge(config, availableParallelism());
  try {
    await repeat(20, () => warm(judge)); // both supervisors are up, their pages touched
    const warmMs: number[] = [];
    const freshMs: number[] = [];
    for (let round = 0; round < FRESH_RUNS; round++) {
      freshMs.push(await timed(() => fresh(config)));
      await repeat(WARM_RUNS / FRESH_RUNS, async () => warmMs.push(await timed(() => warm(judge))));
    }
    const pairMs: number[] = [];
    const submitter = () => repeat(WARM_RUNS / 2, async () => pairMs.push(await timed(() => warm(judge))));
    await Promise.all([submitter(), submitter()]);
    return figures({ freshMs, warmMs, pairMs });
  } finally {
    judge.close();
  }
}

type Times = { freshMs: number[]; warmMs: number[]; pairMs: number[] };

function figures({ freshMs, warmMs, pairMs }: Times): JudgeFigures {
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

async function warm(judge: JudgePool): Promise<void> {
  if (!problem.ok) throw new Error("the bench's problem is broken");
  const verdict = await judge.judge(judgeRequest(problem.value, { source: SOLUTION, mode: "submit" }));
  if (!verdict.ok || verdict.value.verdict !== "accepted") throw new Error(`not accepted: ${JSON.stringify(verdict)}`);
}

async function fresh({ python }: Config): Promise<void> {
  const script = join(import.meta.dirname, "fresh_judgement.py");
  const { stdout } = await run(python, [script, join(folder, "tests.py"), join(folder, "solution.py")]);
  if (stdout.trim() !== "20") throw new Error(`a fresh process passed ${stdout} of 20`);
}

const SOLUTION = `import numpy as np


def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function repeat(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let at = 0; at < times; at++) await work();
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
