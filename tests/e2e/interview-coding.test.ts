import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type MockOn, mockOn } from "./mock-on.ts";
import { openRealPage, type RealPage } from "./real-page.ts";
import { tabTo } from "./tab-to.ts";

// The real server, judge and bank, a real browser, and no mouse: rounds in which code is written, from the problem to the scorecard.

const THOUGHT = "# a thought that must not be lost";
const LAST_THOUGHT = "# and nor must the last one";

let opened: RealPage;
let page: Page;
let complaints: string[];
let mock: MockOn;

beforeAll(async () => {
  opened = await openRealPage();
  ({ page, complaints } = opened);
  mock = mockOn(opened);
});
afterAll(() => opened?.close());

test("the problem stands beside the talk, and a wrong solution says in which test it fails", async () => {
  await page.goto((await mock.begin("coding", { title: "Coding" })).url);
  await mock.toCode();
  await page.keyboard.press("Control+End");
  const { starter } = await mock.shown();
  const names = [...starter.matchAll(/^(?:def|class) (\w+)/gm)].map(([, name]) => `${name} = lambda *_, **__: "wrong"`);
  await page.keyboard.type(["", ...names, THOUGHT].join("\n"));
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => mock.result().innerText(), { timeout: 60_000 }).toMatch(/0 of \d visible test.*A run/s);
  await mock.keepPicture("interview-coding-wrong");
  expect(
    await mock
      .result()
      .getByRole("img", { name: /failed|exception/ })
      .count(),
  ).toBeGreaterThan(0);
  // the words were not said: the focus was in the code
  expect(await page.getByRole("list", { name: "Turns of this round" }).getByText(THOUGHT).count()).toBe(0);
});

test("what is typed is there after a reload, sent or not", async () => {
  await mock.toCode();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" nor this");
  await page.getByText(/kept in this browser/).waitFor();
  await page.reload();
  await mock.editor().waitFor({ timeout: 60_000 });
  await mock.toCode();
  await page.keyboard.press("Control+End");
  await expect.poll(() => mock.editor().innerText()).toContain(`${THOUGHT} nor this`);
  // and it goes to the server by itself
  await expect.poll(async () => (await mock.shown()).code, { timeout: 60_000 }).toContain(`${THOUGHT} nor this`);
  await page.getByText(/^saved/).waitFor();
});

test("what was typed here while the round went on elsewhere is offered", async () => {
  const { pathname } = new URL(page.url());
  const key = `holdout.interview.${pathname.split("/").at(-1)}.0.code`;
  await page.evaluate(
    ([at, text]) => localStorage.setItem(at ?? "", text ?? ""),
    [key, JSON.stringify({ code: "typed = 'long ago'", over: ["something else"] })],
  );
  await page.reload();
  await page.getByText(/The code went on elsewhere/).waitFor({ timeout: 60_000 });
  await mock.editor().waitFor();
  expect(await mock.editor().innerText()).not.toContain("long ago");
  await tabTo(page, /^Use it instead/);
  await page.keyboard.press("Enter");
  await expect.poll(() => mock.editor().innerText()).toBe("typed = 'long ago'");
  await mock.toCode();
  await page.keyboard.press("Control+z");
  await expect.poll(() => mock.editor().innerText()).not.toContain("long ago");
});

test("code that is too long for the round says so, and is not sent", async () => {
  await mock.toCode();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("#".repeat(20_001));
  await page.getByText(/More than 20,000 characters/).waitFor();
  await page.keyboard.press("Control+z");
  await page.getByText(/More than 20,000 characters/).waitFor({ state: "detached" });
});

test("a run can be asked for from the words, and the keys are listed", async () => {
  await page.keyboard.press("Alt+w");
  await page.getByLabel("Your words").and(page.locator(":focus")).waitFor();
  const { left } = await mock.shown();
  await page.keyboard.press("Alt+Enter");
  await expect.poll(async () => (await mock.shown()).left.runs, { timeout: 60_000 }).toBe(left.runs - 1);
  await page.keyboard.press("Alt+3");
  await page.getByRole("region", { name: "The last result" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByText("Submit to all tests").waitFor();
  await page.keyboard.press("Escape");
});

test("the reference is accepted, and the scorecard has the dimensions", async () => {
  await mock.write((await mock.problem()).solution);
  await page.keyboard.press("Control+Shift+Enter");
  await expect.poll(() => mock.result().innerText(), { timeout: 60_000 }).toMatch(/accepted.*hidden test.*solved/s);
  // typed in the last second: it goes along with the end
  await mock.toCode();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(LAST_THOUGHT);
  // Tab indents in the editor: two ways lead out of it
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: /^Vim/ }).and(page.locator(":focus")).waitFor();
  await mock.toCode();
  await page.keyboard.press("Alt+e");
  await page.getByRole("button", { name: "End the round" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("typed and not said are not heard").waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "Recommendation" }).waitFor({ timeout: 60_000 });
  await expect
    .poll(() => page.getByRole("list", { name: "Dimensions of Coding" }).getByRole("listitem").count())
    .toBeGreaterThan(2);
  await page.getByText(/^The code, as handed in last: .*accepted/).waitFor();
  expect(await page.evaluate("Object.keys(localStorage).filter((key) => key.endsWith('.code'))")).toEqual([]);
});

