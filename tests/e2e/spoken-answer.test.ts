import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Server, startServer } from "../support/server.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";
import { toneBursts } from "../support/tone-bursts.ts";
import { startTranscriptionServer, type TranscriptionServer } from "../support/transcription-server.ts";
import { launchBrowser } from "./browser.ts";

// A real browser records from Chromium's fake microphone, which plays tones over and over; the real server hands the recording to
// a server of ours that hears one word a tone. No speech is recognised. The browser's own dictation needs its maker's servers: it is
// taken away, as it is in Firefox, or a stand-in says fixed words, or it stays silent as it does without them.

const LOOP = [
  { silence: 0.4, sound: 0.5 },
  { silence: 1.2, sound: 0.5 },
];
/** The pauses that the loop has: between its tones, and over its seam. */
const PAUSES = [1.2, 0.9];

const opened = new AsyncDisposableStack();
let server: Server;
let transcription: TranscriptionServer;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  const folder = opened.use(temporaryFolder()).path;
  const voice = join(folder, "voice.wav");
  writeFileSync(voice, toneBursts(LOOP));
  transcription = opened.use(await startTranscriptionServer("words"));
  server = opened.adopt(await startServer({ HOLDOUT_HOME: folder, HOLDOUT_WHISPER_MODEL: "" }), ({ kill }) =>
    kill("SIGTERM"),
  );
  const fake = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
  browser = opened.adopt(await launchBrowser([...fake, `--use-file-for-fake-audio-capture=${voice}`]), (launched) =>
    launched.close(),
  );
  page = await newPage();
});
afterAll(() => opened.disposeAsync());

async function newPage(dictation: "taken away" | "the browser's own" | "a stand-in" = "taken away"): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 1400 } });
  const made = await context.newPage();
  if (dictation === "taken away")
    await made.addInitScript(() => {
      for (const name of ["SpeechRecognition", "webkitSpeechRecognition"])
        Object.defineProperty(globalThis, name, { value: undefined });
    });
  if (dictation === "a stand-in") await made.addInitScript({ content: DICTATION });
  made.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  made.on("pageerror", (error) => complaints.push(error.message));
  return made;
}

/** Says three words as a browser's recogniser would, and the last of them when it is stopped. */
const DICTATION = `globalThis.SpeechRecognition = class {
  start() { setTimeout(() => this.says("so it", true), 100); setTimeout(() => this.says("is"), 200); }
  stop() { this.says("is so", true); setTimeout(() => this.onend(), 50); }
  abort() { this.onend(); }
  says(transcript, isFinal = false) { this.onresult({ resultIndex: 0, results: [{ isFinal, 0: { transcript } }] }); }
}`;

const speech = (on = page) => on.getByRole("region", { name: "Speech" });
const talk = (on = page) => speech(on).locator("[data-speak]");
const recorded = (on = page) => speech(on).getByRole("timer", { name: "Recorded" });
const hasRecorded = (seconds: number, on = page) =>
  expect
    .poll(async () => Number((await recorded(on).innerText()).slice(-2)), { timeout: 30_000 })
    .toBeGreaterThanOrEqual(seconds);

test("without dictation and without a transcriber it says that typing works, and how to get one", async () => {
  await page.goto(`${server.url}/settings`);
  await speech().getByText("Typing always works", { exact: false }).waitFor();
  await speech().getByText("Nothing is sent", { exact: false }).waitFor();
  await speech().getByText("No local Whisper was found", { exact: false }).waitFor();
  expect(await talk().count()).toBe(0);
});

test("a server is set by keyboard, and it says where recordings go", async () => {
  await speech().getByLabel("Address of an OpenAI-compatible server").focus();
  await page.keyboard.type(transcription.url);
  await page.keyboard.press("Tab");
  await page.keyboard.type("whisper-1");
  await page.keyboard.press("Tab");
  await page.keyboard.type("secret-key-1234");
  await page.keyboard.press("Enter");
  await talk().waitFor();
  const { host } = new URL(transcription.url);
  await speech().getByText(`goes to ${host}, whole`, { exact: false }).first().waitFor();
  expect(await page.content()).not.toContain("secret-key");
});

