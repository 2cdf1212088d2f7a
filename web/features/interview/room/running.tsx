import { useRef, useState } from "react";
import { useAction } from "../../../shell/use-action.ts";
import { Button } from "../../../ui/button.tsx";
import { classNames } from "../../../ui/class-names.ts";
import { InlineConfirm } from "../../../ui/inline-confirm.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import type { Session } from "../types.ts";
import { besideOf } from "./beside.tsx";
import { Floor } from "./floor.tsx";
import { InterviewerWords } from "./interviewer-words.tsx";
import { createRoundClock, type RoundClock } from "./round-clock.ts";
import { Timer } from "./timer.tsx";
import { Transcript } from "./transcript.tsx";
import { lastOf, type Unsent, useNothingUnsent } from "./unsent.ts";
import type { Sending } from "./use-courier.ts";
import { type ReadAloud, useReadAloud } from "./use-read-aloud.ts";

type Props = { session: Session; round: number; sending: Sending };

/** A round that runs: the interviewer's words, the floor, what was said, and what the round shows besides. */
export function Running({ session, round, sending }: Props) {
  const [clock] = useState(() => createRoundClock(session.elapsedMs, Date.now));
  const turns = session.turns.filter((turn) => turn.round === round);
  const aloud = useReadAloud(turns);
  const beside = besideOf(session.rounds[round]?.shown);
  const part = beside?.place === "part" ? beside : undefined;
  const act = (action: { type: string }) => sending.send("do", { action, elapsedMs: clock.elapsedMs() });
  const refused = sending.refusedStep === "do" ? sending.refused : null;
  const unsent = useNothingUnsent();
  const shownProps = {
    session,
    act,
    unsent,
    pending: sending.pending === "do",
    busy: sending.pending !== null,
    refused,
  };
  const line = beside?.place === "line" ? <beside.Shown shown={beside.shown} {...shownProps} /> : null;
  return (
    <>
      <Head session={session} round={round} clock={clock} aloud={aloud} line={line} />
      <div
        className={classNames(
          "grid items-start gap-x-8 gap-y-6",
          part ? "lg:grid-cols-[minmax(320px,1fr)_minmax(0,2fr)]" : "lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]",
        )}
      >
        <div className="min-w-0">
          <InterviewerWords turns={turns} listens={sending.pending === "say"} />
          <Floor
            key={sending.emptied}
            session={session}
            round={round}
            clock={clock}
            unsent={unsent}
            sending={beside?.tellsRefusals && refused !== null ? { ...sending, refused: null } : sending}
            onTaken={aloud.stop}
          />
          <End session={session} clock={clock} unsent={unsent} sending={sending} />
          {part && <Transcript turns={turns} />}
        </div>
        {part ? <part.Shown shown={part.shown} {...shownProps} /> : <Transcript turns={turns} />}
      </div>
    </>
  );
}

type HeadProps = Omit<Props, "sending"> & { clock: RoundClock; aloud: ReadAloud; line: React.ReactNode };

function Head({ session, round, clock, aloud, line }: HeadProps) {
  const { title, minutes } = session.rounds[round] ?? { title: "Round", minutes: 0 };
  useAction(
    { id: "interview.aloud", label: aloud.on ? "Do not read aloud" : "Read aloud", keys: "Alt-r", group: "This round" },
    aloud.offered ? aloud.toggle : undefined,
  );
  return (
    <header className="mb-6 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-line border-b pb-3">
      <div className="flex min-w-0 flex-wrap items-baseline gap-x-4">
        <h1 className="text-[15px] font-medium">{title}</h1>
        <p className="flex flex-wrap gap-x-4 text-[14px] text-ink-3">
          {session.rounds.length > 1 && (
            <span className="num">
              Round {round + 1} of {session.rounds.length}
            </span>
          )}
          {line}
        </p>
      </div>
      <div className="flex items-center gap-3">
        {aloud.offered && (
          <Button look="quiet" aria-pressed={aloud.on} onClick={aloud.toggle}>
            {aloud.on ? "Reading aloud" : "Read aloud"} <Kbd keys="Alt-r" />
          </Button>
        )}
        <Timer clock={clock} minutes={minutes} />
      </div>
    </header>
  );
}

type EndProps = Omit<Props, "round"> & { clock: RoundClock; unsent: Unsent };

function End({ session, clock, unsent, sending }: EndProps) {
  const isLast = session.rounds.every(({ state }) => state !== "planned");
  const at = useRef<HTMLDivElement>(null);
  const toEnd = () => at.current?.querySelector("button")?.focus();
  useAction({ id: "interview.end", label: "To the end of the round", keys: "Alt-e", group: "This round" }, toEnd);
  return (
    <div ref={at} className="mt-8 mb-6">
      <InlineConfirm
        ask="End the round"
        consequence={`What is asked from here on is left out${isLast ? ", and the scorecard comes" : ""}. Words that are typed and not said are not heard.`}
        confirm="End it"
        decline="Go on"
        pending={sending.pending !== null}
        onConfirm={() => sending.send("leave", { elapsedMs: clock.elapsedMs(), ...lastOf(unsent) })}
      />
    </div>
  );
}
