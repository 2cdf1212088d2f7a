import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useRef } from "react";
import { type PageAction, useActions } from "../../../shell/actions.ts";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { AnswerBox } from "../../../ui/spoken/answer-box.tsx";
import { type SpokenText, useSpokenText } from "../../../ui/spoken/spoken-text.ts";
import { attemptQuery, conceptQuery, conceptsQuery, sendExplanation } from "../queries.ts";
import type { ConceptDetail } from "../types.ts";

type Props = { slug: string; listener: ConceptDetail["listeners"][number] };

/** The explanation as it comes. Which words this listener does not know is not told before. */
export function ExplainForm({ slug, listener: { audience, words } }: Props) {
  const spoken = useSpokenText(`holdout.explain.draft.${slug}.${audience}`);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (text: string) => sendExplanation(slug, { audience, text, secondsUsed: spoken.secondsUsed() }),
    onSuccess: (read) => {
      spoken.forget();
      client.setQueryData(attemptQuery(read.id).queryKey, read);
      void client.invalidateQueries({ queryKey: conceptsQuery.queryKey });
      void client.invalidateQueries({ queryKey: conceptQuery(slug).queryKey });
      return navigate({ to: "/explain/$slug", params: { slug }, search: { audience, attempt: read.id } });
    },
  });
  const send = () => {
    spoken.dictation.stop();
    if (spoken.text.trim() !== "" && !isPending) mutate(spoken.text);
  };
  useFormKeys(send, spoken);
  const box = useRef<HTMLTextAreaElement>(null);
  // the situation stays in sight: a phone would scroll past it to the box
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  const [least, most] = words;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <AnswerBox label="Your explanation" rows={10} spoken={spoken} targetWords={{ least, most }} ref={box} />
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" disabled={isPending || spoken.text.trim() === ""}>
          {isPending ? "Listening" : "Ask how it came across"} <Kbd keys="Mod-Enter" bare />
        </Button>
        <p className="caption max-w-[60ch]">
          Speak to this person. What had to come across, and the words they do not know, are told afterwards.
        </p>
      </div>
      {error && (
        <div className="mt-3">
          <FailureNote error={error} onRetry={send} />
        </div>
      )}
    </form>
  );
}

function useFormKeys(send: () => void, { dictation }: SpokenText): void {
  const latest = useRef({ send, toggle: dictation.toggle });
  latest.current = { send, toggle: dictation.toggle };
  const actions = useMemo<PageAction[]>(() => {
    const group = "This concept";
    const speak: PageAction = {
      id: "explain.dictate",
      label: "Dictate, or stop",
      keys: "Alt-d",
      group,
      run: () => latest.current.toggle(),
    };
    return [
      {
        id: "explain.send",
        label: "Ask how it came across",
        keys: "Mod-Enter",
        group,
        run: () => latest.current.send(),
      },
      ...(dictation.offered ? [speak] : []),
    ];
  }, [dictation.offered]);
  useActions(actions);
}
