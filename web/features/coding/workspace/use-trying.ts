import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";
import { useAnnounce } from "../../../shell/announcer.tsx";
import type { Draft } from "../draft/use-draft.ts";
import type { LineMark } from "../editor/line-marks.ts";
import { healthQuery } from "../queries.ts";
import { failingLines } from "../results/first-mend.ts";
import { spoken } from "../results/verdict-words.ts";
import { type Run, useRun } from "../run/use-run.ts";
import type { Timer } from "../timer/timer.ts";
import type { Health, Mode, ProblemDetail } from "../types.ts";
import { counted, tierNames } from "../wording.ts";

export type Trying = {
  run: Run;
  attempt: (mode: Mode) => void;
  marks: readonly LineMark[];
  phase: "ready" | "running" | "cancelling";
  /** Why nothing can be run on this machine, if so. */
  blocked: string | undefined;
  /** A few signs for the tab of the results: "3/7", "✕ 5/7". */
  news: string | undefined;
};

/** Running and submitting, and what the page says of it outside the results. */
export function useTrying(problem: ProblemDetail, draft: Draft, timer: Timer): Trying {
  const run = useRun(problem.slug);
  const { state, start } = run;
  const announce = useAnnounce();
  const { data: health } = useQuery(healthQuery);
  const blocked = blockedBy(problem, health);

  const attempt = useCallback(
    (mode: Mode) => {
      if (blocked) return announce(blocked);
      void draft.flush();
      void start({ code: draft.current(), mode, secondsUsed: timer.secondsUsed() });
    },
    [blocked, announce, draft.flush, draft.current, start, timer],
  );

  const saying = sayingOf(state);
  useEffect(() => {
    if (saying) announce(saying);
  }, [saying, announce]);

  const marks = useMemo(() => marksOf(state), [state]);
  const phase = state.phase !== "running" ? "ready" : state.cancelling ? "cancelling" : "running";
  return { run, attempt, marks, phase, blocked, news: newsOf(state) };
}

function newsOf(state: Run["state"]): string | undefined {
  if (state.phase === "running") return state.total ? `${state.tests.length}/${state.total}` : undefined;
  if (state.phase !== "done") return undefined;
  const { verdict, tests } = state.verdict;
  if (verdict === "accepted") return "✓";
  return verdict === "cancelled"
    ? undefined
    : `✕ ${tests.filter(({ status }) => status === "passed").length}/${tests.length}`;
}

/** The beginning and the end aloud; test by test would talk over itself. */
function sayingOf(state: Run["state"]): string | undefined {
  switch (state.phase) {
    case "idle":
      return undefined;
    case "running":
      return state.total === undefined ? "Running" : `Running ${counted(state.total, "test")}`;
    case "failed":
      return state.failure.message;
    case "done":
      return spoken(state.verdict, state.mode);
  }
}

/** In the editor: the lines that failed, and more quietly those that the reading speaks of. */
function marksOf(state: Run["state"]): LineMark[] {
  if (state.phase !== "done") return [];
  const failing = failingLines(state.verdict);
  const advised = new Set(state.reading.map(({ line }) => line).filter((line) => !failing.includes(line)));
  return [
    ...failing.map((line): LineMark => ({ line, tone: "fail" })),
    ...[...advised].map((line): LineMark => ({ line, tone: "note" })),
  ];
}

function blockedBy({ available, tier }: ProblemDetail, health: Health | undefined): string | undefined {
  if (health?.judge === "broken") return "The judge does not start.";
  // until the judge has started, what it lacks is not known
  if (available || health?.judge === "starting") return undefined;
  return `Needs ${tierNames[tier]}, which this machine lacks.`;
}
