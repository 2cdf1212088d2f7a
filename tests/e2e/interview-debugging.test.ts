import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type MockOn, mockOn } from "./mock-on.ts";
import { openRealPage, type RealPage } from "./real-page.ts";

// The real server, judge and bank, a real browser, and no mouse: code with planted faults, from the first run to the replay.

const FOUND =
  "I found it by running the smallest failing test by hand and comparing each value with what I expected, line by line.";

let opened: RealPage;
let page: Page;
let mock: MockOn;

beforeAll(async () => {
  opened = await openRealPage();
  ({ page } = opened);
  mock = mockOn(opened);
});
afterAll(() => opened?.close());

/** What was planted, as the panel would put it. */
const faultsSaid = async () => (await mock.problem()).item.faults.map(({ says }) => says);

test("the faulty code stands there and runs, and nothing on the page says what is wrong with it", async () => {
  await page.goto((await mock.begin("debugging", { title: "Debugging" })).url);
  await mock.toCode();
  const { starter } = await mock.problem();
  expect((await mock.shown()).code).toBe(starter);
  await mock.interviewer().getByText("The code on your page runs and has faults").waitFor();
  await mock.say("Before I change anything I run it and read the first test that fails.");
  await page.keyboard.press("Alt+Enter");
  await expect.poll(() => mock.result().innerText(), { timeout: 60_000 }).toMatch(/of \d+ visible test.*A run/s);
  expect((await mock.shown()).last.verdict).not.toBe("accepted");
  const text = await page.locator("main").innerText();
  const said = await faultsSaid();
  expect(said.length).toBeGreaterThan(0);
  for (const says of said) expect(text).not.toContain(says);
});

test("a submission with the faults in it is not accepted, and the interviewer asks on without naming one", async () => {
  const before = await mock.turnsSaid().count();
  await page.keyboard.press("Control+Shift+Enter");
  await expect.poll(() => mock.result().innerText(), { timeout: 60_000 }).toMatch(/A submission.*hidden test/s);
  await expect.poll(() => mock.turnsSaid().count()).toBeGreaterThan(before + 1);
  const asked = await mock.turnsSaid().last().innerText();
  for (const says of await faultsSaid()) expect(asked).not.toContain(says);
});

test("mended code is accepted, and how it was found is asked", async () => {
  const before = await mock.turnsSaid().count();
  await mock.write((await mock.problem()).solution);
  await page.keyboard.press("Control+Shift+Enter");
  await expect.poll(() => mock.result().innerText(), { timeout: 60_000 }).toMatch(/accepted.*hidden test.*solved/s);
  await expect.poll(() => mock.turnsSaid().count()).toBeGreaterThan(before + 1);
  await mock.interviewer().getByText(/\?/).first().waitFor();
  await mock.say(FOUND);
});

test("the scorecard has the round, and the replay marks the lines that mended it", async () => {
  await page.keyboard.press("Alt+w");
  if ((await page.getByRole("region", { name: "Recommendation" }).count()) === 0) await mock.endRound();
  await page.getByRole("region", { name: "Recommendation" }).waitFor({ timeout: 60_000 });
  const dimensions = page.getByRole("list", { name: "Dimensions of Debugging" });
  await dimensions.getByRole("heading", { name: "Problem solving" }).waitFor();
  const { pane, code } = mock.replayed();
  const submissions = page.getByRole("listitem").filter({ hasText: /submitted it.*hidden test/s });
  await expect.poll(() => submissions.count()).toBe(2);
  await submissions.first().focus();
  await pane.getByText(/hidden tests?: (?!accepted)/).waitFor();
  expect(await code.locator("[data-came]").count()).toBe(0);
  await submissions.last().focus();
  await pane.getByText(/hidden tests?: accepted/).waitFor();
  await expect.poll(() => code.locator("[data-came]").count()).toBeGreaterThan(0);
  expect(opened.complaints).toEqual([]);
});
