import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { Transcribers } from "../../src/shared/models/transcriber/choose-transcriber.ts";
import { endpointTranscriber } from "../../src/shared/models/transcriber/endpoint.ts";
import { findWhisper } from "../../src/shared/models/transcriber/find-whisper.ts";
import { localWhisper } from "../../src/shared/models/transcriber/local-whisper.ts";
import { TranscriberStore } from "../../src/shared/models/transcriber/settings.ts";
import { spokenOf } from "../../src/shared/models/transcriber/spoken-of.ts";
import type { Recording, Transcriber } from "../../src/shared/models/transcriber/transcriber.ts";
import { isAlive } from "../support/server.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";
import { toneBursts } from "../support/tone-bursts.ts";
import { startTranscriptionServer } from "../support/transcription-server.ts";
import { writeWhisper } from "../support/whisper-stand-in.ts";

// Nothing here recognises speech. The endpoint is a real server of ours on loopback, the local engine a real program that takes
// whisper-cli's arguments and writes its JSON; both hear the tones of a real WAV, a word for each, with its times.

type Failing = "refuses" | "malformed" | "late";
type Opened = AsyncDisposable & { transcriber: Transcriber };
type Engine = {
  name: string;
  open: (manner: "words" | Failing, timeoutMs?: number) => Promise<Opened>;
  refusal: string;
};

const wav = (bytes: Uint8Array<ArrayBuffer>): Recording => ({ bytes, type: "audio/wav" });
const three = [
  { silence: 0.5, sound: 0.4 },
  { silence: 1.2, sound: 0.4 },
  { silence: 0.6, sound: 0.4 },
];