test("a tap of the key records, the meter moves, another tap makes text with its pauses", async () => {
  await page.keyboard.press("Alt+r");
  await recorded().waitFor();
  const loudness = speech().getByRole("meter", { name: "Loudness" });
  await expect
    .poll(() => loudness.evaluate((meter) => (meter as unknown as { value: number }).value), { timeout: 20_000 })
    .toBeGreaterThan(0.5);
  await hasRecorded(6); // two rounds of the loop
  await page.keyboard.press("Alt+r");
  await speech()
    .getByText(/^burst1 burst2 burst3/)
    .waitFor({ timeout: 30_000 });
  const told = await speech().getByText("from the first word to the last").innerText();
  const pauses = [...told.matchAll(/(\d\.\d)(?=,| s$)/g)].map(([, value]) => Number(value));
  expect(pauses.length).toBeGreaterThanOrEqual(2);
  for (const pause of pauses)
    expect(Math.min(...PAUSES.map((known) => Math.abs(known - pause))), told).toBeLessThan(0.25);
  expect(transcription.heard.at(-1)).toMatchObject({ authorization: "Bearer secret-key-1234" });
});

test("held by the pointer it stops when let go; by a click it goes on until the next", async () => {
  const before = transcription.heard.length;
  await talk().hover();
  await page.mouse.down();
  await hasRecorded(2);
  await page.mouse.up();
  await expect.poll(() => transcription.heard.length, { timeout: 30_000 }).toBe(before + 1);
  await speech().getByRole("button", { name: "Speak" }).click();
  await hasRecorded(2);
  await speech().getByRole("button", { name: "Stop" }).click();
  await expect.poll(() => transcription.heard.length, { timeout: 30_000 }).toBe(before + 2);
});

test("Escape throws a recording away, and nobody hears it", async () => {
  const before = transcription.heard.length;
  await speech().getByRole("button", { name: "Speak" }).waitFor();
  await page.keyboard.press("Alt+r");
  await recorded().waitFor();
  await page.keyboard.press("Escape");
  await speech().getByRole("button", { name: "Speak" }).waitFor();
  expect(await recorded().count()).toBe(0);
  expect(transcription.heard.length).toBe(before);
});

test("a transcriber that is gone is told in place, and the same recording is heard once it is there again", async () => {
  const settings = `${server.url}/api/settings/transcriber`;
  const set = (baseUrl: string) =>
    page.request.put(settings, { data: { baseUrl, model: "whisper-1", apiKey: "" }, headers: { origin: server.url } });
  await set("http://127.0.0.1:9/v1");
  await page.keyboard.press("Alt+r");
  await hasRecorded(2);
  await page.keyboard.press("Alt+r");
  await speech().getByText("could not be reached", { exact: false }).waitFor({ timeout: 30_000 });
  const before = transcription.heard.length;
  await set(transcription.url);
  await speech().getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => transcription.heard.length, { timeout: 30_000 }).toBe(before + 1);
  await expect
    .poll(() => speech().getByText("could not be reached", { exact: false }).count(), { timeout: 30_000 })
    .toBe(0);
  expect(complaints.splice(0).filter((each) => !each.includes("502"))).toEqual([]); // the browser logs every refusal
});

test("where the browser dictates, its words are taken with the pauses of the recording, and no server hears it", async () => {
  const before = transcription.heard.length;
  const other = await newPage("a stand-in");
  await other.goto(`${server.url}/settings`);
  await talk(other).waitFor();
  await other.getByRole("button", { name: "Use the browser’s dictation instead" }).click();
  await other.keyboard.press("Alt+r");
  await speech(other).getByText("so it is", { exact: true }).waitFor();
  await hasRecorded(4, other);
  await other.keyboard.press("Alt+r");
  await speech(other).getByText("so it is so", { exact: true }).waitFor({ timeout: 30_000 });
  expect(await speech(other).getByText("from the first word to the last").innerText()).toMatch(/pauses of \d/);
  expect(transcription.heard.length).toBe(before);
  await other.close();
});

test("where the browser's dictation hears nothing, or breaks off, the transcriber hears the whole recording", async () => {
  const before = transcription.heard.length;
  const other = await newPage("the browser's own"); // which has nobody to ask here
  await other.goto(`${server.url}/settings`);
  await talk(other).waitFor();
  await other.getByRole("button", { name: "Use the browser’s dictation instead" }).click();
  await other.keyboard.press("Alt+r");
  await hasRecorded(2, other);
  await other.keyboard.press("Alt+r");
  await speech(other)
    .getByText(/^burst1/)
    .waitFor({ timeout: 30_000 });
  expect(transcription.heard.length).toBe(before + 1);
  await other.close();
});

test("a microphone that may not be used is told, with what to do", async () => {
  const other = await newPage();
  await other.addInitScript(
    'navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("denied", "NotAllowedError"))',
  );
  await other.goto(`${server.url}/settings`);
  await talk(other).click();
  await speech(other).getByRole("alert").getByText("Allow it in the address bar", { exact: false }).waitFor();
  await other.close();
});

test("on a phone nothing runs out of the page, and no page complained", async () => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.reload();
  await talk().waitFor();
  expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(360);
  expect(complaints).toEqual([]);
});
