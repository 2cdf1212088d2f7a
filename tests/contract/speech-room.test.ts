import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportEverything } from "../../src/archive.ts";
import { createHttpApp } from "../../src/faces/http/http-app.ts";
import { ApiFailure } from "../../src/features/coding/schema.ts";
import { KeptRecordings, Session, Transcribed } from "../../src/features/interview/schema.ts";
import { TranscriberShown } from "../../src/features/settings/schema.ts";
import { openTinyApp } from "../support/real-app.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";
import { toneBursts } from "../support/tone-bursts.ts";
import { startTranscriptionServer } from "../support/transcription-server.ts";

// A real app over HTTP, and a real server on loopback that hears tones (tests/support/transcription-server.ts).

let folder: ReturnType<typeof temporaryFolder>;
let app: Awaited<ReturnType<typeof openTinyApp>>;
let http: ReturnType<typeof createHttpApp>;
const bugs: unknown[] = [];
beforeAll(async () => {
  folder = temporaryFolder();
  app = await openTinyApp(folder.path);
  http = createHttpApp(app, { port: () => 4600, reportBug: (error) => bugs.push(error) });
});
afterAll(async () => {
  await app.close();
  folder[Symbol.dispose]();
});

const ORIGIN = "http://127.0.0.1:4600";
const VOICE = "/api/settings/transcriber";
const asked = (path: string, init: RequestInit = {}) =>
  http.request(`${ORIGIN}${path}`, { ...init, headers: { host: "127.0.0.1:4600", ...init.headers } });
const sent = (path: string, body: unknown, method = "POST") =>
  asked(path, { method, body: JSON.stringify(body), headers: { "content-type": "application/json", origin: ORIGIN } });
const played = (path: string, body: Uint8Array<ArrayBuffer>, { method = "POST", type = "audio/wav" } = {}) =>
  asked(path, { method, body, headers: { "content-type": type, origin: ORIGIN } });
const failureIn = async (response: Response) => ({
  status: response.status,
  ...ApiFailure.parse(await response.json()).error,
});
const said = toneBursts([
  { silence: 0.5, sound: 0.4 },
  { silence: 1.2, sound: 0.4 },
]);

async function newSession(): Promise<Session> {
  const created = await sent("/api/interviews", {
    title: "Mock",
    role: "mle",
    difficulty: 3,
    rounds: [{ kind: "breadth", title: "Breadth", minutes: 45, breakMinutes: 0 }],
    settings: { persona: "warm", nudgeAfterSeconds: null, interrupts: false },
  });
  return Session.parse(await created.json());
}

const kept = async (response: Response) => KeptRecordings.parse(await response.json()).recordings;

test("without a transcriber it says how to get one, and that typing works", async () => {
  expect(TranscriberShown.parse(await (await asked(VOICE)).json())).toMatchObject({ configured: null, used: "none" });
  const { id } = await newSession();
  for (const path of [`/api/interviews/${id}/transcribe`, `${VOICE}/try`])
    expect(await failureIn(await played(path, said))).toMatchObject({
      status: 409,
      code: "no-transcriber",
      mend: expect.stringContaining("Typing always works"),
    });
});

