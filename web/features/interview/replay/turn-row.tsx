import { memo } from "react";
import { classNames } from "../../../ui/class-names.ts";
import { MarkedAnswer } from "../../../ui/marked-answer/marked-answer.tsx";
import { paragraphsOf } from "../../../ui/paragraphs.ts";
import { StateMark } from "../../../ui/state-mark.tsx";
import { clockTime } from "../../../ui/stopwatch.ts";
import type { Turn } from "../types.ts";
import { deedSaid, whoSaid } from "../wording.ts";
import { markedWords, type quotesBySeq } from "./quotes.ts";
import { turnHash } from "./show-turn.ts";
import type { Moment } from "./work/moments.ts";

type Quotes = ReturnType<ReturnType<typeof quotesBySeq>["get"]>;
type Props = {
  turn: Turn;
  quotes: Quotes;
  verdict: Moment["verdict"] | undefined;
  isCurrent: boolean;
  /** What stands beside the talk is of this moment. */
  isShown: boolean;
  onFocus: (seq: number) => void;
};

/** One moment: when, who, and the words, those that the panel quotes marked. One row takes the Tab key, the arrows reach the others. */
export const TurnRow = memo(function TurnRow({ turn, quotes, verdict, isCurrent, isShown, onFocus }: Props) {
  const { seq, atMs, who, text } = turn;
  const isOwn = who === "candidate";
  return (
    <li
      id={turnHash(seq)}
      data-row
      tabIndex={isCurrent ? 0 : -1}
      onFocus={() => onFocus(seq)}
      className={classNames(
        "grid grid-cols-[52px_minmax(0,1fr)] scroll-my-4 gap-x-2 rounded-md px-2 py-2 text-[14px] -outline-offset-2 focus:bg-accent-wash print:bg-transparent",
        isOwn ? "" : "text-ink-2",
        isShown ? "bg-sunk" : "",
      )}
    >
      <span className="num pt-px font-mono text-[12.5px] text-ink-3">{clockTime(atMs / 1000)}</span>
      <div className={classNames("min-w-0 break-words border-l-2 pl-3", isOwn ? "border-accent" : "border-line")}>
        <p className="caption font-medium">{whoSaid(turn)}</p>
        {quotes ? (
          <div className="[&>p]:text-[14px] [&>p]:leading-6">
            <MarkedAnswer graded={markedWords(text, quotes)} pointed={undefined} onPoint={() => undefined} />
          </div>
        ) : (
          <p className="max-w-[68ch] whitespace-pre-line">
            {(isOwn ? text : paragraphsOf(text)) || <i>{deedSaid(turn)}</i>}
          </p>
        )}
        {verdict && (
          <p className="num text-[13.5px]">
            <StateMark tone={verdict.tone}>{verdict.said}</StateMark>
          </p>
        )}
      </div>
    </li>
  );
});
