import { z } from "zod";

export type Counts = { passed: number; failed: number; skipped: number };
export type Suite = {
  name: string;
  command: string;
  args: string[];
  /** Lines worth showing while the suite runs: progress, failures and reasons for skips. */
  shows: RegExp;
  count: (output: string) => Counts;
};

const node = process.execPath;
const vitest = (project: string): Suite => ({
  name: project,
  command: node,
  args: ["node_modules/vitest/vitest.mjs", "run", "--project", project, "--reporter=default", "--no-color"],
  shows: /^\s*(✓|×|❯|↓|FAIL)/,
  count: countVitest,
});

export const suites: Suite[] = [
  vitest("unit"),
  {
    name: "Python",
    command: ".holdout/venv/bin/python",
    args: ["-m", "pytest", "judge/tests", "-q", "-rs", "--color=no", "-p", "no:cacheprovider"],
    shows: /(%\]|^SKIPPED|^FAILED|^ERROR)/,
    count: countPytest,
  },
  {
    name: "content proof",
    command: node,
    // one seed of each design: the thirty that prove a case take long, and are for whoever changes one
    args: ["bin/holdout.ts", "content", "check", "--seeds", "1", "--json"],
    shows: /^(✕|\s*\d+ of \d+)/,
    count: countContent,
  },
  vitest("system"),
  vitest("browser"),
];

/** `Tests  3 failed | 25 passed | 1 skipped (29)` */
export function countVitest(output: string): Counts {
  const line = output.split("\n").findLast((candidate) => /^\s*Tests\s/.test(candidate)) ?? "";
  return {
    passed: numberBefore(line, "passed"),
    failed: numberBefore(line, "failed"),
    skipped: numberBefore(line, "skipped"),
  };
}

/** `2 failed, 140 passed, 1 skipped in 41.2s` */
export function countPytest(output: string): Counts {
  const line = output.split("\n").findLast((candidate) => / in [\d.]+s/.test(candidate)) ?? "";
  const failed = numberBefore(line, "failed") + numberBefore(line, "error");
  return { passed: numberBefore(line, "passed"), failed, skipped: numberBefore(line, "skipped") };
}

const ContentReport = z.object({ items: z.number(), failed: z.array(z.unknown()), skipped: z.array(z.unknown()) });

/** One count an item; the report is the JSON line on standard output. */
export function countContent(output: string): Counts {
  const start = output.indexOf('{"items"');
  if (start < 0) return { passed: 0, failed: 0, skipped: 0 };
  const line = output.slice(start).split("\n")[0] ?? "";
  const report = ContentReport.parse(JSON.parse(line));
  const [failed, skipped] = [report.failed.length, report.skipped.length];
  return { passed: report.items - failed - skipped, failed, skipped };
}

function numberBefore(line: string, word: string): number {
  return Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
}
