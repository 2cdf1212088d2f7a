import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { type PageAction, useActions } from "../../../shell/actions.ts";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { askNext } from "../queries.ts";
import { currentSession } from "../session.ts";

/** On to the next question, or to what the session came to. */
export function NextActions({ onAgain }: { onAgain: () => void }) {
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => askNext(currentSession().recent),
    onSuccess: ({ next }) => {
      if (next) void navigate({ to: "/recall/$slug", params: { slug: next.slug } });
      else void finish();
    },
  });
  const finish = () => navigate({ to: "/recall/session/$id", params: { id: currentSession().id } });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the session and the router are those of the tab
  const actions = useMemo<PageAction[]>(() => {
    const group = "This question";
    return [
      { id: "recall.next", label: "Next question", keys: "n", group, run: () => mutate() },
      { id: "recall.finish", label: "End the session", keys: "e", group, run: () => void finish() },
      { id: "recall.again", label: "Answer it again", keys: "r", group, run: onAgain },
    ];
  }, [mutate, onAgain]);
  useActions(actions);
  return (
    <div className="mt-5 flex flex-wrap items-center gap-3">
      <Button look="primary" onClick={() => mutate()} disabled={isPending}>
        Next question <Kbd keys="n" bare />
      </Button>
      <Button onClick={onAgain}>
        Answer it again <Kbd keys="r" />
      </Button>
      <Button onClick={() => void finish()}>
        End the session <Kbd keys="e" />
      </Button>
      {error && <FailureNote error={error} onRetry={() => mutate()} />}
    </div>
  );
}
