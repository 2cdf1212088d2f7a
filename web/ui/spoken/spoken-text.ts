import { useCallback, useEffect, useRef, useState } from "react";
import { readText, writeText } from "../../api/kept-text.ts";
import { afterSaying, type Dictation, useDictation } from "../dictation.ts";
import { type Stopwatch, tick } from "../stopwatch.ts";

export type SpokenText = {
  text: string;
  change: (text: string) => void;
  dictation: Dictation;
  /** Seconds since the question was shown; a break of over a minute does not count. */
  seconds: number;
  secondsUsed: () => number;
  /** Seconds in which the browser listened. */
  secondsSpoken: () => number;
  /** The draft has become an answer. */
  forget: () => void;
};

/** A text that is typed or dictated, kept in this browser until it is sent; `beginning` is shown where none is kept. */
export function useSpokenText(key: string, beginning = ""): SpokenText {
  const [text, setText] = useState(() => readText(key) || beginning);
  const change = useCallback(
    (next: string) => {
      setText(next);
      writeText(key, next);
    },
    [key],
  );
  const latest = useRef(text);
  latest.current = text;
  const dictation = useDictation((said) => change(afterSaying(latest.current, said)));
  const { seconds, secondsUsed } = useSeconds();
  const secondsSpoken = useSecondsOn(dictation.on);
  return {
    text,
    change,
    dictation,
    seconds,
    secondsUsed,
    secondsSpoken,
    forget: useCallback(() => writeText(key, ""), [key]),
  };
}

/** Seconds for which something was on, all together. */
function useSecondsOn(on: boolean): () => number {
  const spent = useRef({ ms: 0, since: 0 });
  useEffect(() => {
    if (!on) return;
    spent.current.since = Date.now();
    return () => {
      spent.current = { ms: spent.current.ms + Date.now() - spent.current.since, since: 0 };
    };
  }, [on]);
  return useCallback(() => {
    const { ms, since } = spent.current;
    return (ms + (since === 0 ? 0 : Date.now() - since)) / 1_000;
  }, []);
}

function useSeconds() {
  const [seconds, setSeconds] = useState(0);
  const watch = useRef<Stopwatch>(undefined);
  const secondsUsed = useCallback(() => {
    const now = Date.now();
    watch.current = tick(watch.current ?? { usedMs: 0, running: true, lastMs: now }, now);
    return watch.current.usedMs / 1_000;
  }, []);
  useEffect(() => {
    secondsUsed(); // the watch begins with the question
    const ticking = setInterval(() => setSeconds(Math.floor(secondsUsed())), 1_000);
    return () => clearInterval(ticking);
  }, [secondsUsed]);
  return { seconds, secondsUsed };
}
