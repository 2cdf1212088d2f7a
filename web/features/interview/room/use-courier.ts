import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { getJson } from "../../../api/client.ts";
import { readText, writeText } from "../../../api/kept-text.ts";
import { pageTimer } from "../../../api/page-timer.ts";
import { homeQuery, type Step, sendStep, sessionQuery } from "../queries.ts";
import type { Session } from "../types.ts";
import { createCourier, type Delivered, type Parcel } from "./courier.ts";
import { keepParcel, keptParcel, wordsKey } from "./kept.ts";

export type Sending = {
  send: (step: Step, body: Record<string, unknown>) => void;
  /** What is on its way. */
  pending: Step | null;
  isPending: () => boolean;
  /** Why it has not arrived yet; it is sent again by itself. */
  waiting: unknown;
  hurry: () => void;
  /** Why it was turned away. */
  refused: unknown;
  refusedStep: Step | null;
  /** The mock went on in another tab. */
  elsewhere: boolean;
  dismiss: () => void;
  /** How often the box was emptied because its words were said. */
  emptied: number;
};

/** Sends what happens in a mock, one thing at a time and each once, and notices what happens to it elsewhere. */
export function useCourier(session: Session): Sending {
  const { id } = session;
  const client = useQueryClient();
  const [state, setState] = useState<Omit<Sending, "send" | "isPending" | "hurry" | "dismiss">>({
    pending: null,
    waiting: null,
    refused: null,
    refusedStep: null,
    elsewhere: false,
    emptied: 0,
  });
  const change = useCallback((part: Partial<typeof state>) => setState((before) => ({ ...before, ...part })), []);
  const latest = useRef(session);
  latest.current = session;
  const underWay = useRef(false);
  const own = useElsewhere(session, underWay, () => change({ elsewhere: true }));
  const courier = useMemo(
    () =>
      createCourier({
        post: ({ step, event, after, body }) => sendStep(id, step, { ...body, event, after }),
        look: () => getJson<Session>(`/api/interviews/${encodeURIComponent(id)}`),
        keep: (parcel) => keepParcel(id, parcel),
        onWaiting: (error) => change({ waiting: error }),
        later: pageTimer.later,
      }),
    [id, change],
  );
  useEffect(() => courier.stop, [courier]);

  const deliver = useCallback(
    async (parcel: Parcel) => {
      if (underWay.current) return;
      underWay.current = true;
      change({ pending: parcel.step, refused: null, refusedStep: null, elsewhere: false });
      const outcome = await courier.deliver(parcel);
      underWay.current = false;
      const emptied = wordsWereSaid(id, parcel, outcome);
      if (outcome.kind !== "refused") {
        own(outcome.session.seq);
        client.setQueryData(sessionQuery(id).queryKey, outcome.session);
        if (outcome.session.finishedAt) void client.invalidateQueries({ queryKey: homeQuery.queryKey });
      }
      setState((before) => ({
        ...before,
        pending: null,
        waiting: null,
        refused: outcome.kind === "refused" ? outcome.error : null,
        refusedStep: outcome.kind === "refused" ? parcel.step : null,
        elsewhere: outcome.kind === "elsewhere" && outcome.session.finishedAt === null,
        emptied: before.emptied + Number(emptied),
      }));
    },
    [id, client, courier, change, own],
  );
  useEffect(() => {
    const left = keptParcel(id);
    if (left) void deliver(left);
  }, [id, deliver]);
  useEffect(() => {
    window.addEventListener("online", courier.hurry);
    return () => window.removeEventListener("online", courier.hurry);
  }, [courier]);

  return {
    ...state,
    send: useCallback(
      (step, body) => {
        const { seq, current } = latest.current;
        void deliver({ step, event: crypto.randomUUID(), after: seq, round: current, body });
      },
      [deliver],
    ),
    isPending: useCallback(() => underWay.current, []),
    hurry: courier.hurry,
    dismiss: useCallback(() => change({ elsewhere: false }), [change]),
  };
}

/** Empties the box once its words stand in the log, whichever tab has said them; else they stay in it. */
function wordsWereSaid(id: string, { step, round, body }: Parcel, outcome: Delivered): boolean {
  if (step !== "say" || round === null || outcome.kind === "refused") return false;
  const said = outcome.kind === "taken" || outcome.session.turns.some(({ text }) => text === body.text);
  const key = wordsKey(id, round);
  // what was typed since in another tab is not what was said
  if (said && readText(key).trim() === body.text) writeText(key, "");
  return said;
}

/** Calls when the candidate has said or done something that this page did not send. */
function useElsewhere(session: Session, underWay: { current: boolean }, onElsewhere: () => void) {
  const seen = useRef(session.seq);
  const tell = useRef(onElsewhere);
  tell.current = onElsewhere;
  useEffect(() => {
    const from = seen.current;
    if (underWay.current || session.seq <= from) return;
    seen.current = session.seq;
    if (session.turns.some(({ seq, who }) => seq > from && who === "candidate")) tell.current();
  }, [session, underWay]);
  // what this page has sent itself
  return useCallback((seq: number) => {
    seen.current = Math.max(seen.current, seq);
  }, []);
}
