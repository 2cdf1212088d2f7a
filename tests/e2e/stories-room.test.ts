import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Server } from "../support/server.ts";
import { STORY } from "../support/stories.ts";
import { openRealPage, type RealPage } from "./real-page.ts";
import { tabTo } from "./tab-to.ts";

// The real server, grader and bank, a real browser, and no mouse.

let opened: RealPage;
let server: Server;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  opened = await openRealPage();
  ({ server, page, complaints } = opened);
});
afterAll(() => opened?.close());

const box = () => page.getByLabel("Your story", { exact: true }).and(page.locator("textarea"));
test("an empty bank says how to begin, and its button leads to the name of the first story", async () => {
  await page.goto(`${server.url}/stories`);
  await page.getByText("Tell your first story").waitFor();
  await expect.poll(() => page.getByRole("navigation", { name: "Stories" }).getByRole("link").count()).toBe(4);
  await tabTo(page, /^Begin one/);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Fraud at noon");
  await page.keyboard.press("Enter");
  await box().waitFor();
  expect(await page.locator("h1").innerText()).toBe("Fraud at noon");
});

test("what is typed is saved, and survives a reload", async () => {
  await box().focus();
  await page.keyboard.insertText("It began on a Friday");
  await page.getByText(/^saved /).waitFor();
  await page.reload();
  await expect.poll(() => box().inputValue()).toBe("It began on a Friday");
});

test("a telling is heard by Ctrl-Enter: proportions, passages with their parts, what would be asked", async () => {
  await box().focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(STORY);
  await page.keyboard.press("Control+Enter");
  const proportions = page.getByRole("region", { name: "Proportions" });
  await proportions.waitFor({ timeout: 60_000 });
  for (const part of ["Situation", "Task", "Action", "Result", "Learning"])
    expect(
      await proportions
        .getByRole("listitem")
        .filter({ hasText: new RegExp(`^\\s*${part} `) })
        .innerText(),
    ).toMatch(/\d+ %, \d+ s/);
  await expect.poll(() => page.locator("h2:focus").count()).toBe(1);
  expect(await page.getByRole("region", { name: "Your story" }).innerText()).toContain("Instead I added");
});

test("an answer to a follow-up stays with the story", async () => {
  await tabTo(page, /Answer: You said/);
  await page.keyboard.press("Enter");
  await page.locator("textarea:focus").waitFor();
  await page.keyboard.insertText("By the hour, over eight weeks.");
  await tabTo(page, /^Keep the answer/);
  await page.keyboard.press("Enter");
  await page.getByText("By the hour, over eight weeks.").waitFor();
});

test("the next length begins from the sentences that are worth most", async () => {
  await page.locator("h2").first().focus();
  await page.keyboard.press("n");
  await box().waitFor();
  const short = await box().inputValue();
  expect(short.length).toBeGreaterThan(0);
  expect(short.length).toBeLessThanOrEqual(STORY.length);
});

test("the matrix shows gaps, and a question leads to a story told under it", async () => {
  await page.goto(`${server.url}/stories`);
  const coverage = page.getByRole("region", { name: "What they cover" });
  await coverage.waitFor();
  await expect.poll(() => coverage.getByRole("row").count()).toBe(12);
  await expect.poll(() => coverage.getByLabel("no story", { exact: true }).count()).toBeGreaterThan(0);
  await tabTo(page, /^Answer it/);
  await page.keyboard.press("Enter");
  await page.getByText("What they listen for, and what each level shows").waitFor();
  await tabTo(page, /^(Answer with it|Answer with a new story)/);
  await page.keyboard.press("Enter");
  await box().waitFor();
  expect(page.url()).toContain("prompt=");
});

test("on a phone nothing runs out of the page", async () => {
  await page.setViewportSize({ width: 360, height: 780 });
  const { stories, prompts } = await (await page.request.get(`${server.url}/api/stories`)).json();
  const id = stories.find((each: { tellings: number }) => each.tellings > 0).id;
  const { tellings } = await (await page.request.get(`${server.url}/api/stories/${id}`)).json();
  const paths = ["/stories", `/stories/${id}?telling=${tellings[0].id}`, `/stories/prompt/${prompts[0].slug}`];
  for (const path of paths) {
    await page.goto(`${server.url}${path}`);
    await page.locator("h1").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.locator("html").evaluate((html) => html.scrollWidth), path).toBeLessThanOrEqual(360);
  }
});

test("no page complained", () => expect(complaints).toEqual([]));
