import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Server } from "../support/server.ts";
import { writeTinyBank } from "../support/tiny-bank.ts";
import { writeTinyCase } from "../support/tiny-case.ts";
import { openRealPage, type RealPage } from "./real-page.ts";
import { tabTo } from "./tab-to.ts";

// Where the focus is when the page changes without being loaded anew.

let opened: RealPage;
let server: Server;
let page: Page;

beforeAll(async () => {
  opened = await openRealPage((contentDir) => {
    writeTinyBank(contentDir);
    writeTinyCase(contentDir);
  });
  ({ server, page } = opened);
});
afterAll(() => opened?.close());

/** The pane that has the focus, else the id of what has it. */
const focused = () =>
  page
    .locator(":focus")
    .evaluateAll(([element]) => element?.closest("[data-pane]")?.getAttribute("data-pane") ?? element?.id);

test("the first page takes no focus, nor does another filter", async () => {
  await page.goto(`${server.url}/code`);
  await page.locator("[data-row]").first().waitFor();
  expect(await focused()).toBe(undefined);
  const search = page.getByRole("searchbox");
  await search.focus();
  await page.keyboard.type("double");
  await expect.poll(() => page.url()).toContain("double");
  expect(await search.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
});

test("a page that is opened has the focus, and Tab goes on in it", async () => {
  await tabTo(page, /^Reading$/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Reading", level: 1 }).waitFor();
  await expect.poll(focused).toBe("main");
  await page.keyboard.press("Tab");
  expect(await page.locator("#main :focus").count()).toBe(1);
  await page.goBack();
  await page.locator("[data-row]").first().waitFor();
  await expect.poll(focused).toBe("main");
});

test("a page keeps the focus when what was loading is there; a problem gives it to its statement", async () => {
  // held until the outline was seen: a link that has the focus is asked for before it is pressed
  const held = Promise.withResolvers<void>();
  await page.route(/\/api\/design\/(cases|attempts)\/./, async (route) => {
    await held.promise;
    await route.continue();
  });
  await tabTo(page, /^Design$/);
  await page.keyboard.press("Enter");
  await tabTo(page, /Rows for a small shop/);
  await page.keyboard.press("Enter");
  await page.getByText("Loading the case").waitFor({ state: "attached" });
  held.resolve();
  await page.getByRole("heading", { name: "Rows for a small shop" }).waitFor();
  await expect.poll(focused).toBe("main");
  await page.goto(`${server.url}/code`);
  await page.locator("[data-row]").first().focus();
  await page.keyboard.press("Enter");
  await page.locator(".cm-content").waitFor();
  await expect.poll(focused).toBe("statement");
});
