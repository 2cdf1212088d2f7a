import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useAnnounce } from "../../../shell/announcer.tsx";
import { type Draft, useDraft } from "../draft/use-draft.ts";
import type { PastDeed } from "../history/history.tsx";
import { nextProblem, type Suggestion } from "../problems/next-problem.ts";
import { problemsQuery, submissionsQuery } from "../queries.ts";
import type { StatementTab } from "../statement/statement-pane.tsx";
import { createTimer, type Timer } from "../timer/timer.ts";
import type { Mode, ProblemDetail, SubmissionSummary } from "../types.ts";
import { type EditorKeys, useEditorKeys } from "./key-preference.ts";
import { type CodeView, useCodeView } from "./use-code-view.ts";
import { type Panes, usePanes } from "./use-panes.ts";
import { usePast } from "./use-past.ts";
import { type Trying, useTrying } from "./use-trying.ts";

/** All that the columns of the workspace share. */
export type Workbench = {
  problem: ProblemDetail;
  draft: Draft;
  timer: Timer;
  panes: Panes;
  view: CodeView;
  trying: Trying;
  vim: { keys: EditorKeys; toggle: () => void };
  attempt: (mode: Mode) => void;
  save: () => void;
  openTab: (tab: StatementTab) => void;
  showHints: () => void;
  /** To the text of the level that was opened last. */
  readLevel: () => void;
  onPast: (id: string, deed: PastDeed) => void;
  last: SubmissionSummary | undefined;
  next: Suggestion | undefined;
};

export function useWorkbench(problem: ProblemDetail): Workbench {
  const { slug } = problem;
  const draft = useDraft(problem);
  const [timer] = useState(() => createTimer(slug));
  useEffect(() => timer.start(), [timer]);
  const panes = usePanes();
  const view = useCodeView(panes);
  const trying = useTrying(problem, draft, timer);
  const { data: list } = useQuery(problemsQuery);
  const { data: past } = useQuery(submissionsQuery(slug));
  return {
    problem,
    draft,
    timer,
    panes,
    view,
    trying,
    vim: useEditorKeys(),
    attempt: useAttempt(panes, view, trying),
    save: useSave(draft),
    ...useReading(panes),
    onPast: usePast({ problem, draft, panes, view, run: trying.run }),
    last: past?.[0],
    next: useMemo(() => nextProblem(list?.problems ?? [], slug), [list, slug]),
  };
}

function useAttempt(panes: Panes, view: CodeView, trying: Trying): Workbench["attempt"] {
  const { toResults } = panes;
  const { comparison, close } = view;
  return useCallback(
    (mode) => {
      if (comparison) close();
      toResults();
      trying.attempt(mode);
    },
    [comparison, close, toResults, trying.attempt],
  );
}

function useSave({ flush }: Draft): () => void {
  const announce = useAnnounce();
  return useCallback(
    () => void flush().then((state) => announce(state === "saved" ? "Saved" : "Not saved")),
    [flush, announce],
  );
}

/** Ways into the left column. */
function useReading({ setTab, focus, statement }: Panes): Pick<Workbench, "openTab" | "showHints" | "readLevel"> {
  const openTab = useCallback(
    (tab: StatementTab) => {
      setTab(tab);
      focus("statement");
    },
    [setTab, focus],
  );
  const showHints = useCallback(() => {
    openTab("problem");
    const hints = statement.current?.querySelector<HTMLElement>('[aria-label="Hints"]');
    hints?.scrollIntoView({ block: "nearest" });
    hints?.querySelector("button")?.focus();
  }, [openTab, statement]);
  const readLevel = useCallback(() => {
    openTab("problem");
    [...(statement.current?.querySelectorAll("[data-level]") ?? [])].at(-1)?.scrollIntoView({ block: "start" });
  }, [openTab, statement]);
  return { openTab, showHints, readLevel };
}
