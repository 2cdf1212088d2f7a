import { ApiError } from "../../../api/client.ts";
import type { Step } from "../queries.ts";
import type { Session } from "../types.ts";

/**
 * Something that happens once: it keeps its event id through every try, reloads included, so that nothing is doubled.
 * `round` is the round that ran when it was meant; null where none did. `body` is what the step needs besides.
 */
export type Parcel = {
  step: Step;
  event: string;
  after: number;
  round: number | null;
  body: Record<string, unknown>;
};

/** How it ended: taken; the mock has gone on without it; refused for what it says. `session` is the mock as it then is. */
export type Delivered =
  | { kind: "taken"; session: Session }
  | { kind: "elsewhere"; session: Session }
  | { kind: "refused"; error: unknown };

export type CourierDeps = {
  post: (parcel: Parcel) => Promise<Session>;
  /** The mock as it stands. */
  look: () => Promise<Session>;
  /** Keeps it beyond the page until its fate is known; null: nothing is on its way. */
  keep: (parcel: Parcel | null) => void;
  /** Called while the server does not answer, and with null when it does again. */
  onWaiting: (error: unknown) => void;
  later: (run: () => void, delayMs: number) => () => void;
};

export type Courier = {
  /** Resolves once the fate is known, however long the server is away. */
  deliver: (parcel: Parcel) => Promise<Delivered>;
  /** Tries again now rather than later. */
  hurry: () => void;
  /** The page goes: what is on its way stays kept. */
  stop: () => void;
};

const RETRY_MS = [1_000, 2_000, 5_000, 10_000];

/** Sends one thing until the server has acknowledged it. */
export function createCourier({ post, look, keep, onWaiting, later }: CourierDeps): Courier {
  let wake: (() => void) | undefined;
  let callOff = () => {};

  const pause = (delayMs: number) =>
    new Promise<void>((resolve) => {
      const go = () => {
        wake = undefined;
        callOff();
        resolve();
      };
      wake = go;
      callOff = later(go, delayMs);
    });

  /** The parcel again where it may be sent at once, from another place in the log. */
  async function attempt(parcel: Parcel): Promise<Delivered | Parcel> {
    try {
      return { kind: "taken", session: await post(parcel) };
    } catch (error) {
      if (!hasGoneOn(error)) throw error;
      const session = await look();
      return wentOnWithout(session, parcel) ? { kind: "elsewhere", session } : { ...parcel, after: session.seq };
    }
  }

  async function deliver(first: Parcel): Promise<Delivered> {
    let parcel = first;
    for (let failures = 0; ; ) {
      keep(parcel);
      try {
        const outcome = await attempt(parcel);
        failures = 0;
        onWaiting(null);
        if ("kind" in outcome) {
          keep(null);
          return outcome;
        }
        parcel = outcome;
      } catch (error) {
        if (!isAway(error)) {
          keep(null);
          return { kind: "refused", error };
        }
        onWaiting(error);
        await pause(RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)] ?? 0);
      }
    }
  }
  return { deliver, hurry: () => wake?.(), stop: () => callOff() };
}

/** The server may take the same later: it is silent, busy, full or broken. */
function isAway(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status === 429 || error.status >= 500);
}

const GONE_ON = new Set(["moved-on", "no-round", "round-runs", "session-finished"]);

function hasGoneOn(error: unknown): boolean {
  return error instanceof ApiError && GONE_ON.has(error.code);
}

/** Words of the interviewer alone change nothing about what the candidate meant to say; anything else does. */
function wentOnWithout(session: Session, { after, round }: Pick<Parcel, "after" | "round">): boolean {
  const spoken = session.turns.some(({ seq, who }) => seq > after && who === "candidate");
  return spoken || session.finishedAt !== null || session.current !== round;
}
