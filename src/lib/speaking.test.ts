import fc from "fast-check";
import { expect, test } from "vitest";
import { toneBursts } from "../../tests/support/tone-bursts.ts";
import { speakingIn, speakingOf } from "./speaking.ts";
import { readWav, writeWav } from "./wav.ts";

const soundOf = (bytes: Uint8Array) => {
  const sound = readWav(bytes);
  if (!sound) throw new Error("no WAV");
  return sound;
};

test("what is written as WAV is read back to the sample", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -32_767, max: 32_767 }), { maxLength: 50 }), (values) => {
      const samples = Float32Array.from(values, (value) => value / 32_767);
      const read = soundOf(writeWav({ samples, sampleRate: 16_000 }));
      expect(read.sampleRate).toBe(16_000);
      expect(Array.from(read.samples, (sample) => Math.round(sample * 32_768))).toEqual(values);
    }),
  );
});

test("what is no WAV of 16 bits is none, however it is cut", () => {
  const bytes = writeWav({ samples: new Float32Array(100), sampleRate: 8_000 });
  for (let length = 0; length < 36; length++) expect(readWav(bytes.subarray(0, length))).toBeUndefined();
  expect(soundOf(bytes.subarray(0, 64)).samples).toHaveLength(10);
  expect(readWav(new TextEncoder().encode("OggS and so on, and on"))).toBeUndefined();
});

test("speaking runs from the first sound to the last, with the silences between", () => {
  const bytes = toneBursts([
    { silence: 1, sound: 0.5 },
    { silence: 1.2, sound: 0.4 },
    { silence: 0.1, sound: 0.4 },
    { silence: 0.6, sound: 0.5 },
  ]);
  const speaking = speakingIn(soundOf(bytes));
  expect(speaking?.seconds).toBeCloseTo(3.7, 1);
  expect(speaking?.pauses).toHaveLength(2);
  expect(speaking?.pauses[0]).toBeCloseTo(1.2, 1);
  expect(speaking?.pauses[1]).toBeCloseTo(0.6, 1);
});

test("a room that hums is no speech, nor is a click", () => {
  const hum = toneBursts([{ silence: 0.5, sound: 3, loudness: 0.0005 }]);
  expect(speakingIn(soundOf(hum))).toBeUndefined();
  const clicked = toneBursts([
    { silence: 1, sound: 0.5 },
    { silence: 1, sound: 0.02 },
    { silence: 1, sound: 0.5 },
  ]);
  expect(speakingIn(soundOf(clicked))?.pauses).toHaveLength(1);
});

test("speech over the noise of a room keeps its pauses", () => {
  const bytes = toneBursts(
    [
      { silence: 1, sound: 1 },
      { silence: 2, sound: 1 },
    ],
    { noise: 0.01 },
  );
  expect(speakingIn(soundOf(bytes))?.pauses[0]).toBeCloseTo(2, 1);
});

test("pauses between words that overlap are none", () => {
  const words = [
    { fromSeconds: 0, toSeconds: 0.6 },
    { fromSeconds: 0.5, toSeconds: 1 },
    { fromSeconds: 6, toSeconds: 6.5 },
  ];
  expect(speakingOf(words)).toEqual({ seconds: 6.5, pauses: [5] });
  expect(speakingOf([])).toBeUndefined();
});
