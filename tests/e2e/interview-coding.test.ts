import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadBank } from "../../src/shared/content/bank.ts";
import { ROOT, type Server } from "../support/server.ts";
import { openRealPage, type RealPage } from "./real-page.ts";
import { tabTo } from "./tab-to.ts";

// The real server, judge and bank, a real browser, and no mouse: rounds in which code is written, from the problem to the scorecard.

const bank = loadBank(join(ROOT, "content"));
const THOUGHT = "# a thought that must not be lost";

let opened: RealPage;
let server: Server;
let page: Page;
let complaints: string[];
let mockUrl = "";

beforeAll(async () => {
  opened = await openRealPage();
  ({ server, page, complaints } = opened);
});
afterAll(() => opened?.close());

const post = async (path: string, data: object) =>
  (await page.request.post(`${server.url}/api/interviews${path}`, { data })).json();
/** A mock of one round, begun. */
const begin = async (kind: string, title: string): Promise<string> => {
  const settings = { persona: "terse", nudgeAfterSeconds: null, interrupts: false };
  const rounds = [{ kind, title, minutes: 60, breakMinutes: 0 }];
  const { id, seq } = await post("", { title, role: "mle", difficulty: 2, rounds, settings });
  await post(`/${id}/begin`, { event: "begin-one", after: seq });
  return `${server.url}/interview/${id}`;
};
const shown = async () => {
  const id = new URL(page.url()).pathname.split("/").at(-1);
  return (await (await page.request.get(`${server.url}/api/interviews/${id}`)).json()).rounds[0].shown;
};
const editor = () => page.locator(".cm-content");
const result = () => page.getByRole("region", { name: "The last result" });
const task = () => page.getByRole("region", { name: "The problem" });
const toCode = async () => {
  await editor().waitFor({ timeout: 60_000 });
  await page.keyboard.press("Alt+2");
  await page.locator(".cm-content:focus").waitFor();
};
const write = async (source: string) => {
  await toCode();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(source);
};
const replayed = () => ({
  titled: page.getByRole("region", { name: "The code at this moment" }),
  code: page.getByRole("region", { name: /^The code as it stood/ }),
});
const solution = async () => {
  const title = await task().getByRole("heading").first().innerText();
  return bank.problems.find(({ item }) => item.title === title && item.tier !== "torch")?.solution ?? "";
};

test("the problem stands beside the talk, and a wrong solution says in which test it fails", async () => {
  mockUrl = await begin("coding", "Coding");
  await page.goto(mockUrl);
  await toCode();
  await page.keyboard.press("Control+End");
  const { starter } = await shown();
  const names = [...starter.matchAll(/^(?:def|class) (\w+)/gm)].map(([, name]) => `${name} = lambda *_, **__: "wrong"`);
  await page.keyboard.type(["", ...names, THOUGHT].join("\n"));
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => result().innerText(), { timeout: 60_000 }).toMatch(/0 of \d visible test.*A run/s);
  await keepPicture("interview-coding-wrong");
  expect(
    await result()
      .getByRole("img", { name: /failed|exception/ })
      .count(),
  ).toBeGreaterThan(0);
  // the words were not said: the focus was in the code
  expect(await page.getByRole("list", { name: "Turns of this round" }).getByText(THOUGHT).count()).toBe(0);
});

test("what is typed is there after a reload, sent or not", async () => {
  await toCode();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" nor this");
  await page.getByText(/kept in this browser/).waitFor();
  await page.reload();
  await editor().waitFor({ timeout: 60_000 });
  await toCode();
  await page.keyboard.press("Control+End");
  await expect.poll(() => editor().innerText()).toContain(`${THOUGHT} nor this`);
  // and it goes to the server by itself
  await expect.poll(async () => (await shown()).code, { timeout: 60_000 }).toContain(`${THOUGHT} nor this`);
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
  await editor().waitFor();
  expect(await editor().innerText()).not.toContain("long ago");
  await tabTo(page, /^Use it instead/);
  await page.keyboard.press("Enter");
  await expect.poll(() => editor().innerText()).toBe("typed = 'long ago'");
  await toCode();
  await page.keyboard.press("Control+z");
  await expect.poll(() => editor().innerText()).not.toContain("long ago");
});

