import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Server } from "../support/server.ts";
import { temporaryFolder, writeFiles, writeTinyBank } from "../support/tiny-bank.ts";
import { openRealPage, type RealPage } from "./real-page.ts";
import { tabTo } from "./tab-to.ts";

// The real server, a real Git repository and a real browser, and no mouse.

const TRAIN = `from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


def train(X, y):
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=7)
    scaler = StandardScaler().fit(X_test)
    return LogisticRegression(C=0.3).fit(scaler.transform(X_train), y_train)
`;
// as long as no telephone is wide, and without a place where a line would break
const CODE = "src/forecasting_of_the_stations_that_run_empty_by_the_next_morning/train.py";
const README = `# Bikes

It forecasts which bike stations run empty by the next morning, so that vans know where to go.

## Results

| model | accuracy |
|---|---|
| always empty | 0.61 |
| ours | 0.74 |
`;

let opened: RealPage;
let server: Server;
let page: Page;
let complaints: string[];
let folder: ReturnType<typeof temporaryFolder>;
let root: string;
let github: HttpServer;

beforeAll(async () => {
  folder = temporaryFolder();
  root = join(folder.path, "bikes");
  writeFiles(root, { "README.md": README, [CODE]: TRAIN });
  const who = ["-c", "user.name=Ada", "-c", "user.email=ada@lab.org", "-c", "commit.gpgsign=false"];
  for (const args of [
    ["init", "-q"],
    ["add", "-A"],
    ["commit", "-qm", "A first model"],
  ])
    execFileSync("git", [...who, "-C", root, ...args], { stdio: "ignore" });
  github = createServer(({ url = "" }, response) => {
    const repository = { name: "whales", html_url: "https://github.com/ada/whales", description: "Finds calls." };
    const more = { language: "Python", stargazers_count: 3, fork: false, pushed_at: null };
    const body = url.startsWith("/search/") ? { total_count: 2 } : [{ ...repository, ...more }];
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => github.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(github.address() as AddressInfo).port}`;
  opened = await openRealPage(writeTinyBank, { HOLDOUT_GITHUB_API: address });
  ({ server, page, complaints } = opened);
});
afterAll(async () => {
  await opened?.close();
  github?.closeAllConnections();
  github?.close();
  folder[Symbol.dispose]();
});

const field = () => page.getByLabel("Folder on this machine, or address of a Git repository");

test("a folder that is not there is told where it was typed", async () => {
  await page.goto(`${server.url}/portfolio`);
  await field().focus();
  await page.keyboard.type(join(folder.path, "nowhere"));
  await page.keyboard.press("Enter");
  await page.getByRole("alert").filter({ hasText: "nowhere" }).waitFor();
});

test("a repository is read: dimensions with their lines, mends and questions about its own code", async () => {
  await field().focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(root);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "What your code invites" }).waitFor({ timeout: 60_000 });
  expect(await page.locator("h1").innerText()).toContain("bikes");
  const questions = page.getByRole("region", { name: "What your code invites" });
  expect(await questions.innerText()).toContain(`${CODE}:`);
  await expect
    .poll(() => page.getByRole("region", { name: "As an interviewer reads it" }).getByRole("listitem").count())
    .toBe(15);
});

test("what a project is about can be told by the keyboard, and stays", async () => {
  const learned = "New stations look unlike any other for weeks.";
  const learnings = page.getByLabel("What I learned");
  await learnings.focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(learned);
  await tabTo(page, /^Save$/);
  await page.keyboard.press("Enter");
  await page
    .getByRole("status")
    .filter({ hasText: /^Saved\.$/ })
    .waitFor();
  const { projects } = await (await page.request.get(`${server.url}/api/portfolio`)).json();
  expect(projects.map(({ told }: { told: { learnings: string } }) => told.learnings)).toEqual([learned]);
  await page.reload();
  await expect.poll(() => learnings.inputValue()).toBe(learned);
});

test("the site is written to a folder, without a script in it", async () => {
  await page.goto(`${server.url}/portfolio`);
  await page.getByLabel("Folder to write into").focus();
  await page.keyboard.press("Control+a");
  const out = join(folder.path, "site");
  await page.keyboard.type(out);
  await page.keyboard.press("Enter");
  await expect.poll(() => existsSync(join(out, "index.html")), { timeout: 30_000 }).toBe(true);
  expect(readFileSync(join(out, "index.html"), "utf8")).not.toContain("<script");
});

test("public repositories of a GitHub user are listed to choose from", async () => {
  await page.goto(`${server.url}/portfolio`);
  await tabTo(page, /^Choose from your public repositories/);
  await page.keyboard.press("Enter");
  await page.getByLabel("GitHub user").focus();
  await page.keyboard.type("ada");
  await page.keyboard.press("Enter");
  const found = page.getByRole("region", { name: "On GitHub" });
  await found.getByText("For others: 2 merged pull requests, 2 reviews, 2 issues.").waitFor();
  await tabTo(page, /^Read whales$/);
});

test("on a phone nothing runs out of the page", async () => {
  await page.setViewportSize({ width: 360, height: 780 });
  const { projects } = await (await page.request.get(`${server.url}/api/portfolio`)).json();
  for (const path of ["/portfolio", `/portfolio/${projects[0].id}`]) {
    await page.goto(`${server.url}${path}`);
    await page.locator("h1").first().waitFor();
    await page.waitForLoadState("networkidle");
    if (path !== "/portfolio") await page.locator("code").getByText(`${CODE}:`).first().waitFor();
    expect(await page.locator("html").evaluate((html) => html.scrollWidth), path).toBeLessThanOrEqual(360);
  }
});

test("no page complained but of what was not found", () => {
  expect(complaints.filter((each) => !/404|400|422|Failed to load resource/.test(each))).toEqual([]);
});
