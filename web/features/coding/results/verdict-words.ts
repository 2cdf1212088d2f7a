import { unreachable } from "../../../../src/lib/unreachable.ts";
import type { Tone } from "../../../ui/state-mark.tsx";
import type { Mode, TestResult, TestStatus, Verdict, VerdictName } from "../types.ts";
import { counted } from "../wording.ts";

export const verdictNames: Record<VerdictName, string> = {
  accepted: "accepted",
  "wrong-answer": "wrong answer",
  "runtime-error": "exception",
  "time-limit": "out of time",
  "memory-limit": "out of memory",
  "output-limit": "too much output",
  forbidden: "forbidden name",
  "internal-error": "judge failed",
  cancelled: "cancelled",
};

export function verdictTone(verdict: VerdictName | null): Tone {
  switch (verdict) {
    case "accepted":
      return "pass";
    case "internal-error":
      return "part";
    case "cancelled":
    case null:
      return "idle";
    case "wrong-answer":
    case "runtime-error":
    case "time-limit":
    case "memory-limit":
    case "output-limit":
    case "forbidden":
      return "fail";
    default:
      return unreachable(verdict);
  }
}

export const statusTones: Record<TestStatus, Tone> = {
  passed: "pass",
  failed: "fail",
  error: "fail",
  "time-limit": "fail",
  "memory-limit": "fail",
  "output-limit": "fail",
  forbidden: "fail",
  "not-run": "idle",
};

export const statusNames: Record<TestStatus, string> = {
  passed: "passed",
  failed: "failed",
  error: "raised an exception",
  "time-limit": "ran out of time",
  "memory-limit": "ran out of memory",
  "output-limit": "printed too much",
  forbidden: "used a forbidden name",
  "not-run": "not run",
};

export const isFailing = ({ status }: TestResult): boolean => status !== "passed" && status !== "not-run";
export const passedCount = (tests: readonly TestResult[]): number =>
  tests.filter(({ status }) => status === "passed").length;

/** Did it pass? In the fewest words: "5 of 7 tests", "All 7 tests". */
export function headline({ verdict, tests }: Pick<Verdict, "verdict" | "tests">, mode: Mode): string {
  if (verdict === "cancelled") return "Cancelled";
  if (verdict === "internal-error") return "The judge failed, not your code";
  const noun = mode === "run" ? "visible test" : "test";
  if (tests.length === 0) return `No ${noun} was run`;
  const passed = passedCount(tests);
  if (passed < tests.length) return `${passed} of ${counted(tests.length, noun)}`;
  // every test may pass and the whole still fail, by total time or memory
  return tests.length === 1 ? `The ${noun}` : `All ${counted(tests.length, noun)}`;
}

/** How it ran: "8 ms · 31 MB · numpy · sandbox full". */
export function measures({ wallMs, peakMemoryMb, tier, sandbox }: Verdict): string {
  return [duration(wallMs), `${Math.round(peakMemoryMb)} MB`, tier, `sandbox ${sandbox}`].join(" · ");
}

export function duration(ms: number): string {
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

/** The whole result in one spoken sentence. */
export function spoken(verdict: Verdict, mode: Mode): string {
  const first = verdict.tests.find(isFailing);
  const what = verdict.misconception?.belief ?? verdict.message ?? first?.why;
  return [headline(verdict, mode), verdictNames[verdict.verdict], what].filter(Boolean).join(". ");
}
