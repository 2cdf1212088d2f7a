import { useCallback, useEffect, useRef, useState } from "react";

type Alternative = { transcript: string };
type Heard = { isFinal: boolean; 0: Alternative };
type Recognition = {
  continuous: boolean;
  interimResults: boolean;
  lang: string;
  start: () => void;
  stop: () => void;
  abort: () => void;
  onresult: ((event: { resultIndex: number; results: ArrayLike<Heard> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
};
type WithSpeech = { SpeechRecognition?: new () => Recognition; webkitSpeechRecognition?: new () => Recognition };

/** Why listening ended, by the browser's own codes. */
export const DICTATION_FAILURES: Record<string, string> = {
  "not-allowed": "The browser may not use the microphone. Allow it in the address bar, or type.",
  "audio-capture": "No microphone was found. Plug one in, or type.",
  network: "The browser's dictation needs the network and did not reach it. Type instead.",
  "no-speech": "Nothing was heard.",
};

export type Dictation = {
  offered: boolean;
  on: boolean;
  /** What is being said and may still change. */
  interim: string;
  failure: string | undefined;
  toggle: () => void;
  stop: () => void;
};

/** Dictation by the browser, where it offers one; `onSaid` gets each finished piece. */
export function useDictation(onSaid: (text: string) => void): Dictation {
  const [on, setOn] = useState(false);
  const [interim, setInterim] = useState("");
  const [failure, setFailure] = useState<string>();
  const recognition = useRef<Recognition>(undefined);
  const said = useRef(onSaid);
  said.current = onSaid;
  const stop = useCallback(() => recognition.current?.stop(), []);
  const start = useCallback(() => {
    const made = makeRecognition();
    if (!made) return;
    made.onresult = ({ resultIndex, results }) => {
      let open = "";
      for (let at = resultIndex; at < results.length; at++) {
        const heard = results[at];
        if (heard?.isFinal) said.current(heard[0].transcript);
        else open += heard?.[0].transcript ?? "";
      }
      setInterim(open);
    };
    made.onerror = ({ error }) => {
      if (error !== "aborted") setFailure(DICTATION_FAILURES[error] ?? `Dictation stopped (${error}). Type instead.`);
    };
    made.onend = () => {
      setOn(false);
      setInterim("");
    };
    recognition.current = made;
    setFailure(undefined);
    made.start();
    setOn(true);
  }, []);
  useEffect(() => () => recognition.current?.abort(), []);
  return { offered: isDictationOffered(), on, interim, failure, toggle: on ? stop : start, stop };
}

/** A text with what was said after it. */
export function afterSaying(text: string, said: string): string {
  const gap = text === "" || /\s$/.test(text) ? "" : " ";
  return `${text}${gap}${said.trim()}`;
}

export const isDictationOffered = (): boolean => constructorOf() !== undefined;

function constructorOf(): (new () => Recognition) | undefined {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as unknown as WithSpeech;
  return SpeechRecognition ?? webkitSpeechRecognition;
}

/** A recogniser of the browser that is not started yet; undefined where it has none. */
export function makeRecognition(): Recognition | undefined {
  const Constructor = constructorOf();
  if (!Constructor) return undefined;
  const made = new Constructor();
  made.continuous = true;
  made.interimResults = true;
  made.lang = navigator.language.startsWith("en") ? navigator.language : "en-GB";
  return made;
}
