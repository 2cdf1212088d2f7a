import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "../ui/button.tsx";
import { FailureNote } from "../ui/failure-note.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { AnswerBox } from "../ui/spoken/answer-box.tsx";
import type { SpokenText } from "../ui/spoken/spoken-text.ts";
import { useAction } from "./use-action.ts";

type Props = {
  /** What its keys are called in the list of keys: "recall". */
  room: string;
  group: string;
  label: string;
  rows: number;
  spoken: SpokenText;
  targetWords?: { least: number; most: number };
  send: { label: string; pendingLabel: string; run: (text: string) => void };
  pending: boolean;
  error: unknown;
  children?: ReactNode;
};

/** A text that is typed or dictated and sent as a whole: by its button, or by Ctrl-Enter. */
export function SpokenForm({ room, group, label, rows, spoken, targetWords, send, pending, error, children }: Props) {
  const { text, dictation } = spoken;
  const run = () => {
    dictation.stop();
    if (text.trim() !== "" && !pending) send.run(text);
  };
  useAction({ id: `${room}.send`, label: send.label, keys: "Mod-Enter", group }, run);
  useAction(
    { id: `${room}.dictate`, label: "Dictate, or stop", keys: "Alt-d", group },
    dictation.offered ? dictation.toggle : undefined,
  );
  const box = useRef<HTMLTextAreaElement>(null);
  // what is asked stays in sight: a phone would scroll past it to the box
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <AnswerBox label={label} rows={rows} spoken={spoken} {...(targetWords ? { targetWords } : {})} ref={box} />
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" disabled={pending || text.trim() === ""}>
          {pending ? send.pendingLabel : send.label} <Kbd keys="Mod-Enter" bare />
        </Button>
        {children}
      </div>
      {error !== null && error !== undefined && (
        <div className="mt-3">
          <FailureNote error={error} onRetry={run} />
        </div>
      )}
    </form>
  );
}
