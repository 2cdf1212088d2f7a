import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Server } from "../support/server.ts";
import { openRealPage, type RealPage } from "./real-page.ts";
import { tabTo } from "./tab-to.ts";

// The real server over our own directory, a real browser, and no mouse.

let opened: RealPage;
let server: Server;
let page: Page;

beforeAll(async () => {
  opened = await openRealPage();
  ({ server, page } = opened);
  await page.goto(`${server.url}/reading/tools`);
  await page.getByRole("list", { name: "Tools" }).waitFor();
});
afterAll(() => opened?.close());

test("words narrow the directory while they are typed, and the address keeps them", async () => {
  await page.keyboard.press("/");
  await page.keyboard.type("vector rust");
  await expect.poll(() => page.getByRole("list", { name: "Tools" }).innerText()).toContain("Qdrant");
  await expect.poll(() => page.url()).toContain("vector");
  await page.reload();
  await expect.poll(() => page.getByRole("list", { name: "Tools" }).innerText()).toContain("Qdrant");
});

test("a tool is opened by keys, its strong answer waits, and leads on to an alternative", async () => {
  await page.getByLabel("Find a tool").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("qdrant");
  await expect
    .poll(() => page.getByRole("list", { name: "Tools" }).locator("li").first().innerText())
    .toMatch(/^Qdrant/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Qdrant", exact: true }).waitFor();
  const answer = page.getByText("Vectors of two models are not comparable");
  expect(await answer.isVisible()).toBe(false);
  await tabTo(page, /^A strong answer/);
  await page.keyboard.press("Enter");
  await expect.poll(() => answer.isVisible()).toBe(true);
  await tabTo(page, /^Milvus/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Milvus", exact: true }).waitFor();
});

test("an unknown tool and words that no tool has are said to be so", async () => {
  await page.goto(`${server.url}/reading/tools/no-such-tool`);
  await page.getByText("The directory has no tool by that name.").waitFor();
  await page.goto(`${server.url}/reading/tools?q=qqqqqq`);
  await page.getByText("No tool fits.").waitFor();
});

test("nothing scrolls sideways on a phone, and the page complained of nothing", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ["/reading/tools", "/reading/tools/qdrant"]) {
    await page.goto(`${server.url}${path}`);
    await page.locator("main li").first().waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
  }
  expect(opened.complaints).toEqual([]);
});