test("code that is too long for the round says so, and is not sent", async () => {
  await toCode();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("#".repeat(20_001));
  await page.getByText(/More than 20,000 characters/).waitFor();
  await page.keyboard.press("Control+z");
  await page.getByText(/More than 20,000 characters/).waitFor({ state: "detached" });
});

test("a run can be asked for from the words, and the keys are listed", async () => {
  await page.keyboard.press("Alt+w");
  await page.getByLabel("Your words").and(page.locator(":focus")).waitFor();
  const { left } = await shown();
  await page.keyboard.press("Alt+Enter");
  await expect.poll(async () => (await shown()).left.runs, { timeout: 60_000 }).toBe(left.runs - 1);
  await page.keyboard.press("Alt+3");
  await page.getByRole("region", { name: "The last result" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByText("Submit to all tests").waitFor();
  await page.keyboard.press("Escape");
});

test("the reference is accepted, and the scorecard has the dimensions", async () => {
  await write(await solution());
  await page.keyboard.press("Control+Shift+Enter");
  await expect.poll(() => result().innerText(), { timeout: 60_000 }).toMatch(/accepted.*hidden test.*solved/s);
  // Tab indents in the editor
  await page.keyboard.press("Alt+w");
  await tabTo(page, /^End the round/);
  await page.keyboard.press("Enter");
  await page.getByText("typed and not said are not heard").waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "Recommendation" }).waitFor({ timeout: 60_000 });
  expect(await page.getByRole("list", { name: "Dimensions of Coding" }).getByRole("listitem").count()).toBeGreaterThan(
    2,
  );
  expect(await page.evaluate("Object.keys(localStorage).filter((key) => key.endsWith('.code'))")).toEqual([]);
});

test("the replay has the code of each moment, its changes marked, and what each run came to", async () => {
  const { titled, code } = replayed();
  await titled.waitFor();
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
  await titled.getByText(/hidden tests?: accepted/).waitFor();
  await keepPicture("interview-replay-code");
  await page.getByRole("slider", { name: "Moment of the code" }).focus();
  await page.keyboard.press("Home");
  await titled.getByText(/1 of \d/).waitFor();
  // a change leaves the list where it was made
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => code.innerText()).toContain(THOUGHT);
});

test("the exported file has the code of each run folded under it", async () => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("e")]);
  const html = readFileSync(await download.path(), "utf8");
  expect(html.match(/The code as it was then/g)?.length).toBe(3);
  expect(html).toContain(THOUGHT);
});

test("a level opens the next, on a phone and on a wide page, in light and dark, with nothing running out", async () => {
  await page.goto(await begin("progressive", "Progressive coding"));
  await toCode();
  await page.getByText("Level 2 opens when level 1 passes.").waitFor();
  await write(await solution());
  await page.keyboard.press("Control+Shift+Enter");
  await page.getByRole("region", { name: "Level 2" }).waitFor({ timeout: 60_000 });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [360, 1024, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(width);
      const [left, right] = await Promise.all([task().boundingBox(), editor().boundingBox()]);
      const isBeside = (right?.x ?? 0) > (left?.x ?? 0) + (left?.width ?? 0) / 2;
      if (width !== 1024) expect(isBeside, `${width} px`).toBe(width === 1600);
      await keepPicture(`interview-coding-${width}-${colorScheme}`);
    }
  }
});

test("no page complained", () => expect(complaints).toEqual([]));

/** Pictures for the eye, kept where HOLDOUT_PICTURES names a folder. */
async function keepPicture(name: string): Promise<void> {
  const folder = process.env.HOLDOUT_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
