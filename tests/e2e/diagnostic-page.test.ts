import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Server } from "../support/server.ts";
import { openRealPage, type RealPage } from "./real-page.ts";
import { tabTo } from "./tab-to.ts";

// The real server, grader and bank, a real browser, and no mouse: a diagnostic from its start to its map.

const ANSWER =
  "I would first measure it on data that was held out, compare it with a plain baseline, and look at the errors by slice before I change the model.";
const SLOW_MS = 60_000;

let opened: RealPage;
let server: Server;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  opened = await openRealPage();
  ({ server, page, complaints } = opened);
});
afterAll(() => opened?.close());

const box = (on = page) => on.getByLabel("Your answer");
const title = (on = page) => on.locator("h1").innerText();
const onQuestion = (seq: number, on = page) =>
  on.getByLabel("Progress").getByText(`question ${seq}`, { exact: true }).waitFor({ timeout: SLOW_MS });

/** Pictures for the eye, kept where HOLDOUT_PICTURES names a folder: of both looks, on a phone and on a wide screen. */
async function keepPictures(name: string): Promise<void> {
  const folder = process.env.HOLDOUT_PICTURES;
  if (!folder) return;
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [width, height] of [[360, 780] as const, [1600, 1000] as const]) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
}

test("the start says what it costs, and begins by a key with the focus in the box", async () => {
  await page.goto(`${server.url}/diagnostic`);
  await page.getByText(/Not measured here: coding/).waitFor();
  await page.getByText(/unseen questions for this role/).waitFor();
  await keepPictures("start");
  await tabTo(page, /^Begin the diagnostic$/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/diagnostic\/./);
  await box().and(page.locator(":focus")).waitFor({ timeout: SLOW_MS });
  await onQuestion(1);
});

test("what is typed and the time survive a reload, at the same question", async () => {
  const asked = await title();
  await page.keyboard.insertText(ANSWER);
  await keepPictures("question");
  await page.reload();
  await expect.poll(() => box().inputValue()).toBe(ANSWER);
  expect(await title()).toBe(asked);
});

test("an answer leads to the next question without a word on how it went; another tab is told", async () => {
  const other = await opened.context.newPage();
  await other.goto(page.url());
  await box(other).waitFor();
  const asked = await title();
  await page.bringToFront();
  await box().focus();
  await page.keyboard.press("Control+Enter");
  await onQuestion(2);
  expect(await title()).not.toBe(asked);
  expect(await box().inputValue()).toBe("");
  expect(await page.locator("main").innerText()).not.toMatch(/of the points|evidence/);
  await other.bringToFront();
  await box(other).fill("Something else, typed too late.");
  await other.keyboard.press("Control+Enter");
  await other.getByText(/answered or left in another tab/).waitFor({ timeout: SLOW_MS });
  await onQuestion(2, other);
  await other.close();
  await page.bringToFront();
});

test("not knowing and passing over go on at once", async () => {
  await tabTo(page, /^I don't know$/);
  await page.keyboard.press("Enter");
  await onQuestion(3);
  await tabTo(page, /^Pass over$/);
  await page.keyboard.press("Enter");
  await onQuestion(4);
  await box().focus();
  await page.keyboard.insertText(ANSWER);
  await page.keyboard.press("Control+Enter");
  await onQuestion(5);
});

test("it ends in a map with one's own words, where to begin, and what is left", async () => {
  await tabTo(page, /^End here$/);
  await page.keyboard.press("Enter");
  await page.getByText("This question is spent").waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /^First map for/ }).waitFor({ timeout: SLOW_MS });
  await page.getByText(ANSWER.slice(0, 60)).first().waitFor();
  await expect.poll(() => page.getByText("not enough evidence").count()).toBeGreaterThan(3);
  await page.getByText(/unseen questions are left/).waitFor();
  expect(await page.evaluate("Object.keys(localStorage).filter((key) => key.includes('diagnostic'))")).toEqual([]);
  await keepPictures("map");
  await page
    .getByRole("link", { name: /^Practise/ })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/recall\?area=/);
  await page.goto(`${server.url}/diagnostic`);
  await page.getByRole("heading", { name: "Earlier diagnostics" }).waitFor();
});

test("on a phone nothing runs out of the page", async () => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`${server.url}/diagnostic`);
  await tabTo(page, /^ML Engineer$/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /^First map for/ }).waitFor();
  expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(360);
});

test("the page did not complain", () => {
  expect(complaints).toEqual([]);
});
