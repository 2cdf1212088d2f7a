import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadBank } from "../../src/shared/content/bank.ts";
import { ROOT, type Server } from "../support/server.ts";
import { openRealPage, type RealPage } from "./real-page.ts";

// The real server, judge and bank, a real browser. The mouse opens a row and the editor; the rest goes by keys.

const bank = loadBank(join(ROOT, "content"));
const listed = bank.problems.filter(({ part }) => part === "practice");
const practice = listed.filter(({ item }) => item.tier !== "torch");
// One that the filter finds by its title alone: a PyTorch variant carries the title of its parent.
const problem = practice.find(
  ({ item, wrong }) =>
    item.kind === "implement" &&
    !wrong.some(({ source }) => source.includes("Must fail: forbid")) &&
    listed.filter((other) => other.item.title.includes(item.title)).length === 1,
);
const wrong = problem?.wrong[0];

let opened: RealPage;
let server: Server;
let page: Page;

beforeAll(async () => {
  opened = await openRealPage();
  ({ server, page } = opened);
});
afterAll(() => opened?.close());

test("the list opens, filters by text, and Enter opens a problem", async () => {
  await page.goto(`${server.url}/code`);
  await page.locator("[data-row]").first().waitFor();
  await expect.poll(() => page.locator("[data-row]").count()).toBe(listed.length);
  await page.getByLabel("Find in titles, skills and patterns").fill(problem?.item.title ?? "");
  await expect.poll(() => page.locator("[data-row]").count()).toBe(1);
  await page.locator("[data-row]").first().click();
  await page.locator(".cm-content").waitFor();
  expect(page.url()).toContain(`/code/${problem?.slug}`);
});

test("a wrong solution, pasted and submitted with Ctrl-Shift-Enter, names its misconception", async () => {
  await write(wrong?.source ?? "");
  await page.keyboard.press("Control+Shift+Enter");
  const said = wrongText();
  await expect.poll(() => results(), { timeout: 60_000 }).toContain(said);
  expect(await results()).toMatch(/of \d+ tests/);
});

test("what was typed survives a reload", async () => {
  const marker = "# a thought that must not be lost";
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(marker);
  await page.reload();
  await page.locator(".cm-content").waitFor();
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await expect.poll(() => page.locator(".cm-content").innerText()).toContain(marker);
});

test("the reference, run with Ctrl-Enter and submitted with Ctrl-Shift-Enter, is accepted", async () => {
  await write(problem?.solution ?? "");
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => results(), { timeout: 60_000 }).toMatch(/visible/i);
  await page.keyboard.press("Control+Shift+Enter");
  await expect.poll(() => results(), { timeout: 60_000 }).toMatch(/accepted/i);
});

test("after an accepted submission the explanation is open", async () => {
  await page.getByRole("tab", { name: /explanation/i }).click();
  const heading =
    problem?.explanation
      .split("\n")
      .find((line) => line.startsWith("## "))
      ?.slice(3) ?? "";
  await page.locator('[data-pane="statement"]').getByText(heading, { exact: true }).waitFor();
});

test("the palette reaches a problem by keyboard", async () => {
  const other = practice.find(({ slug }) => slug !== problem?.slug);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByRole("listbox", { name: "Found" }).waitFor();
  await page.keyboard.type(other?.item.title ?? "");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.url()).toContain(`/code/${other?.slug}`);
});

test("no page scrolls sideways at 360, 1024 and 1600 pixels, in light and dark", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [360, 1024, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of ["/code", `/code/${problem?.slug}`]) {
        await page.goto(`${server.url}${path}`);
        await page
          .locator(path === "/code" ? "[data-row]" : "h1")
          .first()
          .waitFor();
        const overflow = await page.evaluate(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        expect(overflow, `${path} at ${width} px, ${colorScheme}`).toBeLessThanOrEqual(0);
        await keepPicture(`${path.replaceAll("/", "-").slice(1)}-${width}-${colorScheme}`);
      }
    }
  }
});

/** Replaces the editor's text, as a paste does. */
async function write(source: string): Promise<void> {
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(source);
}

function results(): Promise<string> {
  return page.locator('[data-pane="results"]').innerText();
}

/** The first words of what the learner must be told, as they stand in the wrong solution's docstring. */
function wrongText(): string {
  return /Shown to the learner: (.{20})/.exec(wrong?.source ?? "")?.[1] ?? "?";
}

/** Pictures for the eye, kept where HOLDOUT_PICTURES names a folder. */
async function keepPicture(name: string): Promise<void> {
  const folder = process.env.HOLDOUT_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}
