import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { type PageAction, useActions } from "../../../shell/actions.ts";
import { classNames } from "../../../ui/class-names.ts";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { stepThroughRows } from "../../../ui/step-through-rows.ts";
import { workQuery } from "../queries.ts";
import type { Scorecard, Session, Work } from "../types.ts";
import { quotesBySeq } from "./quotes.ts";
import { showTurn, turnHash, turnOfHash } from "./show-turn.ts";
import { TurnRow } from "./turn-row.tsx";
import { type Standing, standingAt, turnAt, verdictsBySeq } from "./work/moments.ts";
import { WorkPane } from "./work/work-pane.tsx";

type Props = { session: Session; scorecard: Scorecard };

const NOTHING: Work = { texts: [], rounds: [] };

/** What was said and made, in its order and with its times: walked through by keys, or jumped into by a quote. */
export function Replay({ session, scorecard }: Props) {
  const { id, turns, rounds } = session;
  const list = useRef<HTMLDivElement>(null);
  const quotes = useMemo(() => quotesBySeq(scorecard), [scorecard]);
  const hash = useLocation({ select: (location) => location.hash });
  const { data: work = NOTHING, error, refetch } = useQuery(workQuery(id));
  const verdicts = useMemo(() => verdictsBySeq(work), [work]);
  // a place in the log: a turn, or a change of the code between two
  const [seq, setSeq] = useState(turns[0]?.seq ?? 0);
  const current = turnAt(turns, seq)?.seq;
  const standing = standingAt(work, turns, seq);
  useEffect(() => {
    const named = turnOfHash(hash);
    if (named !== undefined) showTurn(named);
  }, [hash]);
  const toMoment = (moment: number) => {
    setSeq(moment);
    const turn = turnAt(turns, moment);
    if (turn) document.getElementById(turnHash(turn.seq))?.scrollIntoView({ block: "nearest" });
  };
  useReplayKeys(list, { standing, toMoment });
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
      {error && <FailureNote error={error} onRetry={() => void refetch()} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the rows in it have the focus */}
      <div
        ref={list}
        onKeyDown={onKeyDown}
        className={classNames(
          "sheet pane-scroll min-h-0 px-3 py-2 print:max-h-none print:overflow-visible",
          standing ? "lg:max-h-[34dvh]" : "",
        )}
      >
        {rounds.map(({ title }, round) => {
          const held = turns.filter((turn) => turn.round === round);
          if (held.length === 0) return null;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rounds do not change places
            <section key={round} aria-label={title} className="mb-3">
              <h3 className="px-2 py-2 text-sm font-medium text-ink-2">{title}</h3>
              <ol>
                {held.map((turn) => (
                  <TurnRow
                    key={turn.seq}
                    turn={turn}
                    quotes={quotes.get(turn.seq)}
                    verdict={verdicts.get(turn.seq)}
                    isCurrent={turn.seq === current}
                    isShown={turn.seq === current && standing !== undefined}
                    onFocus={setSeq}
                  />
                ))}
              </ol>
            </section>
          );
        })}
        {turns.length === 0 && <p className="px-2 py-4 text-ink-2">Nothing was said.</p>}
      </div>
      {standing && <WorkPane standing={standing} texts={work.texts} onMoment={toMoment} />}
    </section>
  );
}

type Moving = { standing: Standing | undefined; toMoment: (seq: number) => void };

function useReplayKeys(list: React.RefObject<HTMLElement | null>, moving: Moving): void {
  const latest = useRef(moving);
  latest.current = moving;
  const actions = useMemo<PageAction[]>(() => {
    const group = "Replay";
    const step = (id: string, keys: string, label: string, run: () => void): PageAction => ({
      id,
      keys,
      label,
      group,
      keysOnly: true,
      run,
    });
    const moment = (by: 1 | -1) => () => {
      const { standing, toMoment } = latest.current;
      const next = standing?.made.moments[standing.at + by];
      if (next) toMoment(next.seq);
    };
    return [
      step("replay.next", "j", "Next turn", () => stepThroughRows(list.current, 1)),
      step("replay.before", "k", "Turn before", () => stepThroughRows(list.current, -1)),
      step("replay.later", "l", "Code or design after the next change", moment(1)),
      step("replay.earlier", "h", "Code or design before the last change", moment(-1)),
    ];
  }, [list]);
  useActions(actions);
}