test("the replay has the code of each moment, its changes marked, and what each run came to", async () => {
  const { pane, code } = mock.replayed();
  await pane.waitFor();
  // before anything was typed
  await page.keyboard.press("j");
  await expect.poll(() => code.innerText()).toMatch(/def |class /);
  expect(await code.innerText()).not.toContain(THOUGHT);
  expect(await code.locator("[data-came]").count()).toBe(0);
  await page.keyboard.press("l");
  await code
    .locator("[data-came]")
    .filter({ hasText: `came: ${THOUGHT}` })
    .waitFor();
  await page.keyboard.press("h");
  await expect.poll(() => code.innerText()).not.toContain(THOUGHT);
  const submitted = page.getByRole("listitem").filter({ hasText: /submitted it.*hidden test.*accepted/s });
  await submitted.focus();
  await expect.poll(() => code.innerText()).not.toContain("long ago");
  await pane.getByText(/hidden tests?: accepted/).waitFor();
  await mock.inFourLooks("interview-replay-code", submitted);
  await page.getByRole("slider", { name: "Moment of the code" }).focus();
  await page.keyboard.press("Home");
  await pane.getByText(/1 of \d/).waitFor();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => code.innerText()).toContain(THOUGHT);
  await page.keyboard.press("End");
  await expect.poll(() => code.locator("[data-came]").allInnerTexts()).toHaveLength(1);
  expect(await code.locator("[data-came]").innerText()).toContain(LAST_THOUGHT);
});

test("the exported file has the code of each run folded under it", async () => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("e")]);
  const html = readFileSync(await download.path(), "utf8");
  expect(html.match(/The code as it was then/g)?.length).toBe(3);
  expect(html).toMatch(/<summary>The code, as handed in last: [^<]*accepted[^<]*<\/summary><pre>/);
  expect(html).toContain(THOUGHT);
});

test("a level opens the next, on a phone and on a wide page, in light and dark, with nothing running out", async () => {
  await page.goto((await mock.begin("progressive", { title: "Progressive coding" })).url);
  await mock.toCode();
  await page.getByText("Level 2 opens when level 1 passes.").waitFor();
  await mock.write((await mock.problem()).solution);
  await page.keyboard.press("Control+Shift+Enter");
  await page.getByRole("region", { name: "Level 2" }).waitFor({ timeout: 60_000 });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [360, 1024, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(width);
      const [left, right] = await Promise.all([mock.task().boundingBox(), mock.editor().boundingBox()]);
      const isBeside = (right?.x ?? 0) > (left?.x ?? 0) + (left?.width ?? 0) / 2;
      if (width !== 1024) expect(isBeside, `${width} px`).toBe(width === 1600);
      await mock.keepPicture(`interview-coding-${width}-${colorScheme}`);
    }
  }
});

test("code that is typed when the time runs out is in the log", async () => {
  const { id, url, after } = await mock.begin("coding", { title: "Out of time" });
  await mock.post(`/${id}/beat`, { after, elapsedMs: 60 * 60_000 - 20_000, idleMs: 0 });
  await page.goto(url);
  await mock.toCode();
  // so late that no snapshot is due before the end
  await expect
    .poll(() => page.getByRole("timer", { name: "Time of this round" }).innerText(), { timeout: 60_000 })
    .toMatch(/^59:5[5-9]/);
  await page.keyboard.press("Control+End");
  await page.keyboard.type(LAST_THOUGHT);
  await page.getByRole("region", { name: "Recommendation" }).waitFor({ timeout: 60_000 });
  expect((await mock.work()).texts.at(-1)).toContain(LAST_THOUGHT);
});

test("no page complained", () => expect(complaints).toEqual([]));
