import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { describeFailure } from "../../../api/client.ts";
import { useAnnounce } from "../../../shell/announcer.tsx";
import { formatTime } from "../../../ui/format-time.ts";
import type { Draft } from "../draft/use-draft.ts";
import type { PastDeed } from "../history/history.tsx";
import { submissionQuery } from "../queries.ts";
import type { Run } from "../run/use-run.ts";
import type { ProblemDetail, SubmissionDetail } from "../types.ts";
import type { CodeView } from "./use-code-view.ts";
import type { Panes } from "./use-panes.ts";

type Targets = { problem: ProblemDetail; draft: Draft; panes: Panes; view: CodeView; run: Run };

/** What the history does with an earlier submission. */
export function usePast({ problem, draft, panes, view, run }: Targets): (id: string, deed: PastDeed) => Promise<void> {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { reference } = problem;
  const { current } = draft;
  const { compare, replace } = view;
  const { show: showResult } = run;
  const { toResults } = panes;

  const act = useCallback(
    (past: SubmissionDetail, deed: PastDeed) => {
      const before = { before: past.code, beforeName: `yours of ${formatTime(past.at)}` };
      if (deed === "result") {
        showResult(past);
        toResults();
      }
      if (deed === "compare") compare({ ...before, after: current(), afterName: "your code now" });
      if (deed === "compare-reference" && reference !== null) {
        compare({ ...before, after: reference, afterName: "the reference" });
      }
      if (deed === "bring-back") replace(past.code);
    },
    [showResult, toResults, compare, replace, current, reference],
  );

  return useCallback(
    async (id, deed) => {
      try {
        act(await queries.fetchQuery(submissionQuery(id)), deed);
      } catch (error) {
        announce(describeFailure(error).message);
      }
    },
    [queries, act, announce],
  );
}
