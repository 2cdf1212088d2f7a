import { useCallback, useEffect, useRef, useState } from "react";
import { createDraftKeeper, type DraftKeeper, type SaveState } from "../../../../api/draft-keeper.ts";
import { useKeepOnLeave } from "../../../../api/keep-on-leave.ts";
import { pageTimer } from "../../../../api/page-timer.ts";
import { saveDraft } from "../../queries.ts";
import type { Attempt } from "../../types.ts";
import { createPhaseClock, type PhaseClock } from "../clock/phase-clock.ts";
import { readLocalDraft, writeLocalDraft } from "./local-draft.ts";
import { type Draft, openDraft } from "./open-draft.ts";

export type AttemptDraft = {
  draft: Draft;
  /** The draft as it stands, be it rendered yet or not. */
  current: () => Draft;
  /** A keystroke or a step: kept here at once, sent when the typing pauses. Does nothing once the attempt is finished. */
  change: (patch: Partial<Draft>) => void;
  /** Sends now, and resolves once the server has it or has failed. */
  flush: () => Promise<"saved" | "unsaved">;
  saveState: SaveState;
  clock: PhaseClock;
};

/** Time spent goes along with what is typed; while nothing is, it is sent this often. */
const SECONDS_EVERY_MS = 30_000;

export function useAttemptDraft(attempt: Attempt): AttemptDraft {
  const { id } = attempt;
  const finished = attempt.finishedAt !== null;
  const [saveState, setSaveState] = useState<SaveState>({ kind: "idle" });
  const [opened] = useState(() => openDraft(attempt, readLocalDraft(id)));
  const [draft, setDraft] = useState(opened.draft);
  const [clock] = useState(() =>
    createPhaseClock({ seconds: opened.draft.seconds, phase: opened.draft.phase, now: Date.now }),
  );
  const [keeper] = useState(() => keeperFor(id, setSaveState));
  const latest = useRef({ draft, finished });
  latest.current.finished = finished;

  const change = useCallback(
    (patch: Partial<Draft>) => {
      const { current } = latest;
      if (patch.phase && patch.phase !== current.draft.phase) clock.enter(patch.phase);
      current.draft = { ...current.draft, ...patch, seconds: clock.get() };
      setDraft(current.draft);
      if (!current.finished) keeper.edit(JSON.stringify(current.draft));
    },
    [clock, keeper],
  );
  useEffect(() => {
    if (opened.unsaved) change({}); // typed while the server was away: it has waited long enough
  }, [opened, change]);
  useTicking(clock, change, finished);
  useKeepOnLeave(keeper);
  const current = useCallback(() => latest.current.draft, []);
  return { draft, current, change, flush: keeper.flush, saveState, clock };
}

function useTicking(clock: PhaseClock, change: AttemptDraft["change"], finished: boolean): void {
  useEffect(() => {
    if (finished) return;
    const stop = clock.start();
    const sending = setInterval(() => change({}), SECONDS_EVERY_MS);
    return () => {
      stop();
      clearInterval(sending);
    };
  }, [clock, change, finished]);
}

function keeperFor(id: string, onState: (state: SaveState) => void): DraftKeeper {
  return createDraftKeeper({
    put: (text, options) => saveDraft(id, text, options),
    keep: (kept) => writeLocalDraft(id, kept),
    ...pageTimer,
    onState,
  });
}
