import { type RefObject, useEffect, useRef } from "react";
import { matchesKeys } from "../../keys.ts";
import type { Recorder } from "./use-recorder.ts";

/** Held longer than this, a key or button is let go to stop; shorter, it was a tap, and another one stops. */
const HELD_MS = 500;

/** Push to talk by a key: hold it and let go, or tap it twice; Escape throws the recording away. */
export function useTalkKey(keys: string, recorder: Recorder): void {
  const latest = useRef(recorder);
  latest.current = recorder;
  const pressedAt = useRef<number>(undefined);
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      const { phase } = latest.current;
      if (event.key === "Escape" && phase !== "idle") {
        event.preventDefault();
        latest.current.cancel();
      } else if (matchesKeys(keys, event)) {
        event.preventDefault();
        if (!event.repeat) press(latest.current, pressedAt);
      }
    };
    const up = (event: KeyboardEvent) => {
      const letter = keys.split("-").at(-1)?.toLowerCase();
      const own = event.key.toLowerCase() === letter || event.code === `Key${letter?.toUpperCase()}`;
      if (own || event.key === "Alt") release(latest.current, pressedAt);
    };
    addEventListener("keydown", down);
    addEventListener("keyup", up);
    return () => {
      removeEventListener("keydown", down);
      removeEventListener("keyup", up);
    };
  }, [keys]);
}

type PressedAt = RefObject<number | undefined>;

/** Starts, or stops what runs. */
export function press({ phase, start, stop }: Recorder, pressedAt: PressedAt): void {
  if (phase === "idle") {
    pressedAt.current = performance.now();
    start();
  } else if (phase === "recording") stop();
}

/** Stops what the same press has started, if it was held. */
export function release({ stop }: Recorder, pressedAt: PressedAt): void {
  const since = pressedAt.current;
  pressedAt.current = undefined;
  if (since !== undefined && performance.now() - since >= HELD_MS) stop();
}
