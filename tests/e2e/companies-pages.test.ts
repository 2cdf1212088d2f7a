import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Server } from "../support/server.ts";
import { openRealPage, type RealPage } from "./real-page.ts";
import { tabTo } from "./tab-to.ts";

// The real server, our own questions, a real browser, and no mouse.

let opened: RealPage;
let server: Server;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  opened = await openRealPage();
  ({ server, page, complaints } = opened);
  await page.goto(`${server.url}/jobs/companies`);
  await page.getByText("You interview them too.").waitFor();
});
afterAll(() => opened?.close());

/** Chooses from a native list by its keys. */
async function choose(label: string, option: string) {
  const list = page.getByLabel(label, { exact: true });
  await list.focus();
  await page.keyboard.type(option);
  await expect.poll(() => list.locator("option:checked").innerText()).toContain(option);
}

test("a company begins as a range, narrows by a score with evidence, and stays after a reload", async () => {
  await page.getByLabel("A company that you look at").focus();
  await page.keyboard.type("Acme");
  await page.keyboard.press("Enter");
  await page.getByText("1.0 to 5.0 of 5").waitFor();
  await tabTo(page, /^Acme$/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Scorecard" }).waitFor();
  await choose("Score of Team", "4");
  await page.getByText("nothing that anybody said stands behind it").waitFor();
  await page.getByRole("button", { name: "What was said about team" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("A first change took two days.");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Grace");
  await page.keyboard.press("Enter");
  await page.getByText("nothing that anybody said stands behind it").waitFor({ state: "detached" });
  // what is unknown stays a range: six of seven equal weights
  await page.getByText("1.4 to 4.9 of 5").waitFor();
  await page.reload();
  await page.getByText("A first change took two days.").waitFor();
  await page.getByText("1.4 to 4.9 of 5").waitFor();
});

test("at most five questions are taken for a meeting and kept with the company", async () => {
  await tabTo(page, /^Choose questions for a meeting$/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "For this meeting" }).waitFor();
  await choose("Interviewer", "Hiring");
  await choose("Round", "Hiring");
  for (let taken = 0; taken < 5; taken++) {
    await page.getByRole("button", { name: /^Ask:/ }).first().focus();
    await page.keyboard.press("Enter");
    await page.getByText(`${taken + 1} of 5.`).waitFor();
  }
  expect(await page.getByRole("button", { name: /^Ask:/ }).first().isDisabled()).toBe(true);
  await page.reload();
  await page.getByText("5 of 5. Kept with the company.").waitFor();
});

test("two offers stand beside each other, and tell at which price of the share they are equal", async () => {
  await page.goto(`${server.url}/jobs/offers`);
  for (const { name, base } of [
    { name: "Zenith", base: "110000" },
    { name: "Acme", base: "100000" },
  ]) {
    await page.getByRole("button", { name: "Add an offer" }).focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Company", { exact: true }).focus();
    await page.keyboard.type(name);
    await page.getByLabel("Base", { exact: true }).focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.type(base);
    if (name === "Acme") {
      await page.getByRole("button", { name: "Add shares (RSU)" }).focus();
      await page.keyboard.press("Enter");
    }
    await page.getByRole("button", { name: "Keep the offer" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: `Edit ${name}` }).waitFor();
  }
  await page.getByText(/^Equals Zenith with its share at/).waitFor();
  const believed = page.getByLabel("Every share gains in a year");
  const before = await page.locator("[aria-live] .num").allInnerTexts();
  await believed.focus();
  await page.keyboard.press("End");
  await expect
    .poll(async () => (await page.locator("[aria-live] .num").allInnerTexts()).join())
    .not.toBe(before.join());
  await page.reload();
  await page.getByRole("button", { name: "Edit Acme" }).waitFor();
});

test("a figure that is missing is told of, and what was typed is there after a reload", async () => {
  await page.getByRole("button", { name: "Edit Acme" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Base", { exact: true }).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.getByText("A figure of the base is missing or out of range.").waitFor();
  expect(await page.getByRole("button", { name: "Keep the offer" }).isDisabled()).toBe(true);
  await page.keyboard.type("123456");
  await page.getByText("A figure of the base is missing or out of range.").waitFor({ state: "detached" });
  await page.reload();
  expect(await page.getByLabel("Base", { exact: true }).inputValue()).toBe("123,456");
});

test("the palette finds all three, and the browser had nothing to complain of", async () => {
  await page.keyboard.press("Control+k");
  await page.keyboard.type("questions to ask");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.url()).toContain("/jobs/questions");
  expect(complaints).toEqual([]);
});
