import type { Finding, SeenVerdict, Verdict } from "../../schema.ts";
import { levelsPassedBy } from "../progress.ts";
import { scoreOf } from "../score.ts";

/** What came of an action, as the log keeps it. `refused` is written by the room where the judge could not be asked. */
export type RoundOutcome =
  | { type: "noted" }
  | { type: "not-judged"; why: string }
  | {
      type: "judged";
      seen: SeenVerdict;
      passed: number;
      total: number;
      share: number;
      levelsPassed: number;
      mended: string[];
      belief: string | null;
      findings: Finding[];
    }
  | { refused: string };

const MOST_STDOUT = 4_000;

type Judged = { kind: string; level: number; levels: number; mode: "run" | "submit"; findings: Finding[] };

/** A verdict as a round keeps it: of hidden tests only how many passed, so that nothing of them can be shown. */
export function outcomeOf(verdict: Verdict, { kind, level, levels, mode, findings }: Judged): RoundOutcome {
  if (verdict.verdict === "internal-error" || verdict.verdict === "cancelled")
    return { type: "not-judged", why: verdict.message ?? "The judge could not run this. That is no fault of yours." };
  const passed = (tests: Verdict["tests"]) => tests.filter(({ status }) => status === "passed").length;
  const hidden = verdict.tests.filter(({ visible }) => !visible);
  const seen: SeenVerdict = {
    mode,
    verdict: verdict.verdict,
    level,
    visible: verdict.tests.filter(({ visible }) => visible).map((test) => ({ ...test, fault: null })),
    hidden: mode === "run" ? null : { passed: passed(hidden), total: hidden.length },
    stdout: verdict.stdout.slice(0, MOST_STDOUT),
    ...(verdict.message === undefined ? {} : { message: verdict.message }),
  };
  return {
    type: "judged",
    seen,
    passed: passed(verdict.tests),
    total: verdict.tests.length,
    share: shareOf(verdict, { kind, levels }),
    levelsPassed: mode === "submit" ? levelsPassedBy(verdict) : 0,
    mended: verdict.faults?.filter(({ found }) => found).map(({ id }) => id) ?? [],
    belief: verdict.misconception?.text ?? null,
    findings: findings.slice(0, 5),
  };
}

/** Each planted fault counts by itself; mending all of them and breaking something else is no whole solution. */
const MOST_BY_FAULTS = 0.9;

function shareOf(verdict: Verdict, { kind, levels }: { kind: string; levels: number }): number {
  const whole = scoreOf(verdict, { levels, help: { hints: 0, revealed: false } });
  if (kind !== "debugging" || verdict.faults === undefined || verdict.verdict === "forbidden") return whole;
  const mended = verdict.faults.filter(({ found }) => found).length / Math.max(1, verdict.faults.length);
  return verdict.verdict === "accepted" ? 1 : MOST_BY_FAULTS * mended;
}
