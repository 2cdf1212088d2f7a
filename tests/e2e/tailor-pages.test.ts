import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Server } from "../support/server.ts";
import { openRealPage, type RealPage } from "./real-page.ts";
import { tabTo } from "./tab-to.ts";

// The real server and a real browser, over our own bank, and no mouse.

let opened: RealPage;
let server: Server;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  opened = await openRealPage();
  ({ server, page, complaints } = opened);
  await page.goto(`${server.url}/jobs/tailor`);
  await page.getByLabel("The description, in English").waitFor();
});
afterAll(() => opened?.close());

const POSTING = `Senior Machine Learning Engineer, Feed Ranking

You build ranking models in PyTorch, run A/B tests, own Airflow pipelines and mentor others.
Requirements: 5+ years, SQL. The process has a take-home. <script>alert(1)</script>`;

test("a pasted description leads to what it asks for, with its words, rounds and gaps", async () => {
  await page.getByLabel("The description, in English").focus();
  await page.keyboard.insertText(POSTING);
  await tabTo(page, /^Read it/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "What it asks for" }).waitFor();
  const main = page.locator("main");
  await expect.poll(() => main.innerText()).toContain("ML Engineer, senior level");
  expect(await main.innerText()).toContain("“A/B tests”");
  expect(await main.innerText()).toContain("take-home");
  expect(await main.innerText()).toContain("not known yet");
  expect(await page.locator("main script").count()).toBe(0);
});

test("one is chosen to prepare for, stays after a reload, and stands in the list", async () => {
  await tabTo(page, /^Prepare for this one/);
  await page.keyboard.press("Enter");
  await page.getByText("You prepare for this one").waitFor();
  await page.reload();
  await page.getByText("You prepare for this one").waitFor();
  await page.goto(`${server.url}/jobs/tailor`);
  await page.getByText("preparing for it").waitFor();
});

test("on a phone nothing runs out of either page", async () => {
  await page.setViewportSize({ width: 360, height: 780 });
  const fits = async () =>
    expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(360);
  await fits();
  await page.getByRole("link", { name: /Feed Ranking/ }).click();
  await page.getByRole("heading", { name: "Rounds to expect" }).waitFor();
  await fits();
  await page.setViewportSize({ width: 1600, height: 1000 });
});

test("other work is told to be so, and a kept description is removed", async () => {
  await page.goto(`${server.url}/jobs/tailor`);
  await page.getByLabel("The description, in English").focus();
  await page.keyboard.insertText("Barista, weekends. You make espresso and like people.");
  await tabTo(page, /^Read it/);
  await page.keyboard.press("Enter");
  await page.getByText("does not read as a posting for work in AI or ML").waitFor();
  await page.goto(`${server.url}/jobs/tailor`);
  await tabTo(page, /^Remove$/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.getByText("Barista", { exact: false }).count()).toBe(0);
});

test("no page complained", () => expect(complaints).toEqual([]));
