import { afterSaying, DICTATION_FAILURES, makeRecognition } from "../../dictation.ts";

/** Dictation by the browser that goes on until it is stopped. */
export type Listening = {
  stop: () => Promise<Dictated>;
  abort: () => void;
};
/** All that was heard; not whole where dictation broke off before it was stopped. */
export type Dictated = { text: string; whole: boolean };
type Told = {
  /** All that was heard so far, with what may still change. */
  onHeard: (text: string) => void;
  onFailure: (said: string) => void;
};

/** Browsers end dictation in a long silence, which is thinking and no end. */
const GOES_ON = new Set(["no-speech", "aborted"]);
/** One that ends at once and again is broken. */
const MOST_EMPTY_STARTS = 20;
const LAST_WORDS_MS = 3_000;

/** Starts dictation; undefined where the browser has none. */
export function startListening({ onHeard, onFailure }: Told): Listening | undefined {
  const recognition = makeRecognition();
  if (!recognition) return undefined;
  let text = "";
  let emptyStarts = 0;
  let running = true;
  let wanted = true;
  let whole = true;
  let ended = () => {};
  recognition.onresult = ({ resultIndex, results }) => {
    let open = "";
    for (let at = resultIndex; at < results.length; at++) {
      const heard = results[at];
      if (heard?.isFinal) text = afterSaying(text, heard[0].transcript);
      else open += heard?.[0].transcript ?? "";
    }
    emptyStarts = 0;
    onHeard(open === "" ? text : afterSaying(text, open));
  };
  recognition.onerror = ({ error }) => {
    if (GOES_ON.has(error)) return;
    wanted = false;
    whole = false;
    onFailure(DICTATION_FAILURES[error] ?? `Dictation stopped (${error}).`);
  };
  recognition.onend = () => {
    running = wanted && emptyStarts++ < MOST_EMPTY_STARTS;
    if (running) return recognition.start();
    if (wanted) whole = false;
    ended();
  };
  recognition.start();
  return {
    stop() {
      wanted = false;
      if (!running) return Promise.resolve({ text, whole });
      return new Promise((resolve) => {
        ended = () => resolve({ text, whole });
        setTimeout(ended, LAST_WORDS_MS); // some never tell that they have ended
        recognition.stop();
      });
    },
    abort() {
      wanted = false;
      recognition.abort();
    },
  };
}
