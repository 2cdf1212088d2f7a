import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DRILL, listenerNamed, typed, writeOneDrill } from "../support/explain-drills.ts";
import type { Server } from "../support/server.ts";
import { writeTinyBank } from "../support/tiny-bank.ts";
import { openRealPage, type RealPage } from "./real-page.ts";

// The real server and grader, one drill of the bank, a real browser, and no mouse.

const EXECUTIVE = listenerNamed("executive");
const JUNIOR = listenerNamed("junior");

let opened: RealPage;
let server: Server;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  opened = await openRealPage((contentDir) => {
    writeTinyBank(contentDir);
    writeOneDrill(contentDir);
  });
  ({ server, page, complaints } = opened);
});
afterAll(() => opened?.close());

const box = () => page.getByLabel("Your explanation");
const toldHow = () => page.getByText("A model explanation for this listener").waitFor({ timeout: 60_000 });

test("the list says what comes next, and a key begins it", async () => {
  await page.goto(`${server.url}/explain`);
  await page.getByRole("link", { name: /^Explain it/ }).waitFor();
  await expect.poll(() => page.getByRole("navigation", { name: "Stories" }).getByRole("link").count()).toBe(4);
  await page.keyboard.press("j");
  expect(await page.locator("[data-row]:focus").innerText()).toBe("Precision and recall");
  await page.keyboard.press("Enter");
  await box().waitFor();
  await page.goto(`${server.url}/explain`);
  await page.locator("[data-row]").first().waitFor();
  await page.keyboard.press("g");
  await box().waitFor();
  expect(page.url()).toContain(`/explain/${DRILL}?audience=executive`);
});

test("while one writes, words are counted and nothing of the rubric is told", async () => {
  await page.getByText("chief operating officer").waitFor();
  await page.keyboard.type("Our recall and our F1 are fine");
  await page.getByText("7 words of 70 to 170").waitFor();
  const shown = await page.locator("main").innerText();
  for (const secret of ["how much of the fraud we catch", "smoke detector", "does not know"])
    expect(shown).not.toContain(secret);
  expect(await page.locator("mark").count()).toBe(0);
});

test("what was typed survives a reload", async () => {
  await page.reload();
  await expect.poll(() => box().inputValue()).toContain("Our recall and our F1");
});

test("an explanation is read by Ctrl-Enter: marked words, what to say instead, the sum, a model and a question", async () => {
  await box().focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(`${typed(EXECUTIVE.answers.partial.text)} Our recall is 0.7.`);
  await page.keyboard.press("Control+Enter");
  await toldHow();
  await expect.poll(() => page.locator("mark").filter({ hasText: "not known to them: recall" }).count()).toBe(1);
  const verdict = page.getByRole("region", { name: "Verdict" });
  await verdict.getByText("Terms they do not know").waitFor();
  await expect.poll(() => page.getByRole("list", { name: "What had to come across" }).locator("> li").count()).toBe(4);
  expect(await page.getByRole("list", { name: "For this listener" }).innerText()).toContain(
    "How much of the fraud we catch",
  );
  await expect.poll(() => page.locator("h2:focus").count()).toBe(1);
});

test("the listener's question is answered, and says whether it came across now", async () => {
  const followUp = page.getByRole("region", { name: "Follow-up" });
  await followUp.getByText("Fine. And what am I supposed to decide?").waitFor();
  await followUp.getByRole("textbox").focus();
  await page.keyboard.insertText("You decide how many good customers we may annoy to save a thousand euros.");
  for (let tabs = 0; tabs < 8 && (await followUp.locator("button[type=submit]:focus").count()) === 0; tabs++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await followUp.getByText("Now it comes across. Say it unasked next time.").waitFor({ timeout: 30_000 });
});

test("the same concept goes to another listener by a key, and both stand side by side", async () => {
  await page.keyboard.press("n");
  await page.getByText("You work on a photo app.").waitFor();
  await page.goto(`${server.url}/explain/${DRILL}?audience=junior`);
  await box().focus();
  await page.keyboard.insertText(typed(JUNIOR.answers.strong.text));
  await page.keyboard.press("Control+Enter");
  await toldHow();
  await page.keyboard.press("c");
  await page.getByText("You chose other words.").waitFor({ timeout: 30_000 });
  const ideas = page.getByRole("region", { name: "What was kept and what was dropped" });
  await expect.poll(() => ideas.getByRole("row").count()).toBeGreaterThan(8);
});

test("an earlier explanation opens again as it was read", async () => {
  await page.goto(`${server.url}/explain/${DRILL}?audience=executive`);
  await page.getByText("One other explanation to this listener").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await toldHow();
  await page.getByText("Now it comes across. Say it unasked next time.").waitFor();
});

test("on a phone nothing runs out of the page", async () => {
  await page.setViewportSize({ width: 360, height: 780 });
  const attempt = page.url().replace(server.url, "");
  for (const path of ["/explain", `/explain/${DRILL}?audience=product-manager`, attempt]) {
    await page.goto(`${server.url}${path}`);
    await page.locator("h1").first().waitFor();
    expect(await page.locator("html").evaluate((html) => html.scrollWidth), path).toBeLessThanOrEqual(360);
  }
});

test("no page complained", () => expect(complaints).toEqual([]));