test("a recording becomes text with its pauses; the key stays with its address and is never shown", async () => {
  await using server = await startTranscriptionServer("words");
  const saved = await sent(VOICE, { baseUrl: server.url, model: "whisper-1", apiKey: "secret-key-1234" }, "PUT");
  const shown = await saved.text();
  expect(shown).not.toContain("secret");
  expect(JSON.parse(shown)).toMatchObject({ used: "endpoint", configured: { keyEnds: "1234" } });
  expect(JSON.parse(shown).sent).toContain(new URL(server.url).host);
  expect(statSync(join(app.config.home, "transcriber.json")).mode & 0o777).toBe(0o600);

  const { id } = await newSession();
  const heard = Transcribed.parse(await (await played(`/api/interviews/${id}/transcribe`, said)).json());
  expect(heard).toMatchObject({ text: "burst1 burst2", engine: expect.stringContaining("whisper-1 at 127.0.0.1") });
  expect(heard.seconds).toBeCloseTo(2, 1);
  expect(heard.pauses).toEqual([expect.closeTo(1.2, 1)]);
  expect(server.heard[0]?.authorization).toBe("Bearer secret-key-1234");
  expect(existsSync(join(app.config.home, "recordings"))).toBe(false); // nothing is kept unasked

  expect(await failureIn(await played("/api/interviews/none/transcribe", said))).toMatchObject({ status: 404 });
  const silence = await failureIn(await played(`${VOICE}/try`, toneBursts([])));
  expect(silence).toMatchObject({ code: "not-heard", message: expect.stringContaining("Nothing was heard") });
  await sent(VOICE, { baseUrl: server.url, model: "whisper-2", apiKey: "" }, "PUT");
  expect(app.settings.voice.show().configured?.keyEnds).toBe("1234");
  await sent(VOICE, { baseUrl: "http://127.0.0.1:9/v1", model: "m", apiKey: "" }, "PUT");
  expect(app.settings.voice.show().configured?.keyEnds).toBe(""); // a key is not handed to another address
  expect(await failureIn(await played(`${VOICE}/try`, said))).toMatchObject({
    status: 502,
    message: expect.stringContaining("could not be reached"),
  });
  await sent(`${VOICE}/remove`, {});
  expect(app.settings.voice.show()).toMatchObject({ configured: null, used: "none" });
});

test("what is no recording, or too large, is refused before anybody hears it", async () => {
  const path = `${VOICE}/try`;
  expect(await failureIn(await sent(path, {}))).toMatchObject({ status: 415, code: "no-recording" });
  const large = await played(path, new Uint8Array(25_000_001));
  expect(await failureIn(large)).toMatchObject({ status: 413, code: "recording-too-large" });
  expect(await failureIn(await sent(VOICE, { baseUrl: "ftp://x", model: "m", apiKey: "" }, "PUT"))).toMatchObject({
    status: 400,
  });
});

