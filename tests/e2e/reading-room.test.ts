import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NOTES } from "../support/paper-notes.ts";
import type { Server } from "../support/server.ts";
import { writeTinyBank } from "../support/tiny-bank.ts";
import { openRealPage, type RealPage } from "./real-page.ts";
import { tabTo } from "./tab-to.ts";

// The real server and a real browser, and no mouse: a paper from the list to its retelling, and the feeds.

let opened: RealPage;
let server: Server;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  opened = await openRealPage(writeTinyBank);
  ({ server, page, complaints } = opened);
});
afterAll(() => opened?.close());

const fitsPhone = async () => (await page.locator("html").evaluate((html) => html.scrollWidth)) <= 360;

test("a paper is put on the list by keys alone", async () => {
  await page.goto(`${server.url}/reading`);
  await page.getByText("Put your first paper on the list").waitFor();
  await page.getByText("No feed has been read yet").waitFor();
  await tabTo(page, /^Add one/);
  await page.keyboard.press("Enter");
  await page.keyboard.insertText("Candour");
  await page.keyboard.press("Tab");
  await page.keyboard.insertText("Ada Example, Bo Sample");
  await page.keyboard.press("Tab");
  await page.keyboard.insertText("nonsense");
  await page.keyboard.press("Enter");
  await page.getByText("is no id of arXiv").waitFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("2401.12345v2");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Candour" }).waitFor();
  expect(await page.getByRole("link", { name: "arxiv.org/abs/2401.12345" }).getAttribute("rel")).toBe("noreferrer");
});

test("notes are kept as typed, and a retelling is held against them", async () => {
  for (const part of ["Problem", "Method", "Result", "Limit", "Relation"] as const) {
    await page.getByLabel(part, { exact: true }).focus();
    await page.keyboard.insertText(NOTES[part.toLowerCase() as keyof typeof NOTES]);
  }
  await page.getByText("All five parts are there").waitFor();
  await page.getByText(/^saved \d/).waitFor();
  await page.reload();
  await expect.poll(() => page.getByLabel("Method", { exact: true }).inputValue()).toBe(NOTES.method);
  await tabTo(page, /^Teach it back/);
  await page.keyboard.press("Enter");
  await page.getByLabel("Your retelling").waitFor();
  // the notes are out of sight
  expect(await page.getByLabel("Method", { exact: true }).count()).toBe(0);
  await page.getByLabel("Your retelling").focus();
  await page.keyboard.insertText(`${NOTES.problem} ${NOTES.method} ${NOTES.result}`);
  await page.keyboard.press("Control+Enter");
  const heard = page.getByRole("region", { name: "What came across" });
  await heard.waitFor();
  expect(await heard.getByRole("listitem").allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringMatching(/Method\s+came across/), expect.stringMatching(/Limit\s+missing/)]),
  );
  await heard.getByText("It comes back on").waitFor();
  await page.goto(`${server.url}/reading`);
  await page.getByText(/^back \d|^back \w/).waitFor();
});

test("the list is searched as one types, and nothing but the list is asked for", async () => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const search = page.getByLabel("Find in titles, authors, abstracts and notes");
  await search.fill("zzz");
  await page.getByText("No paper has all these words.").waitFor();
  await search.fill("ada candour");
  await page.getByRole("heading", { name: "Your list 1 paper" }).waitFor();
  await search.fill("");
  await page.getByRole("link", { name: "Candour" }).first().waitFor();
  expect(new Set(asked)).toEqual(new Set(["/api/reading/papers"]));
});

test("its parts are recalled one by one, and what is not remembered is told so", async () => {
  await page.getByRole("link", { name: "Candour" }).first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Notes" }).waitFor();
  await tabTo(page, /^Recall its parts/);
  await page.keyboard.press("Enter");
  for (const part of ["Problem", "Method", "Result", "Limit", "Relation"]) {
    await page.getByRole("region", { name: part }).waitFor();
    if (part === "Limit") {
      await tabTo(page, /^I do not remember it/);
      await page.keyboard.press("Enter");
      continue;
    }
    await page.getByLabel(part, { exact: true }).last().focus();
    await page.keyboard.insertText(NOTES[part.toLowerCase() as keyof typeof NOTES]);
    await page.keyboard.press("Control+Enter");
  }
  await page.getByRole("region", { name: "What came across" }).waitFor();
  await page.getByRole("link", { name: "Now teach it back" }).waitFor();
});

test("a feed inside the network is refused where it is typed; a suggestion is added and not fetched", async () => {
  await page.goto(`${server.url}/reading/feeds`);
  await page.getByText("No feed yet.").waitFor();
  await page.getByLabel(/^Address of a feed/).focus();
  await page.keyboard.insertText(`${server.url}/feed.xml`);
  await page.keyboard.press("Enter");
  await page.getByText("inside your network").waitFor();
  await tabTo(page, /^Add BAIR/);
  await page.keyboard.press("Enter");
  await page.getByText("not read yet").waitFor();
  await page.getByText("Nothing unread.").waitFor();
});

test("on a phone nothing runs out of the pages", async () => {
  await page.setViewportSize({ width: 360, height: 780 });
  expect(await fitsPhone()).toBe(true);
  await page.goto(`${server.url}/reading`);
  await page.getByRole("link", { name: "Candour" }).first().click();
  await page.getByRole("heading", { name: "Notes" }).waitFor();
  expect(await fitsPhone()).toBe(true);
  await page.goto(`${server.url}/reading`);
  await page.getByRole("heading", { name: /^Your list/ }).waitFor();
  expect(await fitsPhone()).toBe(true);
});

test("no page complained but of what was refused", () =>
  expect(complaints.filter((each) => !/status of 400/.test(each))).toEqual([]));
