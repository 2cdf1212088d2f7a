import { ApiError, describeFailure } from "./client.ts";

/** The copy of a draft in this browser; `saved` once the server has acknowledged exactly this text. */
export type KeptText = { text: string; at: string; saved: boolean };

export type SaveState =
  | { kind: "idle" }
  | { kind: "saving" }
  | { kind: "saved"; at: string }
  | { kind: "unsaved"; reason: string; mend?: string };

export type DraftDeps = {
  /** Sends the draft; `keepalive` outlives the page (browsers allow it for 64 kB). */
  put: (text: string, options: { keepalive: boolean }) => Promise<{ savedAt: string }>;
  /** Writes the copy in this browser; throws where there is no room. */
  keep: (copy: KeptText) => void;
  now: () => Date;
  /** Calls back after a while; the answer calls it off. */
  later: (run: () => void, delayMs: number) => () => void;
  onState: (state: SaveState) => void;
};

export type DraftKeeper = {
  /** A keystroke: kept here at once, sent when the typing pauses. */
  edit: (text: string) => void;
  /** Sends now, and resolves once the server has it or has failed. */
  flush: () => Promise<"saved" | "unsaved">;
  /** The page goes away: last chance to send. */
  leave: () => void;
};

const PAUSE_MS = 300;
const RETRY_MS = [2_000, 5_000, 15_000, 30_000];

/** The server will not take this text, however often it is sent (too large, say): the next edit may mend it. */
const isRefusal = (error: unknown) =>
  error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429;

/**
 * Keeps a draft so that nothing typed is lost: a copy in the browser with every keystroke, the server behind it by at
 * most a pause; one request at a time, so that an older text never lands on a newer one.
 */
export function createDraftKeeper(deps: DraftDeps): DraftKeeper {
  let unsent: string | null = null;
  let sending: Promise<void> | null = null;
  let callOff = () => {};
  let failures = 0;

  const keep = (copy: KeptText): void => {
    try {
      deps.keep(copy);
    } catch {
      // no room or no storage in this browser: the server's copy is then the only one, and its state is shown anyway
    }
  };

  const sendLatest = async (text: string, keepalive: boolean): Promise<void> => {
    unsent = null;
    // while the server is failing the page goes on saying so, and does not flicker with each try
    if (failures === 0) deps.onState({ kind: "saving" });
    try {
      const { savedAt } = await deps.put(text, { keepalive });
      failures = 0;
      if (unsent === null) {
        keep({ text, at: savedAt, saved: true });
        deps.onState({ kind: "saved", at: savedAt });
      }
    } catch (error) {
      unsent ??= text;
      const { message, mend } = describeFailure(error);
      deps.onState({ kind: "unsaved", reason: message, ...(mend ? { mend } : {}) });
      const delayMs = RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)] ?? PAUSE_MS;
      if (!isRefusal(error)) schedule(delayMs);
    }
  };

  const flush = async (): Promise<"saved" | "unsaved"> => {
    callOff();
    if (sending) await sending;
    if (unsent !== null) {
      sending = sendLatest(unsent, false);
      await sending;
      sending = null;
    }
    return unsent === null ? "saved" : "unsaved";
  };

  function schedule(delayMs: number): void {
    callOff();
    callOff = deps.later(() => void flush(), delayMs);
  }

  return {
    edit(text) {
      unsent = text;
      keep({ text, at: deps.now().toISOString(), saved: false });
      schedule(PAUSE_MS);
    },
    flush,
    leave() {
      callOff();
      if (unsent !== null) void sendLatest(unsent, new Blob([unsent]).size < 60_000);
    },
  };
}
