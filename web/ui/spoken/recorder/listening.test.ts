import { afterEach, expect, test } from "vitest";
import { startListening } from "./listening.ts";

/** Stands in for the browser's own recogniser, which needs a network and a voice. */
class Recogniser {
  static last: Recogniser;
  starts = 0;
  onresult?: (event: { resultIndex: number; results: { isFinal: boolean; 0: { transcript: string } }[] }) => void;
  onerror?: (event: { error: string }) => void;
  onend?: () => void;
  constructor() {
    Recogniser.last = this;
  }
  start() {
    this.starts++;
  }
  stop() {
    this.onend?.();
  }
  abort() {
    this.onend?.();
  }
  hears(transcript: string, isFinal = true) {
    this.onresult?.({ resultIndex: 0, results: [{ isFinal, 0: { transcript } }] });
  }
  fails(error: string) {
    this.onerror?.({ error });
    this.onend?.();
  }
}

function listening() {
  Object.assign(globalThis, { SpeechRecognition: Recogniser });
  const [heard, failures]: [string[], string[]] = [[], []];
  const made = startListening({ onHeard: (text) => heard.push(text), onFailure: (said) => failures.push(said) });
  if (!made) throw new Error("none made");
  return { ...made, heard, failures, recogniser: Recogniser.last };
}
afterEach(() => {
  Reflect.deleteProperty(globalThis, "SpeechRecognition");
});

test("a long silence ends nothing: dictation goes on with what was heard before it", async () => {
  const { stop, heard, failures, recogniser } = listening();
  recogniser.hears("I would begin");
  recogniser.fails("no-speech");
  recogniser.hears("with the", false);
  recogniser.hears("with the data");
  expect(heard).toEqual(["I would begin", "I would begin with the", "I would begin with the data"]);
  expect(recogniser.starts).toBe(2);
  expect(await stop()).toEqual({ text: "I would begin with the data", whole: true });
  expect(failures).toEqual([]);
});

test("a failure is told once, and what was heard is not called whole", async () => {
  const { stop, failures, recogniser } = listening();
  recogniser.hears("I would");
  recogniser.fails("network");
  expect(failures).toEqual([expect.stringContaining("network")]);
  expect(recogniser.starts).toBe(1);
  expect(await stop()).toEqual({ text: "I would", whole: false });
});

test("one that ends at once and again is given up", async () => {
  const { stop, recogniser } = listening();
  for (let at = 0; at < 50; at++) recogniser.onend?.();
  expect(recogniser.starts).toBeLessThan(30);
  expect(await stop()).toEqual({ text: "", whole: false });
});

test("a browser without dictation offers none", () => {
  expect(startListening({ onHeard: () => {}, onFailure: () => {} })).toBeUndefined();
});
