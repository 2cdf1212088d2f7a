import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShownAssistedRound } from "../../src/features/coding/schema.ts";
import { loadAssisted } from "../../src/shared/content/assisted-bank.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import { ROOT } from "../support/server.ts";
import { type MockOn, mockOn } from "./mock-on.ts";
import { openRealPage, type RealPage } from "./real-page.ts";

// The real server, judge and bank, a real browser, and no mouse: a round with an assistant, from the first request to the scorecard.

const bank = loadBank(join(ROOT, "content"));
const { scripts } = loadAssisted(join(ROOT, "content"), bank);

let opened: RealPage;
let page: Page;
let mock: MockOn;

beforeAll(async () => {
  opened = await openRealPage();
  ({ page } = opened);
  mock = mockOn(opened);
});
afterAll(() => opened?.close());

const shown = (): Promise<ShownAssistedRound> => mock.shown();
const assistant = () => page.getByRole("region", { name: "The assistant" });
const editor = () => mock.editor();
const script = async () => {
  const { title } = await shown();
  const slug = bank.problems.find(({ item }) => item.title === title && item.tier !== "torch")?.slug;
  const found = scripts.find((each) => each.script.problem === slug);
  if (!found) throw new Error(`no script for ${title}`);
  return found.script;
};
const ask = async (text: string) => {
  const before = (await shown()).assistant.exchanges.length;
  await page.keyboard.press("Alt+4");
  await page.keyboard.insertText(text);
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await shown()).assistant.exchanges.length, { timeout: 60_000 }).toBe(before + 1);
  // the page hears of the answer a moment after the server has it
  await expect.poll(() => page.getByLabel("To the assistant").inputValue()).toBe("");
};

test("a part is asked for, read as it would change the code, and taken into what was typed and not sent", async () => {
  await page.goto((await mock.begin("assisted", { title: "With an assistant", difficulty: 3 })).url);
  await editor().waitFor({ timeout: 60_000 });
  await page.keyboard.press("Alt+2");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\n# typed by hand");

  const [first] = (await script()).pieces;
  await ask(first?.directed ?? "");
  await assistant()
    .getByText(first?.says ?? "")
    .waitFor();
  // the box has kept the focus, and what was proposed stands before it
  await page.keyboard.press("Shift+Tab");
  await page.getByRole("button", { name: "Changes" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Enter");
  await page.getByLabel(`What ${first?.title} changes; read only`).waitFor({ timeout: 60_000 });
  await page.keyboard.press("Alt+5");
  await expect.poll(async () => (await shown()).code, { timeout: 60_000 }).toContain("# typed by hand");
  const name = /^def (\w+)/m.exec(first?.code ?? "")?.[1] ?? "";
  expect((await shown()).code).toContain(`def ${name}(`);
  await expect.poll(() => editor().innerText()).toContain(`def ${name}(`);
  await assistant().getByText("taken", { exact: true }).waitFor();
});

test("a doubt that names nothing mends nothing; naming the fault does", async () => {
  const faulty = (await script()).pieces.find(({ fault }) => fault !== null);
  await ask(faulty?.directed ?? "");
  await ask("Are you sure? I think there is a bug.");
  await assistant().getByText("What exactly do you see?").waitFor();
  await ask(faulty?.fault?.noticed[0] ?? "");
  await assistant()
    .getByText(faulty?.fault?.mends ?? "")
    .waitFor();
});

test("the interviewer asks how one knows before a verdict, and the round is there after a reload", async () => {
  await page.keyboard.press("Control+Shift+Enter");
  await page.getByText("The interviewer has a question before that.").waitFor({ timeout: 60_000 });
  await page
    .getByText(/how do you know that/i)
    .first()
    .waitFor();
  const before = await shown();
  await page.reload();
  await editor().waitFor({ timeout: 60_000 });
  expect(await shown()).toEqual(before);
  await expect.poll(() => assistant().getByRole("listitem").count()).toBe(before.assistant.exchanges.length);
  await page.keyboard.press("Control+Shift+Enter");
  await expect.poll(async () => (await shown()).last?.mode, { timeout: 120_000 }).toBe("submit");
});

test("the replay has what was taken from the assistant, put together with what was typed, and the verdict that was held back", async () => {
  await page.keyboard.press("Alt+w");
  await mock.endRound();
  const { pane, code } = mock.replayed();
  await pane.waitFor({ timeout: 60_000 });
  const [first] = (await script()).pieces;
  const name = /^def (\w+)/m.exec(first?.code ?? "")?.[1] ?? "";
  await page.getByRole("listitem").filter({ hasText: "took what the assistant proposed" }).focus();
  await expect.poll(() => code.innerText()).toContain("# typed by hand");
  await expect.poll(() => code.locator("[data-came]").filter({ hasText: name }).count()).toBeGreaterThan(0);
  const held = page.getByRole("listitem").filter({ hasText: /submitted it.*The interviewer has a question before/s });
  await held.focus();
  await pane.getByText("The interviewer has a question before that.").waitFor();
  expect(opened.complaints).toEqual([]);
});
