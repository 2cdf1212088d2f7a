import { useEffect, useRef } from "react";
import { useAction } from "../../../shell/use-action.ts";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { InlineConfirm } from "../../../ui/inline-confirm.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { StateMark } from "../../../ui/state-mark.tsx";
import type { RoundView, Session } from "../types.ts";
import { endedBecause, minutesSaid, NUDGES, PERSONAS } from "../wording.ts";
import { BreakClock } from "./break-clock.tsx";
import { ElsewhereNote } from "./elsewhere-note.tsx";
import type { Sending } from "./use-courier.ts";

/** Before the first round and between two: what comes, and the way in. */
export function Between({ session, sending }: { session: Session; sending: Sending }) {
  const at = session.rounds.findIndex(({ state }) => state === "planned");
  const next = session.rounds[at];
  const held = session.rounds.some(({ state }) => state === "over");
  const begin = () => {
    if (!sending.isPending()) sending.send("begin", {});
  };
  useAction({ id: "interview.begin", label: "Begin the round", keys: "g", group: "This mock" }, next && begin);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="mx-auto max-w-[720px] pt-2 md:pt-8">
      <p className="mb-1 text-sm text-ink-2">{session.title}</p>
      <h1 ref={heading} tabIndex={-1} className="mb-3 text-2xl outline-none">
        {next ? (held ? `Next: ${next.title}` : next.title) : "Every round was held"}
      </h1>
      {sending.elsewhere && <ElsewhereNote hasWords={false} onDismiss={sending.dismiss} />}
      {next && <What next={next} session={session} />}
      {next && next.breakMinutes > 0 && held && (
        <BreakClock key={at} id={session.id} round={at} minutes={next.breakMinutes} />
      )}
      <div className="mt-5 mb-8 flex flex-wrap items-start gap-3">
        {next && (
          <Button look="primary" className="min-h-10 px-5" onClick={begin} disabled={sending.pending !== null}>
            {sending.pending === "begin" ? "The interviewer comes" : "Begin"} <Kbd keys="g" bare />
          </Button>
        )}
        {held && <Finish sending={sending} />}
      </div>
      <Failure sending={sending} />
      <Unsaid draft={session.draft} />
      {session.rounds.length > 1 && <Rounds rounds={session.rounds} next={at} />}
    </div>
  );
}

function What({ next, session: { settings } }: { next: RoundView; session: Session }) {
  const persona = PERSONAS.find(({ id }) => id === settings.persona);
  const nudge = NUDGES.find(({ seconds }) => seconds === settings.nudgeAfterSeconds);
  const silence =
    settings.nudgeAfterSeconds === null
      ? "no nudge however long you think"
      : `a nudge ${nudge?.name ?? `after ${settings.nudgeAfterSeconds} seconds of silence`}`;
  return (
    <p className="mb-4 max-w-[62ch] text-[16px] leading-7 text-ink-2">
      <span className="num">{next.minutes}</span> minutes. Your interviewer is {persona?.name.toLowerCase()}: {silence},{" "}
      {settings.interrupts ? "and long answers may be cut short" : "and nobody cuts in"}. The clock runs while this page
      is open. Answers and scores come at the end of the mock.
    </p>
  );
}

function Finish({ sending }: { sending: Sending }) {
  return (
    <InlineConfirm
      ask="End the mock here"
      consequence="The scorecard is made from the rounds that were held; the others stay unheld."
      confirm="End it"
      decline="Go on"
      pending={sending.pending !== null}
      onConfirm={() => sending.send("finish", { elapsedMs: 0 })}
    />
  );
}

function Failure({ sending: { waiting, refused, hurry } }: { sending: Sending }) {
  const error = waiting ?? refused;
  if (error === null) return null;
  return (
    <div className="mb-6">
      <FailureNote error={error} {...(waiting === null ? {} : { onRetry: hurry })} />
    </div>
  );
}

/** Time may end a round in the middle of a sentence. */
function Unsaid({ draft }: { draft: string }) {
  if (draft.trim() === "") return null;
  return (
    <details className="mb-6">
      <summary className="text-sm text-ink-2">Typed in the last round and not said</summary>
      <p className="mt-2 max-w-[68ch] whitespace-pre-wrap text-[14px] text-ink-2">{draft}</p>
    </details>
  );
}

function Rounds({ rounds, next }: { rounds: readonly RoundView[]; next: number }) {
  return (
    <section aria-label="Rounds of this mock">
      <ol className="sheet divide-y divide-line">
        {rounds.map((round, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: rounds of a begun mock do not change places
            key={at}
            aria-current={at === next ? "step" : undefined}
            className="num grid grid-cols-[24px_minmax(0,1fr)_auto] items-baseline gap-x-3 px-4 py-2.5 text-[14px]"
          >
            <span className="text-ink-3">{at + 1}</span>
            <span className={at === next ? "font-medium" : "text-ink-2"}>{round.title}</span>
            <span className="text-ink-3">
              {round.state === "over" ? (
                <StateMark tone="idle">{endedBecause(round)}</StateMark>
              ) : (
                minutesSaid(round.minutes)
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
