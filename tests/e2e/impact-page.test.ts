import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Server } from "../support/server.ts";
import { writeTinyBank } from "../support/tiny-bank.ts";
import { openRealPage, type RealPage } from "./real-page.ts";
import { tabTo } from "./tab-to.ts";

// The real server and a real browser, and no mouse.

let opened: RealPage;
let server: Server;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  opened = await openRealPage(writeTinyBank);
  ({ server, page, complaints } = opened);
  await page.goto(`${server.url}/impact`);
  await page.getByText("What was the change worth?").waitFor();
});
afterAll(() => opened?.close());

const line = () => page.getByLabel("One line, as it would stand there");

test("a calculator is chosen by its name, and its value moves with what is believed", async () => {
  const kinds = page.getByLabel("Kind of change");
  const choices = await kinds.locator("option").allInnerTexts();
  expect(choices.length).toBeGreaterThanOrEqual(7);
  await kinds.focus();
  await page.keyboard.press("End");
  await expect.poll(() => kinds.locator("option:checked").innerText()).toBe(choices.at(-1));
  const main = page.locator("main");
  const before = await main.innerText();
  const first = page.locator('main input[inputmode="decimal"], main input[type="number"]').first();
  await first.focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("0");
  await expect.poll(() => main.innerText()).not.toBe(before);
});

test("a vague line is told what it lacks, a whole one is kept and stays after a reload", async () => {
  await line().focus();
  await page.keyboard.insertText("Worked on the ranking model.");
  await page.getByText("Baseline").first().waitFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(
    "I cut p99 latency of the ranker from 240 ms to 95 ms at 3,000 requests per second by batching.",
  );
  await tabTo(page, /^Keep the line/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Kept lines" }).waitFor();
  await page.reload();
  await page.getByText("5 of 5").waitFor();
});

test("a kept line is changed and removed without a mouse", async () => {
  await tabTo(page, /^Edit/);
  await page.keyboard.press("Enter");
  await expect.poll(() => line().inputValue()).toContain("240 ms");
  await tabTo(page, /^Leave it as it was/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^Remove$/);
  await page.keyboard.press("Enter");
  await page.getByText("The line and its calculation are deleted.").waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.getByRole("heading", { name: "Kept lines" }).count()).toBe(0);
});

test("on a phone nothing runs out of the page", async () => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`${server.url}/impact`);
  await page.getByText("What was the change worth?").waitFor();
  expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(360);
});

test("no page complained", () => expect(complaints).toEqual([]));
