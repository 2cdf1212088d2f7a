import { seededRandom } from "../../src/lib/random.ts";
import { writeWav } from "../../src/lib/wav.ts";

/** A silence and the sound after it, in seconds; loudness from 0 to 1. */
type Burst = { silence: number; sound: number; loudness?: number };

const SAMPLE_RATE = 16_000;
const HERTZ = 300;
const BORDER = 0.1;
const LAST_SILENCE = 0.5;

/** A recording whose pauses are known: tones with silences between, over the noise of a room where one is wanted. */
export function toneBursts(bursts: readonly Burst[], { noise = 0 } = {}): Uint8Array<ArrayBuffer> {
  const random = seededRandom(7);
  const values: number[] = [];
  const add = (seconds: number, loudness: number) => {
    for (let at = 0; at < Math.round(seconds * SAMPLE_RATE); at++)
      values.push(loudness * Math.sin((2 * Math.PI * HERTZ * at) / SAMPLE_RATE) + noise * (2 * random() - 1));
  };
  for (const { silence, sound, loudness = 0.5 } of bursts) {
    add(silence, 0);
    add(sound, loudness);
  }
  add(LAST_SILENCE, 0);
  return writeWav({ samples: Float32Array.from(values), sampleRate: SAMPLE_RATE });
}

/**
 * Where tones stand in a WAV of 16 bits and one channel, in milliseconds: what our stand-ins for engines hear. It reads the file
 * by itself, so that what is measured is not measured by the code that is tested.
 */
export function burstsIn(wav: Buffer): { fromMs: number; toMs: number }[] {
  const data = wav.indexOf("data", 12, "latin1");
  if (wav.toString("latin1", 0, 4) !== "RIFF" || data < 0) throw new Error("no WAV");
  const rate = wav.readUInt32LE(24);
  const [start, length] = [data + 8, wav.readUInt32LE(data + 4)];
  if (start + length > wav.length) throw new Error("the WAV was cut short");
  const bursts: { fromMs: number; toMs: number }[] = [];
  const step = Math.round(rate / 100);
  for (let at = 0; at + step <= length / 2; at += step) {
    let loudest = 0;
    for (let sample = at; sample < at + step; sample++)
      loudest = Math.max(loudest, Math.abs(wav.readInt16LE(start + 2 * sample)) / 32_768);
    if (loudest < BORDER) continue;
    const [fromMs, toMs] = [(1000 * at) / rate, (1000 * (at + step)) / rate];
    const last = bursts.at(-1);
    if (last && fromMs - last.toMs < 50) last.toMs = toMs;
    else bursts.push({ fromMs, toMs });
  }
  return bursts;
}

/** What a stand-in hears: a word for each tone. */
export function wordsFor(bursts: readonly { fromMs: number; toMs: number }[]): string[] {
  return bursts.map((_, at) => `burst${at + 1}`);
}
