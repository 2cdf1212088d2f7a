import { useCallback, useEffect, useRef, useState } from "react";
import { readText, writeText } from "../../../api/kept-text.ts";
import { type Stopwatch, setRunning, tick } from "../../../ui/stopwatch.ts";

const SECOND_MS = 1_000;
const isSeen = () => document.visibilityState === "visible";

/** Seconds for which the page was looked at; kept in this browser under a key, so that a reload goes on with them. */
export function useSecondsLookedAt(key: string): { seconds: number; secondsUsed: () => number } {
  const watch = useRef<Stopwatch>(undefined);
  const secondsUsed = useCallback(() => {
    const now = Date.now();
    // another tab may have seen more of it
    const keptMs = Number(readText(key)) || 0;
    const ticked = tick(watch.current ?? { usedMs: keptMs, running: isSeen(), lastMs: now }, now);
    watch.current = { ...ticked, usedMs: Math.max(ticked.usedMs, keptMs) };
    writeText(key, `${Math.round(watch.current.usedMs)}`);
    return watch.current.usedMs / SECOND_MS;
  }, [key]);
  const [seconds, setSeconds] = useState(() => Math.floor(secondsUsed()));
  useEffect(() => {
    const ticking = setInterval(() => setSeconds(Math.floor(secondsUsed())), SECOND_MS);
    const onSeen = () => {
      secondsUsed();
      if (watch.current) watch.current = setRunning(watch.current, isSeen() ? "running" : "paused", Date.now());
    };
    document.addEventListener("visibilitychange", onSeen);
    return () => {
      clearInterval(ticking);
      document.removeEventListener("visibilitychange", onSeen);
    };
  }, [secondsUsed]);
  return { seconds, secondsUsed };
}
