import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Server } from "../support/server.ts";
import { writeTinyBank } from "../support/tiny-bank.ts";
import { openRealPage, type RealPage } from "./real-page.ts";

// A whole attempt without a mouse: nothing here clicks, and the code is typed key by key.

const SOLUTION = "def double(x):\n    return x + x\n";

let opened: RealPage;
let server: Server;
let page: Page;

beforeAll(async () => {
  opened = await openRealPage(writeTinyBank);
  ({ server, page } = opened);
  await page.goto(`${server.url}/code`);
  await page.locator("[data-row]").first().waitFor();
});
afterAll(() => opened?.close());

test("the list is searched, walked through and opened", async () => {
  await page.keyboard.press("/");
  await page.keyboard.type("double");
  await expect.poll(() => page.locator("[data-row]").count()).toBe(1);
  await page.keyboard.press("Tab");
  for (let tabs = 0; tabs < 20 && !(await rowHasFocus()); tabs++) await page.keyboard.press("Tab");
  expect(await rowHasFocus()).toBe(true);
  await page.keyboard.press("Enter");
  await page.locator(".cm-content").waitFor();
  expect(page.url()).toContain("/code/double");
});

test("code is typed, run and submitted", async () => {
  await page.keyboard.press("Alt+2");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  // The editor indents by itself: what it put before a line is taken away by Shift-Home.
  for (const line of SOLUTION.trimEnd().split("\n")) {
    await page.keyboard.press("Shift+Home");
    await page.keyboard.type(line);
    await page.keyboard.press("Escape"); // no completion is meant
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => results(), { timeout: 60_000 }).toMatch(/visible/i);
  await page.keyboard.press("Control+Shift+Enter");
  await expect.poll(() => results(), { timeout: 60_000 }).toMatch(/accepted/i);
});

test("hints, history and explanation are reached by their keys", async () => {
  const statement = page.locator('[data-pane="statement"]');
  await page.keyboard.press("Alt+5");
  await statement.getByText("Accepted").first().waitFor();
  await page.keyboard.press("Alt+6");
  await statement.getByText("Twice is plus itself.").waitFor();
  await page.keyboard.press("Alt+4");
  await statement.getByText(/hint/i).first().waitFor();
});

test("every key of the page is told by ?, and Escape and the palette lead out", async () => {
  await page.keyboard.press("Alt+3");
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByText("Run the visible tests").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByRole("listbox", { name: "Found" }).waitFor();
  await page.keyboard.type("Back to all problems");
  await page.keyboard.press("Enter");
  await page.locator("[data-row]").first().waitFor();
  expect(new URL(page.url()).pathname).toBe("/code");
});

function results(): Promise<string> {
  return page.locator('[data-pane="results"]').innerText();
}

function rowHasFocus(): Promise<boolean> {
  return page.evaluate("document.activeElement?.closest('[data-row]') !== null");
}
