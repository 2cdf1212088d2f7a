import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useAnnounce } from "../../../shell/announcer.tsx";
import { attemptKey } from "../queries.ts";
import type { Attempt, CaseDetail, Phase } from "../types.ts";
import { phaseNames } from "../wording.ts";
import { type AttemptDraft, useAttemptDraft } from "./draft/use-attempt-draft.ts";

/** One attempt on one case, as all phases share it. */
export type Sitting = AttemptDraft & {
  detail: CaseDetail;
  attempt: Attempt;
  /** Nothing can be changed any more, all can be read. */
  finished: boolean;
  goTo: (phase: Phase) => void;
};

export function useSitting(detail: CaseDetail, attempt: Attempt): Sitting {
  const draft = useAttemptDraft(attempt);
  const { change } = draft;
  const announce = useAnnounce();
  const goTo = useCallback(
    (phase: Phase) => {
      change({ phase });
      announce(phaseNames[phase]);
    },
    [change, announce],
  );
  return { ...draft, detail, attempt, finished: attempt.finishedAt !== null, goTo };
}

type Step<Input> = {
  mutate: (input: Input) => void;
  isPending: boolean;
  isSuccess: boolean;
  error: Error | null;
  /** What is under way, or failed. */
  variables: Input | undefined;
};
type Options<Input> = { onDone?: (attempt: Attempt) => void; onFailed?: (input: Input) => void };

/** A step of the attempt: what the server makes of it becomes what the page knows. */
export function useStep<Input>(
  id: string,
  take: (input: Input) => Promise<Attempt>,
  { onDone, onFailed }: Options<Input> = {},
): Step<Input> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: take,
    onSuccess: (attempt) => {
      client.setQueryData(attemptKey(id), attempt);
      onDone?.(attempt);
    },
    onError: (_, input) => onFailed?.(input),
  });
}
