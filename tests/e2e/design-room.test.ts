import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Server } from "../support/server.ts";
import { writeTinyBank } from "../support/tiny-bank.ts";
import { writeTinyCase } from "../support/tiny-case.ts";
import { openRealPage, type RealPage } from "./real-page.ts";

// From the brief to the scorecard, once by mouse and once by keyboard alone: the real server, grader and simulator, and a small case.

const CASE = "/design/tiny-rows";
/** No call is tried again: half of the machines gone is half of the answers gone. */
const WEAK = "gateway -> app:service{cpu=2 x2, time=12ms} -> ranker";
const MENDED =
  "gateway{zones=2} -> app:service{cpu=4 x4, time=10ms, zones=2}[timeout=80ms, retry=3, budget=1] -> ranker";
const ANSWER =
  "Each batch is then a random sample of the data, and its gradient is an unbiased estimate of the full gradient.";

let opened: RealPage;
let server: Server;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  opened = await openRealPage((contentDir) => {
    writeTinyBank(contentDir);
    writeTinyCase(contentDir);
  });
  ({ server, context, page, complaints } = opened);
});
afterAll(() => opened?.close());

const text = (): Locator => page.getByRole("region", { name: "The design as text" }).locator(".cm-content");
const runHead = (number: number): Locator => page.getByRole("heading", { name: `Run ${number}`, exact: true });

/** Writes a design in place of what stands there, key by key. */
async function write(design: string): Promise<void> {
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.type(design);
  await page.keyboard.press("Escape"); // no completion is meant
  await expect.poll(() => text().innerText()).toBe(design);
}
const saved = (): Promise<void> => page.getByText(/^saved /).waitFor();

describe("by mouse", () => {
  test("a case opens from the list, and says what will come", async () => {
    await page.goto(`${server.url}/design`);
    await page.getByRole("list", { name: "Cases" }).getByRole("link").first().click();
    await page.getByRole("button", { name: /^Begin/ }).click();
    await page.getByLabel("Your question").waitFor();
  });

  test("the interviewer answers what is asked, and says when they do not understand", async () => {
    await page.getByLabel("Your question").fill("What is the QPS at peak?");
    await page.getByRole("button", { name: /^Ask/ }).click();
    await page.getByRole("complementary", { name: "What you know" }).getByText("A hundred requests a second").waitFor();
    await page.getByLabel("Your question").fill("Which colour has the moon?");
    await page.getByRole("button", { name: /^Ask/ }).click();
    await page.getByText("not understood").waitFor();
  });

  test("what is typed survives a reload", async () => {
    await page.getByRole("button", { name: /^Next: Scope/ }).click();
    await page.getByRole("textbox").first().fill(ANSWER);
    await page.reload();
    await expect.poll(() => page.getByRole("textbox").first().inputValue()).toBe(ANSWER);
    await saved();
  });

  test("nothing runs before the estimates, which close when they are handed in", async () => {
    await page.getByRole("button", { name: "Design & run", exact: true }).click();
    await text().click();
    await write(WEAK);
    await page.getByRole("button", { name: /^Run/ }).click();
    await page.getByRole("button", { name: /^To the estimates/ }).click();
    await page.getByLabel("How many requests arrive on a day").fill("9 million");
    await page.getByLabel("What will the 99th percentile").fill("5");
    await page.getByRole("button", { name: /^Hand in the estimates/ }).click();
    await page.getByRole("button", { name: "Hand in", exact: true }).click();
    await page.locator("main").getByText("1 of 3 right").waitFor();
    await expect.poll(() => page.getByText("A hundred a second for 86,400 seconds").count()).toBe(1);
  });

  test("after that each quantity can be worked out with other figures", async () => {
    await page.getByText("Try it with other figures").first().click();
    await page.getByLabel("rate", { exact: true }).fill("2k");
    await page.getByText("= 173 million").waitFor();
    await page.getByLabel("rate", { exact: true }).fill("lots");
    await page.getByText("needs a figure").waitFor();
  });

  test("the button that runs leads to the error of a design that has one", async () => {
    await page.getByRole("button", { name: /^Next: Design & run/ }).click();
    await text().click();
    await write("gatway -> app:service");
    await page.getByRole("button", { name: /^Run/ }).click();
    await page
      .getByRole("toolbar", { name: "Design" })
      .getByText(/^Not run\. There is no component/)
      .waitFor();
    await write(WEAK);
  });

  test("a run says what it missed, and the interviewer asks about it", async () => {
    await page.getByRole("button", { name: /^Run/ }).click();
    await runHead(1).waitFor({ timeout: 60_000 });
    await page
      .locator("main")
      .getByText(/of 3 objectives hold/)
      .waitFor();
    await page.getByRole("button", { name: /^Defend it: \d question/ }).click();
    await page.getByLabel("Why do we shuffle").first().fill(ANSWER);
    await page.getByRole("button", { name: /^Answer/ }).click();
    await page.getByText("A strong answer").first().waitFor({ timeout: 60_000 });
    await expect.poll(() => page.locator("mark").count()).toBeGreaterThan(0);
  });

  test("a second run after mending says what it won", async () => {
    await page.getByRole("button", { name: /^Mend and run again/ }).click();
    await text().click();
    await write(MENDED);
    await page.getByRole("button", { name: /^Run/ }).click();
    await runHead(2).waitFor({ timeout: 60_000 });
    await page.getByText(/^Won since the first run: /).waitFor();
  });

  test("finishing says what is missing, and shows the scorecard with its evidence", async () => {
    await page.getByRole("button", { name: "Scorecard", exact: true }).click();
    await expect
      .poll(() => page.getByRole("list", { name: "Not done yet" }).getByRole("listitem").count())
      .toBeGreaterThan(0);
    await page.getByRole("button", { name: /^Finish/ }).click();
    await page.getByText("Worth most to mend").waitFor({ timeout: 60_000 });
    await expect.poll(() => page.getByRole("list", { name: "Scores" }).getByRole("listitem").count()).toBe(11);
    await expect.poll(() => page.locator("q").count()).toBeGreaterThan(0);
    await page.getByRole("heading", { name: "The reference design" }).waitFor();
    await page.getByRole("button", { name: "Run it beside yours" }).press("Enter");
    await page.getByText("The square is the reference.").waitFor();
    await page.reload();
    await page.getByText("Worth most to mend").waitFor();
  });
});

