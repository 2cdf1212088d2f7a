import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Session } from "../../src/features/interview/schema.ts";
import type { Server } from "../support/server.ts";
import { writeTinyBank } from "../support/tiny-bank.ts";
import { writeTinyCase } from "../support/tiny-case.ts";
import { mockOn } from "./mock-on.ts";
import { openRealPage, type RealPage } from "./real-page.ts";

// A design round in a real browser over a small case: talk, sheet, canvas, a run by the server, a reload in between.

const DESIGN =
  "gateway{zones=2} -> app:service{cpu=4 x4, time=10ms, zones=2}[timeout=80ms, retry=3, budget=1] -> ranker";
const ANSWER =
  "Each batch is then a random sample of the data, and its gradient is an unbiased estimate of the full gradient.";

let opened: RealPage;
let server: Server;
let page: Page;
let url: string;

beforeAll(async () => {
  opened = await openRealPage((contentDir) => {
    writeTinyBank(contentDir);
    writeTinyCase(contentDir);
  });
  ({ server, page } = opened);
  const body = {
    title: "Design",
    role: "mle",
    difficulty: 3,
    rounds: [{ kind: "design", title: "System design", minutes: 45, breakMinutes: 0 }],
    settings: { persona: "terse", nudgeAfterSeconds: null, interrupts: false },
  };
  const headers = { "content-type": "application/json" };
  const created = await fetch(`${server.url}/api/interviews`, { method: "POST", headers, body: JSON.stringify(body) });
  const { id } = (await created.json()) as Session;
  url = `${server.url}/interview/${id}`;
});
afterAll(() => opened?.close());

const interviewer = (): Locator => page.getByRole("region", { name: "The interviewer" });
const beside = (): Locator => page.getByRole("region", { name: "The design", exact: true });
const text = (): Locator => page.getByRole("region", { name: "The design as text" }).locator(".cm-content");
const phase = (): Locator => page.getByRole("list", { name: "Parts of this round" }).locator("[aria-current=step]");

async function say(words: string): Promise<void> {
  await page.getByLabel("Your words").fill(words);
  await page.getByRole("button", { name: /^Say it/ }).click();
  await expect.poll(() => page.getByLabel("Your words").inputValue(), { timeout: 60_000 }).toBe("");
}

test("what is asked for is told, and stands beside the talk", async () => {
  await page.goto(url);
  await page.getByRole("button", { name: /^Begin/ }).click();
  await interviewer().getByText("A small shop wants rows of items").waitFor();
  await say("How many requests per second are there?");
  await interviewer().getByText("A hundred requests a second").waitFor();
  await page.getByText("You were told 1 thing").waitFor();
  expect(await beside().innerText()).not.toContain("Four thousand");
});

test("the questions of the case follow, then the sheet, which survives a reload", async () => {
  await page.getByRole("button", { name: "No more questions" }).click();
  await expect.poll(() => phase().innerText()).toContain("Scope and formulation");
  for (let turn = 0; turn < 6 && (await phase().innerText()).includes("Scope"); turn++) await say(ANSWER);
  await page.getByLabel("How many requests arrive on a day").fill("9 million");
  await page.reload();
  await expect.poll(() => page.getByLabel("How many requests arrive on a day").inputValue()).toBe("9 million");
  // Enter goes on to the next row, and behind the last one to the button: the sheet is handed in once
  await page.getByLabel("How many requests arrive on a day").press("Enter");
  await page.locator("input:focus").press("Enter");
  await page.locator("input:focus").press("Enter");
  await page.getByRole("button", { name: "Hand in the sheet" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => phase().innerText()).toContain("Drawing");
  expect(await beside().innerText()).not.toContain("8.6");
});

test("a drawing is run by the server from the editor alone, and stands there after a reload", async () => {
  await text().click();
  await page.keyboard.type(DESIGN);
  await page.keyboard.press("Escape");
  await expect.poll(() => text().innerText()).toBe(DESIGN);
  // in the words box the same keys say the words
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: /^Run 1: \d of 3 objectives met/ }).waitFor({ timeout: 60_000 });
  await interviewer()
    .getByText(/^Run 1 meets/)
    .waitFor();
  await page.reload();
  await page.getByRole("heading", { name: /^Run 1:/ }).waitFor();
  await expect.poll(() => text().innerText()).toBe(DESIGN);
});

test("with the editor open, Ctrl-Enter in the words says them", async () => {
  await page.getByLabel("Your words").fill("The gateway hands over to the app.");
  await page.getByLabel("Your words").press("Control+Enter");
  await page
    .getByRole("list", { name: "Turns of this round" })
    .getByText("The gateway hands over to the app.")
    .waitFor();
  expect(await page.getByRole("heading", { name: /^Run 2/ }).count()).toBe(0);
});

test("while words are on their way no run can be asked for that would be lost", async () => {
  const said = Promise.withResolvers<void>();
  await page.route("**/api/interviews/*/say", async (route) => {
    await said.promise;
    await route.continue();
  });
  await page.getByLabel("Your words").fill("The app waits for the ranker.");
  await page.getByLabel("Your words").press("Control+Enter");
  await page.getByRole("button", { name: "The interviewer listens" }).waitFor();
  const run = page.getByRole("button", { name: "Run", exact: true });
  expect(await run.isDisabled()).toBe(true);
  expect(await page.getByRole("button", { name: "The drawing is done" }).isDisabled()).toBe(true);
  said.resolve();
  await expect.poll(() => run.isEnabled()).toBe(true);
  await page.unroute("**/api/interviews/*/say");
});

test("the defence is asked about the run, and the scorecard has the six dimensions of a panel", async () => {
  await page.getByRole("button", { name: "The drawing is done" }).click();
  await expect.poll(() => phase().innerText()).toContain("Defence");
  const over = page.getByRole("heading", { name: /scorecard|hire|no hire/i }).first();
  for (let turn = 0; turn < 12 && (await page.getByLabel("Your words").count()) > 0; turn++) {
    await page.getByLabel("Your words").fill(ANSWER);
    await page.getByRole("button", { name: /^Say it/ }).click();
    await expect
      .poll(
        async () =>
          (await page.getByLabel("Your words").count()) === 0 ||
          (await page.getByLabel("Your words").inputValue()) === "",
        { timeout: 60_000 },
      )
      .toBe(true);
  }
  await over.waitFor();
  await page.getByText("Deployment and reliability").first().waitFor();
});

test("the replay has the drawing of the run, as a picture and as its text", async () => {
  await page
    .getByRole("listitem")
    .filter({ hasText: /ran it.*of 3 objectives met/s })
    .focus();
  const made = page.getByRole("region", { name: "The design at this moment" });
  expect(await made.getByRole("region", { name: /^The design as it stood/ }).innerText()).toContain(DESIGN);
  await made.getByRole("button", { name: "Drawn" }).click();
  await made.getByRole("img", { name: "The drawing: 3 components, 2 arrows" }).waitFor();
  await mockOn(opened).inFourLooks("interview-replay-design", made);
  expect(opened.complaints).toEqual([]);
});
