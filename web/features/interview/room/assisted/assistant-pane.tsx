import { useEffect, useRef, useState } from "react";
import type { ShownAssistedRound } from "../../../../../src/features/coding/schema.ts";
import { useAnnounce } from "../../../../shell/announcer.tsx";
import { useAction } from "../../../../shell/use-action.ts";
import { Button } from "../../../../ui/button.tsx";
import { Kbd } from "../../../../ui/kbd.tsx";
import { counted } from "../../../coding/wording.ts";
import { Exchange } from "./exchange.tsx";

const MOST_REQUEST = 2_000;

type Props = {
  assistant: ShownAssistedRound["assistant"];
  busy: boolean;
  isAsking: boolean;
  currentCode: () => string;
  onAsk: (text: string) => void;
  onTake: (piece: string) => void;
};

/** The assistant: ask, read what it proposes, take it or leave it. */
export function AssistantPane({ assistant, busy, isAsking, currentCode, onAsk, onTake }: Props) {
  const { exchanges, left } = assistant;
  const list = useRef<HTMLOListElement>(null);
  const announce = useAnnounce();
  const seen = useRef(exchanges.length);
  useEffect(() => {
    const last = exchanges.at(-1);
    if (last && exchanges.length > seen.current) announce(`The assistant: ${last.says}`);
    seen.current = exchanges.length;
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [exchanges, announce]);
  const latest = exchanges.findLast(({ proposal }) => proposal !== null)?.proposal;
  useAction(
    { id: "interview.take", label: "Take what the assistant proposed last", keys: "Alt-5", group: "The code" },
    latest && !busy ? () => onTake(latest.piece) : undefined,
  );
  return (
    <section aria-label="The assistant" className="sheet flex min-w-0 flex-col overflow-hidden">
      <h2 className="border-line border-b px-4 py-2 text-[14px] font-medium">
        Assistant <span className="num font-normal text-ink-3">· {counted(left, "request")} left</span>
      </h2>
      {exchanges.length > 0 && (
        <ol
          ref={list}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
          tabIndex={0}
          aria-label="What was asked and proposed"
          className="max-h-[52dvh] divide-y divide-line overflow-auto overscroll-contain -outline-offset-2"
        >
          {exchanges.map((exchange) => (
            <Exchange key={exchange.seq} exchange={exchange} busy={busy} currentCode={currentCode} onTake={onTake} />
          ))}
        </ol>
      )}
      <Ask answers={exchanges.length} busy={busy || left === 0} isAsking={isAsking} onAsk={onAsk} />
    </section>
  );
}

type AskProps = { answers: number; busy: boolean; isAsking: boolean; onAsk: (text: string) => void };

/** With each answer the box is rid of what was asked, which stands in the list then; what was typed meanwhile stays. */
function Ask({ answers, busy, isAsking, onAsk }: AskProps) {
  const [text, setText] = useState("");
  const asked = useRef("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each answer
  useEffect(() => {
    const said = asked.current;
    setText((typed) => (typed.startsWith(said) ? typed.slice(said.length) : typed));
    asked.current = "";
  }, [answers]);
  const box = useRef<HTMLTextAreaElement>(null);
  useAction({ id: "interview.assistant", label: "To the assistant", keys: "Alt-4", group: "The code" }, () =>
    box.current?.focus(),
  );
  const ask = () => {
    if (busy || text.trim() === "") return;
    asked.current = text;
    onAsk(text.trim());
  };
  return (
    <form
      aria-label="Ask the assistant"
      className="flex items-end gap-2 border-line border-t px-3 py-2"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <textarea
        ref={box}
        aria-label="To the assistant"
        placeholder="Ask for a part, or say what is wrong with one"
        value={text}
        rows={2}
        maxLength={MOST_REQUEST}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          // Mod-Enter means a run elsewhere in the code
          event.stopPropagation();
          ask();
        }}
        className="min-w-0 flex-1 resize-y rounded-md bg-transparent px-1 py-1 text-[14px] leading-6 outline-none placeholder:text-ink-3"
      />
      <Button type="submit" disabled={busy || text.trim() === ""}>
        {isAsking ? "It writes" : "Ask"} <Kbd keys="Enter" bare />
      </Button>
    </form>
  );
}
