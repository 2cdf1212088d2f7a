import { useCallback, useEffect, useRef, useState } from "react";
import { afterSaying } from "../../../ui/dictation.ts";
import type { Said } from "../../../ui/spoken/recorder/said.ts";
import { useSpokenText } from "../../../ui/spoken/spoken-text.ts";
import type { SayBody, Session } from "../types.ts";
import { deliveryOf, MOST_PAUSES, recordedDelivery } from "./delivery.ts";
import { wordsKey } from "./kept.ts";
import type { RoundClock } from "./round-clock.ts";

export type Words = ReturnType<typeof useWords>;

/** What the candidate types or dictates until the floor is yielded, and since when nothing was added. */
export function useWords({ id, draft, turns }: Session, round: number, clock: RoundClock) {
  const spoken = useSpokenText(wordsKey(id, round), draft);
  const { text, change, dictation, secondsSpoken } = spoken;
  const touchedMs = useRef(clock.elapsedMs());
  const heardAtMs = useRef<number[]>([]);
  const touch = useCallback(() => {
    touchedMs.current = clock.elapsedMs();
  }, [clock]);
  const lastSeq = turns.at(-1)?.seq;
  // biome-ignore lint/correctness/useExhaustiveDependencies: words of the interviewer begin the silence anew
  useEffect(touch, [touch, text, dictation.interim, lastSeq]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a moment at which something was heard
  useEffect(() => {
    if (dictation.on) heardAtMs.current.push(clock.elapsedMs());
  }, [clock, dictation.on, dictation.interim, text]);
  const recorded = useRef<NonNullable<SayBody["spoken"]>>({ seconds: 0, pauses: [] });
  useClearedWhereSaid(text, turns, change);
  return {
    text,
    change,
    dictation,
    /** Words of a recording come behind what is there. */
    add: useCallback(
      ({ text: heard, spoken }: Pick<Said, "text" | "spoken">) => {
        change(afterSaying(text, heard));
        const { seconds, pauses } = recorded.current;
        if (spoken)
          recorded.current = {
            seconds: seconds + spoken.seconds,
            pauses: [...pauses, ...spoken.pauses].slice(0, MOST_PAUSES),
          };
      },
      [text, change],
    ),
    idleMs: useCallback(() => Math.max(0, clock.elapsedMs() - touchedMs.current), [clock]),
    delivery: useCallback(
      (said: string): SayBody["spoken"] =>
        recordedDelivery(said, recorded.current) ??
        deliveryOf(said, { seconds: secondsSpoken(), heardAtMs: heardAtMs.current }),
      [secondsSpoken],
    ),
  };
}

/** Words that another tab has said are not left standing as if they were still to be said. */
function useClearedWhereSaid(text: string, turns: Session["turns"], change: (text: string) => void) {
  const said = turns.findLast(({ who }) => who === "candidate");
  const [seen, setSeen] = useState(said?.seq);
  useEffect(() => {
    if (said?.seq === seen) return;
    setSeen(said?.seq);
    if (said && said.text === text.trim()) change("");
  }, [said, seen, text, change]);
}
