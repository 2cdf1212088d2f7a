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
  return { text, change, dictation, seconds, secondsUsed, forget: useCallback(() => writeText(key, ""), [key]) };
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
