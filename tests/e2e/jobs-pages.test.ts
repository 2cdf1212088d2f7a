import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BoardServer, startBoardServer } from "../support/board-server.ts";
import { GREENHOUSE } from "../support/job-boards.ts";
import type { Server } from "../support/server.ts";
import { openRealPage, type RealPage } from "./real-page.ts";
import { tabTo } from "./tab-to.ts";

// The real server, a real browser, a board on loopback, and no mouse.

let opened: RealPage;
let server: Server;
let page: Page;
let board: BoardServer;

beforeAll(async () => {
  board = await startBoardServer();
  opened = await openRealPage(undefined, { HOLDOUT_GREENHOUSE_API: board.url });
  ({ server, page } = opened);
  await page.goto(`${server.url}/jobs`);
});
afterAll(async () => {
  await opened?.close();
  await board?.close();
});

const heading = (name: string | RegExp) => page.getByRole("heading", { name });
const widthOf = () => page.locator("html").evaluate((html) => html.scrollWidth);

test("before any board there is a sample, marked, and it is searched by typing", async () => {
  await page.getByText("A sample.").waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("ranking fraud");
  await page.getByText(/of 64 postings/).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("x");
  await page.getByText("64 postings", { exact: true }).waitFor();
});

test("a board is named, asked when told to, and takes the place of the sample", async () => {
  expect(board.asked).toEqual([]);
  board.say(GREENHOUSE);
  await page.getByLabel("Address of a job board, or of a page with a job").focus();
  await page.keyboard.type("https://boards.greenhouse.io/quillfern");
  await page.keyboard.press("Enter");
  await page.getByText("2 open, 2 new, 1 left out").waitFor();
  await page.getByText("2 postings", { exact: true }).waitFor();
  expect(await page.getByText("A sample.").count()).toBe(0);
  board.answer((_, response) => response.writeHead(404).end());
  await page.keyboard.type("greenhouse:nobody");
  await page.keyboard.press("Enter");
  await page.getByText('There is no Greenhouse board "nobody".').waitFor();
});

test("a posting is opened by a key, its pay is quoted, and one key saves it", async () => {
  await page.keyboard.press("Tab");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await heading("Senior Machine Learning Engineer, Ranking").waitFor();
  await page.getByText("€95,000 – €120,000").first().waitFor();
  await page.keyboard.press("s");
  await heading("History").waitFor();
});

test("a next step is written and is due on its day; it moves and is closed with its reason by keys", async () => {
  await page.getByLabel("Next step").fill("Write to the recruiter");
  await page.getByLabel("Comes up on").fill("2020-01-02");
  await page.getByLabel("Notes").focus();
  await page.keyboard.type("They asked about drift.");
  await tabTo(page, /^Save/);
  await page.keyboard.press("Enter");
  await page.getByText("Saved.").waitFor();
  await page.goto(`${server.url}/jobs/board`);
  await heading("Due").waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => page.getByRole("region", { name: /^Applied 1/ }).count()).toBe(1);
  await page.getByLabel(/^Stage of/).focus();
  await page.keyboard.press("End");
  await page.getByLabel("Why is it closed?").waitFor();
  await tabTo(page, /^Close it/);
  await page.keyboard.press("Enter");
  await page
    .getByRole("region", { name: /^Closed 1/ })
    .getByText("They said no")
    .waitFor();
  expect(await heading("Due").count()).toBe(0);
});

test("pay is told as published, with its posting", async () => {
  await page.goto(`${server.url}/jobs/pay`);
  await page.getByText("2 of 2 postings say what they pay.").waitFor();
  await expect.poll(() => page.getByText("too few for a middle").count()).toBe(2);
});

test("a posting leads to what it asks for, and the same posting is not kept twice", async () => {
  for (let times = 0; times < 2; times++) {
    await page.goto(`${server.url}/jobs`);
    await page.getByText("2 postings", { exact: true }).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await tabTo(page, /^Tailor to it$/);
    await page.keyboard.press("Enter");
    await heading("What it asks for").waitFor();
  }
  const { postings } = await (await page.request.get(`${server.url}/api/tailoring/postings`)).json();
  expect(postings).toHaveLength(1);
});

test("on a phone the filters are folded behind a button that counts them; the list is asked for once", async () => {
  await page.setViewportSize({ width: 360, height: 780 });
  const asked: string[] = [];
  page.on("request", (request) => request.url().includes("/jobs/postings?") && asked.push(request.url()));
  await page.goto(`${server.url}/jobs?role=mle`);
  await page.getByText("1 of 2 postings", { exact: true }).waitFor();
  expect(asked).toHaveLength(1);
  const role = page.getByLabel("Role", { exact: true });
  expect(await role.isVisible()).toBe(false);
  await tabTo(page, /^Filters: 1 set$/);
  await page.keyboard.press("Enter");
  await role.waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Data");
  await page.locator("[data-row]").getByText("Data Scientist").waitFor();
});

test("each page of the room is the one current page of its tabs", async () => {
  for (const [path, name] of [
    ["/jobs/pay", "Pay"],
    ["/jobs", "Jobs"],
  ]) {
    await page.goto(server.url + path);
    const tabs = page.getByRole("navigation", { name: "Jobs" }).locator('[aria-current="page"]');
    await expect.poll(() => tabs.allInnerTexts()).toEqual([name]);
  }
});

test("on a phone the name of the room opens the list of all", async () => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`${server.url}/jobs/questions`);
  await heading("Questions to ask").waitFor();
  await tabTo(page, /^Rooms: Jobs$/);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Rooms" }).waitFor();
  await tabTo(page, /^Reading$/);
  await page.keyboard.press("Enter");
  await heading("Put your first paper on the list").waitFor();
});

test("on a phone nothing runs out of the pages", async () => {
  await page.setViewportSize({ width: 360, height: 780 });
  const id = (await (await page.request.get(`${server.url}/api/jobs/applications`)).json()).applications[0].id;
  for (const path of ["/jobs", "/jobs/pay", "/jobs/board", `/jobs/board/${id}`]) {
    await page.goto(`${server.url}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expect.poll(widthOf).toBeLessThanOrEqual(360);
  }
});

test("no page complained", () => expect(opened.complaints).toEqual([]));
