import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Server } from "../support/server.ts";
import { temporaryFolder, writeTinyBank } from "../support/tiny-bank.ts";
import { linesOfPdf, tinyPdf } from "../support/tiny-pdf.ts";
import { openRealPage, type RealPage } from "./real-page.ts";
import { tabTo } from "./tab-to.ts";

// The real server and a real browser, and no mouse.

let opened: RealPage;
let server: Server;
let page: Page;
let folder: ReturnType<typeof temporaryFolder>;

beforeAll(async () => {
  folder = temporaryFolder();
  opened = await openRealPage(writeTinyBank);
  ({ server, page } = opened);
});
afterAll(async () => {
  await opened?.close();
  folder[Symbol.dispose]();
});

const CV = [
  "Anna Example",
  "",
  "- Cut p99 latency of transaction scoring from 120 ms to 80 ms.",
  "- Raised revenue by 400 %.",
];

test("the empty page teaches, and a key leads to the field", async () => {
  await page.goto(`${server.url}/claims`);
  await page.getByText("The same figure must stand in your CV").waitFor();
  await page.keyboard.press("a");
  await expect.poll(() => page.locator("textarea:focus").count()).toBe(1);
});

test("a pasted CV is read: its figures are doubted with the line and the mend", async () => {
  await page.keyboard.insertText(CV.join("\n"));
  await tabTo(page, /^Read the text/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /Hard to believe/ }).waitFor();
  await expect.poll(() => page.getByText("Give the value before and the value after.").count()).toBeGreaterThan(0);
  await expect.poll(() => page.locator("mark", { hasText: "400 %" }).count()).toBeGreaterThan(0);
  expect(await page.locator("textarea").inputValue()).toBe("");
});

test("what an impact line says otherwise is shown with both places", async () => {
  const line = { text: "Cut p99 latency of transaction scoring by 45 %.", calculation: null };
  const posted = await page.request.post(`${server.url}/api/impact/lines`, {
    data: line,
    headers: { origin: server.url },
  });
  expect(posted.status()).toBe(200);
  await page.reload();
  const group = page.getByRole("region", { name: /Two values/ });
  await group.waitFor();
  expect(await group.getByRole("link").allTextContents()).toEqual(["Pasted CV", "Impact line"]);
  expect(await group.locator("mark").allTextContents()).toEqual(["120 ms to 80 ms", "45 %"]);
});

test("j steps to a finding, and it is settled with a note by keys alone", async () => {
  await page.keyboard.press("j");
  await tabTo(page, /^It is right as it stands/);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Another release: 45 % came later.");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /Settled/ }).waitFor();
  expect(await page.getByRole("region", { name: /Two values/ }).count()).toBe(0);
  await page.reload();
  await tabTo(page, /^Two values for latency p99/);
  await page.keyboard.press("Enter");
  await page.getByText("Another release: 45 % came later.").waitFor();
  await tabTo(page, /^Open it again/);
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: /Two values/ }).waitFor();
});

test("a PDF is chosen as a file, and its text can be read with its figures marked", async () => {
  const path = join(folder.path, "cv.pdf");
  writeFileSync(path, tinyPdf({ pages: [linesOfPdf(["Led a team of four.", "Churn fell by 3 points."])] }));
  await page.locator("input[type=file]").setInputFiles(path);
  const link = page.getByRole("region", { name: "Texts that you added" }).getByRole("link", { name: "cv.pdf" });
  await link.waitFor();
  await link.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "cv.pdf" }).waitFor();
  expect(await page.locator("mark").allTextContents()).toEqual(["four", "3 points"]);
  await page.goBack();
});

test("a locked PDF is refused beside the form, with the mend", async () => {
  const path = join(folder.path, "locked.pdf");
  writeFileSync(path, tinyPdf({ pages: [linesOfPdf(["x"])], locked: true }));
  await page.locator("input[type=file]").setInputFiles(path);
  await page.getByRole("alert").getByText("locked with a password").waitFor();
  expect(opened.complaints.splice(0)).toEqual([expect.stringContaining("400")]);
});

test("a document is removed after a question", async () => {
  const row = page
    .getByRole("region", { name: "Texts that you added" })
    .getByRole("listitem")
    .filter({ hasText: "cv.pdf" });
  await row.getByRole("button", { name: "Remove" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect.poll(() => row.count()).toBe(0);
});

test("what was pasted and not yet read survives a reload", async () => {
  await page.getByRole("textbox").first().fill("A line that must not be lost.");
  await page.reload();
  await expect.poll(() => page.locator("textarea").inputValue()).toBe("A line that must not be lost.");
});

test("on a phone nothing runs out of the page", async () => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`${server.url}/claims`);
  await page.getByRole("heading", { name: "The ledger" }).waitFor();
  expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(360);
});

test("no page complained", () => expect(opened.complaints).toEqual([]));