const engines: Engine[] = [
  {
    name: "an OpenAI-compatible endpoint",
    refusal: "refused",
    async open(manner, timeoutMs) {
      const server = await startTranscriptionServer(manner);
      const settings = { baseUrl: server.url, model: "whisper-1", apiKey: "secret-key" };
      return {
        transcriber: endpointTranscriber(settings, timeoutMs),
        [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
      };
    },
  },
  {
    name: "a whisper.cpp on this machine",
    refusal: "engine-failed",
    async open(manner, timeoutMs) {
      const folder = temporaryFolder();
      const whisper = findWhisper({ ...writeWhisper(folder.path, manner), env: {} });
      if (!whisper) throw new Error("not found");
      return {
        transcriber: localWhisper(whisper, timeoutMs === undefined ? {} : { timeoutMs }),
        [Symbol.asyncDispose]: async () => folder[Symbol.dispose](),
      };
    },
  },
];

describe.each(engines)("$name", ({ open, refusal }) => {
  test("hears the whole recording, with the times of its words", async () => {
    await using opened = await open("words");
    const heard = await opened.transcriber.transcribe(wav(toneBursts(three)));
    if (!heard.ok) throw new Error(heard.reason);
    expect(heard.value.text).toBe("burst1 burst2 burst3");
    const { words } = heard.value;
    expect(words.map(({ text }) => text)).toEqual(["burst1", "burst2", "burst3"]);
    const gaps = words.slice(1).map(({ fromMs }, at) => (fromMs - (words[at]?.toMs ?? 0)) / 1000);
    expect(gaps[0]).toBeCloseTo(1.2, 1);
    expect(gaps[1]).toBeCloseTo(0.6, 1);
  });

  test("hears a long one as well", async () => {
    await using opened = await open("words");
    const many = Array.from({ length: 200 }, () => ({ silence: 0.3, sound: 0.3 }));
    const heard = await opened.transcriber.transcribe(wav(toneBursts(many)));
    expect(heard.ok && heard.value.words.length).toBe(200);
  });

  test("of silence it says that nothing was heard", async () => {
    await using opened = await open("words");
    const heard = await opened.transcriber.transcribe(wav(toneBursts([])));
    expect(heard).toEqual({ ok: false, reason: "nothing-heard" });
  });

  test("what is no recording, or too large, is not handed on", async () => {
    await using opened = await open("words");
    const { transcriber } = opened;
    const text = { ...wav(toneBursts(three)), type: "text/plain" };
    expect(await transcriber.transcribe(text)).toEqual({ ok: false, reason: "wrong-type" });
    const large = wav(new Uint8Array(25_000_001));
    expect(await transcriber.transcribe(large)).toEqual({ ok: false, reason: "too-large" });
  });

  test("a refusal, an answer in another form and none at all are told apart", async () => {
    const outcomes: unknown[] = [];
    for (const manner of ["refuses", "malformed", "late"] as const) {
      await using opened = await open(manner, manner === "late" ? 500 : undefined);
      outcomes.push(await opened.transcriber.transcribe(wav(toneBursts(three))));
    }
    expect(outcomes).toEqual([refusal, "malformed", "timeout"].map((reason) => ({ ok: false, reason })));
  });
});

test("the endpoint is asked for times first, with the key in a header, and for the text alone where it has no times", async () => {
  await using server = await startTranscriptionServer("text-alone");
  const transcriber = endpointTranscriber({ baseUrl: `${server.url}/`, model: "gpt", apiKey: "secret-key" });
  const recording = wav(toneBursts(three));
  const heard = await transcriber.transcribe(recording);
  expect(heard).toEqual({ ok: true, value: { text: "burst1 burst2 burst3", words: [], phrases: [] } });
  expect(server.heard.map(({ fields }) => fields.response_format)).toEqual([["verbose_json"], ["json"]]);
  expect(server.heard[0]?.fields["timestamp_granularities[]"]).toEqual(["word", "segment"]);
  expect(server.heard[0]).toMatchObject({
    path: "/v1/audio/transcriptions",
    authorization: "Bearer secret-key",
    fields: { model: ["gpt"], language: ["en"] },
  });
  expect(spokenOf(recording, { text: "", words: [], phrases: [] })?.pauses).toHaveLength(2); // by its sound
});

test("without a key none is sent; neither voice nor key follows the endpoint elsewhere; an answer has an end", async () => {
  for (const [manner, outcome] of [
    ["phrases", { ok: true, value: expect.objectContaining({ words: [] }) }],
    ["moved", { ok: false, reason: "refused" }],
    ["endless", { ok: false, reason: "malformed" }],
  ] as const) {
    await using server = await startTranscriptionServer(manner);
    const transcriber = endpointTranscriber({ baseUrl: server.url, model: "m", apiKey: "" });
    expect(await transcriber.transcribe(wav(toneBursts(three)))).toEqual(outcome);
    expect(server.heard).toHaveLength(1);
    expect(server.heard[0]?.authorization).toBeUndefined();
  }
  const nobody = endpointTranscriber({ baseUrl: "http://127.0.0.1:9/v1", model: "m", apiKey: "" });
  expect(await nobody.transcribe(wav(toneBursts(three)))).toEqual({ ok: false, reason: "unreachable" });
});

test("without sound to read, pauses come from words, else from phrases", () => {
  const webm: Recording = { bytes: new Uint8Array(8), type: "audio/webm" };
  const times = [
    { text: "so", fromMs: 0, toMs: 400 },
    { text: "yes", fromMs: 2_400, toMs: 3_000 },
  ];
  const [phrase] = times;
  expect(spokenOf(webm, { text: "so yes", words: times, phrases: [] })).toEqual({ seconds: 3, pauses: [2] });
  expect(spokenOf(webm, { text: "so", words: [], phrases: phrase ? [phrase] : [] })).toEqual({
    seconds: 0.4,
    pauses: [],
  });
  expect(spokenOf(webm, { text: "so yes", words: [], phrases: [] })).toBeUndefined();
});

test("the local engine gets a file that its owner alone can read, little of the environment, and leaves nothing", async () => {
  using folder = temporaryFolder();
  const written = writeWhisper(folder.path, "words");
  const whisper = findWhisper({ ...written, env: { PATH: process.env.PATH ?? "" } });
  if (!whisper) throw new Error("not found");
  const before = voiceFolders();
  const stereo = { bytes: toneBursts(three), type: "audio/webm;codecs=opus" };
  expect(await localWhisper(whisper).transcribe(stereo)).toEqual({ ok: false, reason: "wrong-type" });
  expect(await localWhisper(whisper).transcribe(wav(toneBursts(three)))).toMatchObject({ ok: true });
  const seen = JSON.parse(readFileSync(written.seen, "utf8")) as { audio: string; modes: number[]; env: string[] };
  expect(seen.modes).toEqual([0o700, 0o600]);
  expect(existsSync(dirname(seen.audio))).toBe(false);
  expect(voiceFolders()).toEqual(before);
  expect(seen.env.filter((name) => !["PATH", "PWD", "OLDPWD", "SHLVL", "_"].includes(name))).toEqual([]);
});

test("a local engine that is late is ended with what it started", async () => {
  using folder = temporaryFolder();
  const written = writeWhisper(folder.path, "late");
  const whisper = findWhisper({ ...written, env: {} });
  if (!whisper) throw new Error("not found");
  expect(await localWhisper(whisper, { timeoutMs: 5_000 }).transcribe(wav(toneBursts(three)))).toEqual({
    ok: false,
    reason: "timeout",
  });
  const { pid } = JSON.parse(readFileSync(written.seen, "utf8")) as { pid: number };
  expect(isAlive(pid)).toBe(false);
});

test("when Holdout closes, a local engine that listens is ended with what it started, and nothing of it is left", async () => {
  using folder = temporaryFolder();
  const before = voiceFolders();
  const written = writeWhisper(folder.path, "late");
  const transcribers = new Transcribers(new TranscriberStore(folder.path), { ...written, env: {} });
  const heard = transcribers.chosen()?.transcribe(wav(toneBursts(three)));
  await vi.waitUntil(() => existsSync(written.seen) && readFileSync(written.seen, "utf8") !== "", { timeout: 30_000 });
  await transcribers.close();
  expect(await heard).toEqual({ ok: false, reason: "engine-failed" });
  expect(isAlive((JSON.parse(readFileSync(written.seen, "utf8")) as { pid: number }).pid)).toBe(false);
  expect(voiceFolders()).toEqual(before);
  // nor is one begun after that
  expect(await transcribers.chosen()?.transcribe(wav(toneBursts(three)))).toEqual({
    ok: false,
    reason: "engine-failed",
  });
});

test("it is found by its path or on PATH, and only with its model", () => {
  using folder = temporaryFolder();
  const { program, model } = writeWhisper(folder.path, "words");
  const env = { PATH: ["relative", folder.path].join(":") };
  expect(findWhisper({ program: undefined, model, env })).toEqual({ program, model, env });
  expect(findWhisper({ program: "whisper-cli", model, env })?.program).toBe(program);
  expect(findWhisper({ program: undefined, model, env: { PATH: "relative" } })).toBeUndefined();
  expect(findWhisper({ program: model, model, env })).toBeUndefined(); // no program
  expect(findWhisper({ program, model: join(folder.path, "none.bin"), env })).toBeUndefined();
  expect(findWhisper({ program, model: undefined, env })).toBeUndefined();
});

function voiceFolders(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith("holdout-voice-"));
}
