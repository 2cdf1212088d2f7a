import type { KeyboardEvent } from "react";
import { Button } from "../../../../ui/button.tsx";
import { Kbd } from "../../../../ui/kbd.tsx";
import type { useQuestion } from "./use-question.ts";

/** The box for a question; Enter asks, with Shift it begins a new line. */
export function AskForm({ question }: { question: ReturnType<typeof useQuestion> }) {
  const { text, asking, ready, change, ask } = question;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    ask();
  };
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <textarea
        data-first
        aria-label="Your question"
        placeholder="Ask the interviewer"
        value={text}
        rows={1}
        maxLength={2000}
        spellCheck
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
        className="field-sizing-content max-h-40 min-h-10 w-full resize-none rounded-md border border-control bg-sheet px-3 py-2 text-[16px] leading-6 placeholder:text-ink-3"
      />
      <Button type="submit" look="primary" className="min-h-10" disabled={!ready}>
        {asking === undefined ? "Ask" : "Asking"} <Kbd keys="Enter" bare />
      </Button>
    </form>
  );
}