test("a recording is kept only on request, for its owner alone; it plays, and goes alone or with all", async () => {
  const { id } = await newSession();
  const at = (event: string) => `/api/interviews/${id}/recordings/${event}`;
  const unasked = await played(at("event-0001"), said, { method: "PUT" });
  expect(await failureIn(unasked)).toMatchObject({ code: "recording-not-asked-for" });
  const webm = Uint8Array.from([1, 2, 3]);
  await played(`${at("event-0001")}?keep=true`, said, { method: "PUT" });
  const type = "audio/webm;codecs=opus";
  const list = await kept(await played(`${at("event-0002")}?keep=true`, webm, { method: "PUT", type }));
  expect(list).toEqual([
    { event: "event-0001", bytes: said.length, type: "audio/wav" },
    { event: "event-0002", bytes: 3, type: "audio/webm" },
  ]);
  const home = join(app.config.home, "recordings", id);
  expect(readdirSync(home)).toEqual(["event-0001.wav", "event-0002.webm"]);
  expect([home, join(home, "event-0001.wav")].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
  const heard = await asked(at("event-0001"));
  expect(heard.headers.get("content-type")).toBe("audio/wav");
  expect(Buffer.from(await heard.arrayBuffer()).equals(Buffer.from(said))).toBe(true);
  const part = await asked(at("event-0001"), { headers: { range: "bytes=4-7" } });
  expect([part.status, part.headers.get("content-range"), part.headers.get("content-type")]).toEqual([
    206,
    `bytes 4-7/${said.length}`,
    "audio/wav",
  ]);
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(Uint8Array.from(said).slice(4, 8));

  await played(`${at("event-0001")}?keep=true`, webm, { method: "PUT", type });
  expect(readdirSync(home)).toEqual(["event-0001.webm", "event-0002.webm"]);
  expect(await kept(await sent(`${at("event-0001")}/remove`, {}))).toHaveLength(1);
  expect((await asked(at("event-0001"))).status).toBe(404);
  expect(await kept(await sent(`/api/interviews/${id}/recordings/remove`, {}))).toEqual([]);
  expect(existsSync(home)).toBe(false);
});

test("an id leads to no other file, however it is written", async () => {
  const { id } = await newSession();
  const recordings = join(app.config.home, "recordings");
  mkdirSync(recordings, { recursive: true });
  writeFileSync(join(app.config.home, "secrets.wav"), "secret");
  writeFileSync(join(recordings, "secrets1.wav"), "secret");
  for (const event of ["..%2F..%2Fsecrets", "..%2Fsecrets1", "a%00bcdefgh", "short", "x".repeat(81), "event.0001"]) {
    const path = `/api/interviews/${id}/recordings/${event}`;
    expect((await asked(path)).status, event).toBe(404);
    const put = await played(`${path}?keep=true`, said, { method: "PUT" });
    expect(put.status, event).toBe(415);
    await sent(`${path}/remove`, {});
  }
  expect((await asked("/api/interviews/..%2F..%2Fhome/recordings/secrets1")).status).toBe(404);
  await sent("/api/interviews/..%2Frecordings/recordings/remove", {});
  expect(readFileSync(join(app.config.home, "secrets.wav"), "utf8")).toBe("secret");
  expect(readFileSync(join(recordings, "secrets1.wav"), "utf8")).toBe("secret");
});

test("how it was spoken is coached after the end, and changes neither score nor words", async () => {
  const text = `${"Each batch is a random sample, um, of the rows. ".repeat(6)}That is why.`;
  const finished = async (spoken: unknown) => {
    const planned = await app.interview.create(
      {
        title: "Mock",
        role: "mle",
        difficulty: 3,
        rounds: [{ kind: "breadth", title: "Breadth", minutes: 45, breakMinutes: 0 }],
        settings: { persona: "warm", nudgeAfterSeconds: null, interrupts: false },
      },
      { seed: 7 },
    );
    const id = planned.ok ? planned.value.id : "";
    const post = async (deed: string, body: object) =>
      Session.parse(await (await sent(`/api/interviews/${id}/${deed}`, body)).json());
    const begun = await post("begin", { event: "event-0001", after: 0 });
    const more = { after: begun.seq, elapsedMs: 60_000, text, spoken };
    const heard = await post("say", { event: "event-0002", ...more });
    expect(heard.coaching).toBeNull();
    await played(`/api/interviews/${id}/recordings/event-0002?keep=true`, said, { method: "PUT" });
    expect(await kept(await asked(`/api/interviews/${id}/recordings`))).toMatchObject([{ event: "event-0002" }]);
    return post("finish", { event: "event-0003", after: heard.seq, elapsedMs: 61_000 });
  };
  const typed = await finished(null);
  const spoken = await finished({ seconds: 60, pauses: [0.5, 6] });
  expect(typed.coaching).toBeNull();
  const says = Object.fromEntries((spoken.coaching?.measures ?? []).map((each) => [each.id, each.says !== null]));
  expect(says).toEqual({
    pace: true,
    fillers: true,
    tags: false,
    "mean-pause": false,
    "longest-pause": true,
    we: false,
  });
  expect(typed.scorecard?.rounds[0]?.score).toEqual(expect.any(Number));
  const { before: _, ...first } = typed.scorecard ?? { before: null };
  const { before: __, ...second } = spoken.scorecard ?? { before: null };
  expect(second).toEqual(first);
  expect(spoken.turns).toEqual(typed.turns);
});

test("recordings stay out of an export, and go with their mock", async () => {
  const { id } = await newSession();
  await played(`/api/interviews/${id}/recordings/event-0001?keep=true`, said, { method: "PUT" });
  const out = join(folder.path, "out");
  expect(await exportEverything(app, out)).toMatchObject({ ok: true });
  const names = readdirSync(out, { recursive: true, encoding: "utf8" });
  expect(names.filter((name) => /recording|\.wav$|\.webm$/.test(name))).toEqual([]);
  await sent(`/api/interviews/${id}/remove`, {});
  expect(existsSync(join(app.config.home, "recordings", id))).toBe(false);
  expect((await asked(`/api/interviews/${id}/recordings`)).status).toBe(404);
});

test("nothing of this was a bug", () => expect(bugs).toEqual([]));