describe("by keyboard alone", () => {
  test("a finished case is begun again from the list", async () => {
    await page.goto(`${server.url}/design`);
    await page.locator("[data-row]").first().waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "Earlier attempts" }).waitFor();
    await page.keyboard.press("g");
    await page.getByLabel("Your question").waitFor();
  });

  test("asking, scoping and estimating need no mouse", async () => {
    await page.keyboard.type("What latency target must we meet?");
    await page.keyboard.press("Enter");
    await page.getByRole("complementary", { name: "What you know" }).getByText("100 milliseconds").waitFor();
    await page.keyboard.press("Control+Shift+Enter");
    await page.getByRole("heading", { name: "Scope", exact: true }).waitFor();
    await page.keyboard.type(ANSWER);
    await page.keyboard.press("Control+Shift+Enter");
    await page.getByRole("heading", { name: "Estimate", exact: true }).waitFor();
    for (const typed of ["8M", "40 ms", "service"]) {
      await page.keyboard.type(typed);
      await page.keyboard.press("Enter");
    }
    await page.keyboard.press("Enter"); // the last row led to the button that hands in
    await page.keyboard.press("Enter");
    await page
      .locator("main")
      .getByText(/^\d of 3 right/)
      .waitFor();
  });

  test("a design is typed, run, defended and mended", async () => {
    await page.keyboard.press("Alt+4");
    await text().waitFor();
    await page.keyboard.press("Alt+x");
    await write(WEAK);
    await page.keyboard.press("Control+Enter");
    await runHead(1).waitFor({ timeout: 60_000 });
    await page.keyboard.press("Alt+5");
    await page.getByText(/^Question 1 of/).waitFor();
    await page.keyboard.type(ANSWER);
    await page.keyboard.press("Control+Enter");
    await page.getByText("A strong answer").first().waitFor({ timeout: 60_000 });
    await page.keyboard.press("Alt+4");
    await text().waitFor();
    await page.keyboard.press("Alt+x");
    await write(MENDED);
    await page.keyboard.press("Control+Enter");
    await runHead(2).waitFor({ timeout: 60_000 });
  });

  test("the facts stay within reach, and every key is told by ?", async () => {
    await page.keyboard.press("Alt+0");
    await page.getByRole("complementary", { name: "What you know" }).getByText("100 milliseconds").waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByText("On to the next phase").waitFor();
    await page.keyboard.press("Escape");
  });

  test("the attempt ends in its scorecard", async () => {
    await page.keyboard.press("Alt+6");
    await page.getByRole("heading", { name: "Scorecard", exact: true }).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("Worth most to mend").waitFor({ timeout: 60_000 });
  });
});

test("a server that is gone loses nothing: the page says so, and sends it when it is back", async () => {
  await page.goto(`${server.url}${CASE}`);
  await page.getByRole("button", { name: /^Begin/ }).click();
  await page.getByLabel("Your question").waitFor();
  await context.setOffline(true);
  await page.getByLabel("Your question").fill("What is the budget?");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("The server does not answer.").waitFor();
  expect(await page.getByLabel("Your question").inputValue()).toBe("What is the budget?");
  await page.keyboard.press("Alt+2");
  await page.getByRole("textbox").first().fill("typed while the server was away");
  await page.getByText(/^Not saved: /).waitFor();
  await context.setOffline(false);
  await saved();
  await page.reload();
  await expect.poll(() => page.getByRole("textbox").first().inputValue()).toBe("typed while the server was away");
  await page.keyboard.press("Alt+1");
  expect(await page.getByLabel("Your question").inputValue()).toBe("What is the budget?");
});

test("on a phone nothing runs out of the page", async () => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`${server.url}/design`);
  await page.locator("h1").first().waitFor();
  const width = () => page.locator("html").evaluate((html) => html.scrollWidth);
  expect(await width()).toBeLessThanOrEqual(360);
  await page.goto(`${server.url}${CASE}`);
  for (const [key, name] of ["Clarify", "Scope", "Estimate", "Design & run", "Defend", "Scorecard"].entries()) {
    await page.getByRole("button", { name, exact: true }).waitFor();
    await page.keyboard.press(`Alt+${key + 1}`);
    await page.getByRole("heading", { name, exact: true }).waitFor();
    expect(await width(), name).toBeLessThanOrEqual(360);
  }
});

test("no page complained", () => {
  // the test itself took the network away
  expect(complaints.filter((text) => !text.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
});
