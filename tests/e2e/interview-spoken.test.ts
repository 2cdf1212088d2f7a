import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Session } from "../../src/features/interview/schema.ts";
import { type Server, startServer } from "../support/server.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";
import { toneBursts } from "../support/tone-bursts.ts";
import { startTranscriptionServer } from "../support/transcription-server.ts";
import { launchBrowser } from "./browser.ts";

// A whole spoken round: Chromium's fake microphone plays tones, a transcription server on loopback hears one word a tone.

const opened = new AsyncDisposableStack();
let server: Server;
let browser: Browser;
let page: Page;
let id: string;
const complaints: string[] = [];

beforeAll(async () => {
  const folder = opened.use(temporaryFolder()).path;
  const voice = join(folder, "voice.wav");
  writeFileSync(
    voice,
    toneBursts([
      { silence: 0.4, sound: 0.5 },
      { silence: 1.2, sound: 0.5 },
    ]),
  );
  const transcription = opened.use(await startTranscriptionServer("words"));
  const env = { HOLDOUT_HOME: folder, HOLDOUT_WHISPER_MODEL: "" };
  server = opened.adopt(await startServer(env), ({ kill }) => kill("SIGTERM"));
  const fake = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
  const args = [...fake, `--use-file-for-fake-audio-capture=${voice}`];
  browser = opened.adopt(await launchBrowser(args), (launched) => launched.close());
  const settings = { baseUrl: transcription.url, model: "whisper-1", apiKey: "k" };
  const set = await send("PUT", "/api/settings/transcriber", settings);
  if (!set.ok) throw new Error(await set.text());
  const rounds = [{ kind: "behavioral", title: "Behavioral", minutes: 20, breakMinutes: 0 }];
  const manner = { persona: "warm", nudgeAfterSeconds: null, interrupts: false };
  const body = { title: "Spoken", role: "mle", difficulty: 3, rounds, settings: manner };
  const created = (await (await send("POST", "/api/interviews", body)).json()) as Session;
  id = created.id;
  page = await (await browser.newContext({ viewport: { width: 1200, height: 1400 } })).newPage();
  await page.addInitScript(() => {
    for (const name of ["SpeechRecognition", "webkitSpeechRecognition"])
      Object.defineProperty(globalThis, name, { value: undefined });
  });
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
});
afterAll(() => opened.disposeAsync());

function send(method: string, path: string, body: object): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(server.url + path, { method, headers, body: JSON.stringify(body) });
}
const session = async () => (await (await fetch(`${server.url}/api/interviews/${id}`)).json()) as Session;

test("an answer is spoken by a key, becomes text, and is said; the recording is kept because it was asked for", async () => {
  await page.goto(`${server.url}/interview/${id}`);
  await page.getByRole("button", { name: "Begin" }).first().click();
  await page.getByLabel("Your words").waitFor();
  await page.getByLabel("Keep my recordings").check();
  await page.getByLabel("Your words").fill("Typed before.");
  await page.keyboard.press("Alt+s");
  const recorded = page.getByRole("timer", { name: "Recorded" });
  await recorded.waitFor();
  await expect
    .poll(async () => Number((await recorded.innerText()).slice(-2)), { timeout: 30_000 })
    .toBeGreaterThanOrEqual(6);
  // what is spoken at this moment would be lost
  await page.keyboard.press("Control+Enter");
  await page.getByText("once what you speak has become text").waitFor();
  expect(await page.getByRole("button", { name: /^Say it/ }).isDisabled()).toBe(true);
  await page.keyboard.press("Alt+s");
  await expect
    .poll(() => page.getByLabel("Your words").inputValue(), { timeout: 30_000 })
    .toMatch(/^Typed before. burst1 burst2/i);
  await page.getByLabel("Your words").focus();
  await page.keyboard.press("Control+Enter");
  const said = async () => (await session()).turns.find(({ who }) => who === "candidate")?.text ?? "";
  await expect.poll(said, { timeout: 60_000 }).toMatch(/^Typed before. burst1 burst2/i);
  await expect.poll(async () => (await session()).turns.at(-1)?.who, { timeout: 60_000 }).toBe("interviewer");
});

test("afterwards the recording can be heard and deleted, and delivery stands apart from the score", async () => {
  const { seq } = await session();
  await send("POST", `/api/interviews/${id}/finish`, { event: "finish-event", after: seq, elapsedMs: 60_000 });
  await page.reload();
  await page.getByRole("heading", { name: "How you spoke" }).waitFor();
  await page.getByText("nothing of it is in the score", { exact: false }).waitFor();
  await page.getByLabel("Recording 1").waitFor();
  await page.setViewportSize({ width: 360, height: 780 });
  expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(360);
  const [sheet, player] = await Promise.all([
    page.getByRole("region", { name: "Your recordings" }).boundingBox(),
    page.getByLabel("Recording 1").boundingBox(),
  ]);
  expect((player?.x ?? 0) + (player?.width ?? 0)).toBeLessThanOrEqual((sheet?.x ?? 0) + (sheet?.width ?? 0));
  await page.getByRole("button", { name: "Delete all" }).click();
  await page.getByRole("button", { name: "Delete them" }).click();
  await expect.poll(() => page.getByLabel("Recording 1").count()).toBe(0);
  expect(complaints).toEqual([]);
});
