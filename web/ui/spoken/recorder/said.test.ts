import { expect, test } from "vitest";
import type { Transcriber } from "../../../api/transcriber.ts";
import type { Recorded } from "./microphone.ts";
import { saidOf } from "./said.ts";

const recorded: Recorded = {
  audio: new Blob(["webm"], { type: "audio/webm" }),
  heard: new Blob(["wav"], { type: "audio/wav" }),
  speaking: { seconds: 3, pauses: [0.4] },
};
const server = (seconds: number | null): Transcriber => ({
  sent: "",
  hear: async (audio) => ({ text: `heard ${await audio.text()}`, seconds, pauses: [1, 2], engine: "e" }),
});
const said = (dictated: { text: string; whole: boolean } | undefined, transcriber?: Transcriber) =>
  saidOf(recorded, { dictated, transcriber, signal: AbortSignal.abort() });

test("what the browser heard whole is taken, with the pauses of the recording", async () => {
  expect(await said({ text: " so it is ", whole: true }, server(2))).toEqual({
    text: "so it is",
    spoken: { seconds: 3, pauses: [0.4] },
    audio: recorded.audio,
  });
});

test("where dictation broke off, the server hears the whole; without one the beginning is better than nothing", async () => {
  expect(await said({ text: "so", whole: false }, server(2))).toMatchObject({
    text: "heard wav",
    spoken: { seconds: 2, pauses: [1, 2] },
  });
  expect(await said({ text: "so", whole: false })).toMatchObject({ text: "so" });
});

test("a server that knows no times leaves those of the recording; nobody there hears nothing", async () => {
  expect(await said(undefined, server(null))).toMatchObject({ spoken: { seconds: 3, pauses: [0.4] } });
  expect(await said({ text: "", whole: true })).toBeUndefined();
});
