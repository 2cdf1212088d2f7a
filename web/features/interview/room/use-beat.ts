import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError, describeFailure } from "../../../api/client.ts";
import type { SaveState } from "../../../api/draft-keeper.ts";
import { sendBeat, sessionQuery } from "../queries.ts";
import type { Session } from "../types.ts";
import type { RoundClock } from "./round-clock.ts";
import { lastOf, type Unsent } from "./unsent.ts";
import type { Words } from "./use-words.ts";

const BEAT_MS = 1_000;
/** A beat so late in a round may be the one that ends it. */
const MAY_END_MS = 2 * BEAT_MS;

type Beating = {
  session: Session;
  round: number;
  clock: RoundClock;
  words: Pick<Words, "text" | "idleMs">;
  unsent: Unsent;
  /** While something else is on its way the clock is told by the next beat. */
  isBusy: () => boolean;
};

/** Tells the server once a second how far the clock is and what is typed, and loads the mock anew where it has gone on. */
export function useBeat({ session, round, clock, words, unsent, isBusy }: Beating): {
  state: SaveState;
  /** Resolves once no beat is on its way. */
  settled: () => Promise<void>;
} {
  const client = useQueryClient();
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const latest = useRef({ session, words });
  latest.current = { session, words };
  const acknowledged = useRef(session.draft);
  const onItsWay = useRef<Promise<void>>(undefined);

  const endsMs = (session.rounds[round]?.minutes ?? 0) * 60_000;
  const bodyNow = useCallback(() => {
    const { text, idleMs } = latest.current.words;
    const elapsedMs = clock.elapsedMs();
    return {
      after: latest.current.session.seq,
      elapsedMs,
      ...(elapsedMs < endsMs - MAY_END_MS ? {} : lastOf(unsent)),
      idleMs: idleMs(),
      ...(text === acknowledged.current ? {} : { draft: text }),
    };
  }, [clock, unsent, endsMs]);

  const beat = useCallback(async () => {
    const { id } = latest.current.session;
    const body = bodyNow();
    try {
      const answer = await sendBeat(id, body);
      if (answer.seq !== body.after || answer.finished) {
        await client.refetchQueries({ queryKey: sessionQuery(id).queryKey, exact: true });
        return;
      }
      clock.atLeast(answer.elapsedMs);
      if (body.draft === undefined)
        return setState((before) => (before.kind === "unsaved" ? { kind: "idle" } : before));
      acknowledged.current = body.draft;
      setState({ kind: "saved", at: new Date().toISOString() });
    } catch (error) {
      const { message, mend } = describeFailure(error);
      setState({ kind: "unsaved", reason: message, ...(mend ? { mend } : {}) });
      if (error instanceof ApiError && error.status === 404) void client.invalidateQueries({ queryKey: ["interview"] });
    }
  }, [client, clock, bodyNow]);

  useEffect(() => {
    const beating = setInterval(() => {
      if (document.visibilityState === "hidden" || isBusy() || onItsWay.current) return;
      onItsWay.current = beat().finally(() => {
        onItsWay.current = undefined;
      });
    }, BEAT_MS);
    return () => clearInterval(beating);
  }, [beat, isBusy]);
  useLastBeat(clock, () => {
    if (!isBusy()) void sendBeat(latest.current.session.id, bodyNow(), { keepalive: true }).catch(() => undefined);
  });
  return { state, settled: useCallback(async () => onItsWay.current, []) };
}

/** The clock runs while the page is seen; when it goes, where it stood goes with it. */
function useLastBeat(clock: RoundClock, send: () => void) {
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    const onSeen = () => {
      if (document.visibilityState === "visible") return clock.run("running");
      clock.run("paused");
      latest.current();
    };
    const onHide = () => latest.current();
    document.addEventListener("visibilitychange", onSeen);
    window.addEventListener("pagehide", onHide);
    return () => {
      document.removeEventListener("visibilitychange", onSeen);
      window.removeEventListener("pagehide", onHide);
      // another page of the app hides this one as well
      latest.current();
    };
  }, [clock]);
}
