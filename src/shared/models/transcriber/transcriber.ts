import type { Result } from "../../../lib/result.ts";

/** Sound as a browser recorded it, and what it is: `audio/wav`, `audio/webm;codecs=opus`. */
export type Recording = { bytes: Uint8Array<ArrayBuffer>; type: string };

export type TimedText = { text: string; fromMs: number; toMs: number };

/** What was heard; an engine that times no words may time phrases, or nothing. */
export type Heard = { text: string; words: TimedText[]; phrases: TimedText[] };

export type TranscribeFailure =
  | "too-large"
  | "wrong-type"
  | "timeout"
  | "unreachable"
  | "refused"
  | "malformed"
  | "engine-failed"
  | "nothing-heard";

/** Makes words of sound. Both engines pass one contract: `tests/contract/transcriber.test.ts`. */
export type Transcriber = {
  /** For people: which model, and where it runs. */
  name: string;
  transcribe: (recording: Recording) => Promise<Result<Heard, TranscribeFailure>>;
};

/** What the best known endpoint takes (OpenAI, 25 MB); an answer of thirteen minutes as WAV of 16 kHz. */
export const MOST_AUDIO_BYTES = 25_000_000;

export const TRANSCRIBE_FAILURES: Record<TranscribeFailure, string> = {
  "too-large": `The recording is larger than ${MOST_AUDIO_BYTES / 1e6} MB: say less at a time.`,
  "wrong-type": "The transcriber does not read this kind of recording: send WAV of 16 kHz.",
  timeout: "The transcriber did not answer in time. Say less at a time, or take a smaller model.",
  unreachable: "The transcriber could not be reached: check its address in the settings and that it runs.",
  refused: "The transcriber refused the recording: check address, key and model name in the settings.",
  malformed: "The transcriber's answer was not in the form that was asked for: check its address in the settings.",
  "engine-failed":
    "The local Whisper ended without a text: check that HOLDOUT_WHISPER and HOLDOUT_WHISPER_MODEL belong together.",
  "nothing-heard": "Nothing was heard in the recording: check the microphone.",
};

/**
 * Said to an engine before the recording. Whisper models write in the manner of what went before, and leave fillers out
 * otherwise (OpenAI, "Speech to text: prompting"); how many of them it keeps all the same is its own affair.
 */
export const MANNER = "Um, so, uh, let me think, like, you know.";

/** A text as heard, or that there was none: of silence a model makes what it was told before. */
export function heardOrNothing(heard: Heard): Result<Heard, "nothing-heard"> {
  // what is no speech some write in brackets, [BLANK_AUDIO]; in round ones may stand what was said
  const text = heard.text
    .replaceAll(/\[[^\]]*\]/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  const speech = plain(text.replaceAll(/\([^)]*\)|\*[^*]*\*/g, " "));
  if (speech.replaceAll(plain(MANNER), "").trim() === "") return { ok: false, reason: "nothing-heard" };
  return { ok: true, value: { ...heard, text } };
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, " ")
    .trim();
}
