import { type Speaking, speakingIn } from "../../../../src/lib/speaking.ts";
import { writeWav } from "../../../../src/lib/wav.ts";
import { soundOf } from "./decode.ts";

/** A recording that has ended. */
export type Recorded = {
  /** As the browser wrote it: small, to be kept. */
  audio: Blob;
  /** To be heard: WAV of 16 kHz, which every engine reads; what the browser wrote where it cannot be read. */
  heard: Blob;
  /** From first sound to last with the pauses; undefined where only silence was recorded. */
  speaking: Speaking | undefined;
};

export type Recording = {
  /** How loud it is just now, from 0 to 1. */
  level: () => number;
  stop: () => Promise<Recorded>;
  cancel: () => void;
};

/** What cleans a call up for other ears cuts into words here; a weak microphone is still raised. */
const CONSTRAINTS = { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: true };
const QUIET_DB = -60;

export const canRecord = (): boolean =>
  typeof MediaRecorder !== "undefined" && navigator.mediaDevices?.getUserMedia !== undefined;

/** Opens the microphone and records until it is stopped; rejects with the browser's own error where it may not. */
export async function startRecording(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: CONSTRAINTS });
  const recorder = new MediaRecorder(stream);
  const pieces: Blob[] = [];
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  const meter = levelOf(stream);
  const ended = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve();
  });
  const end = () => {
    if (recorder.state !== "inactive") recorder.stop();
    for (const track of stream.getTracks()) track.stop();
    meter.close();
  };
  recorder.start();
  return {
    level: meter.level,
    async stop() {
      end();
      await ended;
      return recordedOf(new Blob(pieces, { type: recorder.mimeType || "audio/webm" }));
    },
    cancel: end,
  };
}

async function recordedOf(audio: Blob): Promise<Recorded> {
  const sound = await soundOf(audio);
  if (!sound) return { audio, heard: audio, speaking: undefined };
  return { audio, heard: new Blob([writeWav(sound)], { type: "audio/wav" }), speaking: speakingIn(sound) };
}

function levelOf(stream: MediaStream): { level: () => number; close: () => void } {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level() {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      return Math.max(0, Math.min(1, 1 - (10 * Math.log10(power + 1e-12)) / QUIET_DB));
    },
    close: () => void context.close(),
  };
}

const FAILURES: Record<string, string> = {
  NotAllowedError: "The browser may not use the microphone. Allow it in the address bar, or type.",
  NotFoundError: "No microphone was found. Plug one in, or type.",
  NotReadableError: "The microphone is in use elsewhere. Close what uses it, or type.",
};

/** Why the microphone did not open, for people. */
export function microphoneFailure(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  return FAILURES[name] ?? "The microphone could not be opened. Type instead.";
}
