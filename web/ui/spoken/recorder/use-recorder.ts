import { useCallback, useEffect, useRef, useState } from "react";
import type { Transcriber } from "../../../api/transcriber.ts";
import { type Dictated, type Listening, startListening } from "./listening.ts";
import { microphoneFailure, type Recorded, type Recording, startRecording } from "./microphone.ts";
import { type Said, saidOf } from "./said.ts";

export type Engine = "browser" | "server";
type Phase = "idle" | "opening" | "recording" | "hearing";

export type Recorder = {
  phase: Phase;
  /** Of the recording that runs. */
  seconds: number;
  level: () => number;
  /** What the browser has heard so far. */
  interim: string;
  /** Why it does not work, in words or as the server's error. */
  failure: unknown;
  start: () => void;
  stop: () => void;
  /** Ends it and throws it away. */
  cancel: () => void;
  /** Hears once more what was recorded and not understood; undefined where there is nothing. */
  retry: (() => void) | undefined;
};
type Options = { engine: Engine; transcriber: Transcriber | undefined; onSaid: (said: Said) => void };

/** Longer, and the WAV of it would be too large for the endpoint. */
const LONGEST_SECONDS = 600;
const TICK_MS = 200;

/** One recording at a time: opened, stopped or thrown away, then heard by the browser or the server. */
export function useRecorder(options: Options): Recorder {
  const latest = useRef(options);
  latest.current = options;
  const [phase, setPhase] = useState<Phase>("idle");
  const [interim, setInterim] = useState("");
  const [failure, setFailure] = useState<unknown>();
  const [unheard, setUnheard] = useState<Recorded>();
  const run = useRef<Run>(undefined);
  const level = useCallback(() => run.current?.recording?.level() ?? 0, []);

  const finish = useCallback(() => {
    run.current = undefined;
    setPhase("idle");
    setInterim("");
  }, []);

  /** Makes words of a recording; what the browser heard is enough, else the server hears it. */
  const hear = useCallback(
    async (own: Run, recorded: Recorded, dictated: Dictated | undefined) => {
      setPhase("hearing");
      const { transcriber, onSaid } = latest.current;
      try {
        const said = await saidOf(recorded, { dictated, transcriber, signal: own.abort.signal });
        if (run.current !== own) return;
        setUnheard(undefined);
        setFailure((before: unknown) => (said ? undefined : (before ?? "Nothing was heard. Say it again, or type.")));
        finish();
        if (said) onSaid(said);
      } catch (error) {
        if (run.current !== own) return;
        setUnheard(recorded);
        setFailure(error);
        finish();
      }
    },
    [finish],
  );

  const start = useCallback(async () => {
    if (run.current) return;
    const own: Run = { abort: new AbortController() };
    run.current = own;
    setFailure(undefined);
    setUnheard(undefined);
    setPhase("opening");
    try {
      const recording = await startRecording();
      if (run.current !== own) return recording.cancel(); // cancelled while the browser asked
      own.recording = recording;
    } catch (error) {
      if (run.current !== own) return;
      setFailure(microphoneFailure(error));
      return finish();
    }
    if (latest.current.engine === "browser") {
      const listening = startListening({ onHeard: setInterim, onFailure: setFailure });
      if (listening) own.listening = listening;
    }
    setPhase("recording");
  }, [finish]);

  const cancel = useCallback(() => {
    const own = run.current;
    finish();
    own?.abort.abort();
    own?.listening?.abort();
    own?.recording?.cancel();
  }, [finish]);

  const stop = useCallback(async () => {
    const own = run.current;
    if (!own || own.stopped) return;
    if (!own.recording) return cancel(); // let go before the microphone was open
    own.stopped = true;
    setPhase("hearing");
    const [recorded, dictated] = await Promise.all([own.recording.stop(), own.listening?.stop()]);
    if (run.current === own) await hear(own, recorded, dictated);
  }, [hear, cancel]);

  useEffect(() => cancel, [cancel]); // a page that is left lets go of the microphone
  const seconds = useElapsed(phase === "recording");
  useEffect(() => {
    if (seconds >= LONGEST_SECONDS) void stop();
  }, [seconds, stop]);
  const retry =
    unheard &&
    (() => {
      const own: Run = { abort: new AbortController() };
      run.current = own;
      setFailure(undefined);
      void hear(own, unheard, undefined);
    });
  return { phase, seconds, level, interim, failure, start, stop, cancel, retry };
}

type Run = { abort: AbortController; recording?: Recording; listening?: Listening; stopped?: true };

/** Seconds since something is on, for show. */
function useElapsed(on: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (!on) return;
    const begun = performance.now();
    const ticking = setInterval(() => setSeconds((performance.now() - begun) / 1000), TICK_MS);
    return () => clearInterval(ticking);
  }, [on]);
  return seconds;
}
