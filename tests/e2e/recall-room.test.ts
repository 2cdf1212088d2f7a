import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadBank } from "../../src/shared/content/bank.ts";
import { loadQuestions } from "../../src/shared/content/question-bank.ts";
import { ROOT, type Server } from "../support/server.ts";
import { openRealPage, type RealPage } from "./real-page.ts";

// The real server, grader and bank, a real browser, and no mouse.

const contentDir = join(ROOT, "content");
const practice = loadQuestions(contentDir, loadBank(contentDir)).questions.filter(({ part }) => part === "practice");
const spoken = practice.find(({ question }) => question.kind === "scenario" && question.probes.length > 0);
const plotted = practice.find(({ question }) => question.plot);

let opened: RealPage;
let server: Server;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  opened = await openRealPage();
  ({ server, page, complaints } = opened);
});
afterAll(() => opened?.close());

test("a session begins by a key, and asks a question without its rubric", async () => {
  await page.goto(`${server.url}/recall`);
  await page.locator("[data-row]").first().waitFor();
  await expect.poll(() => page.locator("[data-row]").count()).toBe(practice.length);
  await page.keyboard.press("g");
  await page.getByLabel("Your answer").waitFor();
  expect(await page.getByText("A model answer", { exact: true }).count()).toBe(0);
});

test("search finds by words of the prompt", async () => {
  await page.goto(`${server.url}/recall`);
  await page.locator("[data-row]").first().waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type(spoken?.question.title ?? "");
  await expect.poll(() => page.locator("[data-row]").count()).toBeLessThan(5);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.getByLabel("Your answer").waitFor();
  expect(page.url()).toContain(`/recall/${spoken?.slug}`);
});

test("an answer is graded by Ctrl-Enter, with its evidence marked and a follow-up for what is missing", async () => {
  await page.keyboard.type(spoken?.question.answers.partial.text.replaceAll("\n", " ") ?? "");
  await page.keyboard.press("Control+Enter");
  await page.getByText("A model answer", { exact: true }).waitFor({ timeout: 60_000 });
  await expect.poll(() => page.locator("mark").count()).toBeGreaterThan(0);
  await expect
    .poll(() => page.getByRole("list", { name: "Criteria" }).locator("li").count())
    .toBe(spoken?.question.rubric.length);
  await page.getByRole("region", { name: "Follow-up" }).waitFor();
});

test("the learner may overrule a criterion, and the schedule says when the question returns", async () => {
  const button = page.getByRole("button", { name: /^I did say this/ }).first();
  await button.focus();
  await page.keyboard.press("Enter");
  await page.getByText("met, by your own mark").first().waitFor();
  await expect.poll(() => page.getByText(/Returns (tomorrow|in \d+ days)/).count()).toBe(1);
});

test("what was typed survives a reload", async () => {
  await page.goto(`${server.url}/recall/${plotted?.slug}`);
  await page.getByLabel("Your answer").fill("a thought that must not be lost");
  await page.reload();
  await expect.poll(() => page.getByLabel("Your answer").inputValue()).toContain("a thought that must not be lost");
});

test("a plot is drawn from its data, and the data can be read", async () => {
  await page.getByRole("img", { name: plotted?.question.plot?.title ?? "" }).waitFor();
  await expect.poll(() => page.locator("figure table tbody tr").count()).toBeGreaterThan(1);
});

test("the session ends by a key in what it came to", async () => {
  await page.keyboard.press("Control+Enter");
  await page.getByText("A model answer", { exact: true }).waitFor({ timeout: 60_000 });
  await page.keyboard.press("e");
  await page.getByRole("heading", { name: "This session" }).waitFor();
  await expect
    .poll(() => page.getByRole("list", { name: "Answers" }).locator("> li").count())
    .toBeGreaterThanOrEqual(1);
});

test("on a phone nothing runs out of the page", async () => {
  await page.setViewportSize({ width: 360, height: 780 });
  for (const path of ["/recall", `/recall/${plotted?.slug}`, "/settings"]) {
    await page.goto(`${server.url}${path}`);
    await page.locator("h1").first().waitFor();
    expect(await page.locator("html").evaluate((html) => html.scrollWidth), path).toBeLessThanOrEqual(360);
  }
});

test("no page complained", () => expect(complaints).toEqual([]));
