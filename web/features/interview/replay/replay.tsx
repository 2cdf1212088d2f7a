import { useLocation } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { type PageAction, useActions } from "../../../shell/actions.ts";
import { stepThroughRows } from "../../../ui/step-through-rows.ts";
import type { Scorecard, Session } from "../types.ts";
import { quotesBySeq } from "./quotes.ts";
import { showTurn, turnOfHash } from "./show-turn.ts";
import { TurnRow } from "./turn-row.tsx";

type Props = { session: Session; scorecard: Scorecard };

/** What was said, in its order and with its times: walked through by keys, or jumped into by a quote. */
export function Replay({ session, scorecard }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const quotes = useMemo(() => quotesBySeq(scorecard), [scorecard]);
  const hash = useLocation({ select: (location) => location.hash });
  const [current, setCurrent] = useState(session.turns[0]?.seq);
  useEffect(() => {
    const seq = turnOfHash(hash);
    if (seq !== undefined) showTurn(seq);
  }, [hash]);
  useReplayKeys(list);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== 1 && by !== -1) return;
    event.preventDefault();
    stepThroughRows(list.current, by);
  };
  return (
    <section
      aria-labelledby="replay"
      className="min-w-0 lg:sticky lg:top-4 lg:flex lg:max-h-[calc(100dvh-32px)] lg:flex-col print:static print:max-h-none"
    >
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="replay" className="text-lg">
          Replay
        </h2>
        <p className="caption print:hidden">↑ and ↓ go from turn to turn; a quote leads to its moment.</p>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the rows in it have the focus */}
      <div ref={list} onKeyDown={onKeyDown} className="sheet pane-scroll min-h-0 px-3 py-2 print:overflow-visible">
        {session.rounds.map(({ title }, round) => {
          const turns = session.turns.filter((turn) => turn.round === round);
          if (turns.length === 0) return null;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rounds do not change places
            <section key={round} aria-label={title} className="mb-3">
              <h3 className="px-2 py-2 text-sm font-medium text-ink-2">{title}</h3>
              <ol>
                {turns.map((turn) => (
                  <TurnRow
                    key={turn.seq}
                    turn={turn}
                    quotes={quotes.get(turn.seq)}
                    isCurrent={turn.seq === current}
                    onFocus={() => setCurrent(turn.seq)}
                  />
                ))}
              </ol>
            </section>
          );
        })}
        {session.turns.length === 0 && <p className="px-2 py-4 text-ink-2">Nothing was said.</p>}
      </div>
    </section>
  );
}

function useReplayKeys(list: React.RefObject<HTMLElement | null>): void {
  const actions = useMemo<PageAction[]>(() => {
    const group = "Replay";
    const step = (id: string, keys: string, label: string, by: 1 | -1): PageAction => ({
      id,
      keys,
      label,
      group,
      keysOnly: true,
      run: () => stepThroughRows(list.current, by),
    });
    return [step("replay.next", "j", "Next turn", 1), step("replay.before", "k", "Turn before", -1)];
  }, [list]);
  useActions(actions);
}
