import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Server } from "../support/server.ts";
import { STORY } from "../support/stories.ts";
import { mockOn } from "./mock-on.ts";
import { openRealPage, type RealPage } from "./real-page.ts";
import { tabTo } from "./tab-to.ts";

// The real server, grader and bank, a real browser, and no mouse: a mock of two rounds from its plan to its replay.

const ANSWER =
  "Averaging many models that err in different ways lowers the variance and leaves the bias; I would measure it with cross-validation on data that was held out, and compare it with a plain baseline.";

let opened: RealPage;
let server: Server;
let page: Page;
let complaints: string[];
let mockUrl = "";

beforeAll(async () => {
  opened = await openRealPage();
  ({ server, page, complaints } = opened);
});
afterAll(() => opened?.close());

const mock = (on = page) => mockOn({ server, page: on });
const box = (on = page) => mock(on).box();
const turnsSaid = (on = page) => mock(on).turnsSaid();
const elapsedSeconds = async (on = page) => {
  const [minutes = 0, seconds = 0] =
    (await on.getByRole("timer", { name: "Time of this round" }).innerText()).split(" ")[0]?.split(":").map(Number) ??
    [];
  return minutes * 60 + seconds;
};
test("a loop is planned: rounds are removed, added, moved and timed, and what cannot be held is said", async () => {
  await page.goto(`${server.url}/interview`);
  await page.getByRole("heading", { name: "Rounds", exact: true }).waitFor();
  const { loops } = await (await page.request.get(`${server.url}/api/interviews`)).json();
  const missing = loops[0].rounds.filter((each: { available: boolean }) => !each.available);
  await expect
    .poll(() => page.getByText(/Left out, because they cannot be held here yet/).count())
    .toBe(missing.length > 0 ? 1 : 0);
  const rounds = page.getByRole("list", { name: "Rounds" }).getByRole("listitem");
  while ((await rounds.count()) > 0) {
    const before = await rounds.count();
    await rounds
      .first()
      .getByRole("button", { name: /^Remove/ })
      .focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => rounds.count()).toBe(before - 1);
  }
  expect(await page.getByRole("button", { name: "Begin the loop" }).isDisabled()).toBe(true);
  for (const kind of ["Behavioral", "ML breadth"]) {
    await page.getByLabel("Another round").selectOption({ label: kind });
    await page.getByRole("button", { name: `Add ${kind}` }).focus();
    await page.keyboard.press("Enter");
  }
  await page.getByRole("button", { name: "Move ML breadth up" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => rounds.first().innerText()).toContain("ML breadth");
  // the focus goes with what was moved
  await page.getByRole("button", { name: "Move ML breadth down" }).and(page.locator(":focus")).waitFor();
  await page.getByLabel("Minutes of ML breadth", { exact: true }).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("15");
  await page.getByRole("heading", { name: /loop: 2 rounds/ }).waitFor();
});

test("a calm page says what comes, and Begin leads to a question with the focus in the box", async () => {
  await tabTo(page, /^Begin the loop/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/interview\/./);
  mockUrl = page.url();
  await page.getByRole("heading", { name: "ML breadth" }).waitFor();
  await expect
    .poll(() => page.getByRole("list").filter({ hasText: "Behavioral" }).getByRole("listitem").count())
    .toBe(2);
  await tabTo(page, /^Begin/);
  await page.keyboard.press("Enter");
  await box().and(page.locator(":focus")).waitFor({ timeout: 60_000 });
  await page.getByText("Question 1 of 3").waitFor();
  expect((await page.getByRole("region", { name: "The interviewer" }).innerText()).length).toBeGreaterThan(20);
});

test("words are said with Ctrl-Enter: the box is empty, has the focus, and the interviewer goes on", async () => {
  await mock().say(ANSWER);
  expect(await box().inputValue()).toBe("");
  await box().and(page.locator(":focus")).waitFor();
  await expect.poll(() => turnsSaid().filter({ hasText: ANSWER }).count()).toBe(1);
});

test("after a reload there is the same draft, and the clock within two seconds", async () => {
  await box().focus();
  await page.keyboard.insertText("It depends on what an error costs");
  await page.getByText(/^saved /).waitFor();
  await expect.poll(() => elapsedSeconds()).toBeGreaterThan(3);
  const before = await elapsedSeconds();
  const beganMs = Date.now();
  await page.reload();
  await box().waitFor();
  expect(await box().inputValue()).toBe("It depends on what an error costs");
  const passed = (Date.now() - beganMs) / 1000;
  const after = await elapsedSeconds();
  expect(after).toBeGreaterThanOrEqual(before - 2);
  expect(after).toBeLessThanOrEqual(before + passed + 2);
  expect(await page.evaluate("Object.keys(localStorage).some((key) => key.includes('under-way'))")).toBe(false);
});

test("the draft and the clock are on the server as well: another browser has them", async () => {
  const other = await opened.browser.newContext();
  const elsewhere = await other.newPage();
  await elsewhere.goto(mockUrl);
  await box(elsewhere).waitFor();
  expect(await box(elsewhere).inputValue()).toBe("It depends on what an error costs");
  await other.close();
});

test("what is said in one tab is said in place in the other, and nothing typed is lost or doubled", async () => {
  const second = await opened.context.newPage();
  await second.goto(mockUrl);
  await box(second).waitFor();
  await box(second).fill("Words of the second tab");
  await page.bringToFront();
  await box().focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("Words of the first tab, which come first.");
  const before = await turnsSaid().count();
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => turnsSaid().count(), { timeout: 60_000 }).toBeGreaterThan(before + 1);
  await second.bringToFront();
  await second.getByText("The mock went on in another tab.").waitFor({ timeout: 60_000 });
  expect(await box(second).inputValue()).toBe("Words of the second tab");
  await expect.poll(() => turnsSaid(second).filter({ hasText: "Words of the first tab" }).count()).toBe(1);
  await second.close();
  await page.bringToFront();
});

test("words that were sent while the server was away arrive once", async () => {
  await page.getByRole("region", { name: "The interviewer" }).waitFor();
  let lost = 0;
  // the first time the answer is lost on its way back, the second time the request itself
  await page.route("**/api/interviews/*/say", async (route) => {
    lost += 1;
    if (lost === 1) await route.fetch();
    if (lost <= 2) await route.abort();
    else await route.continue();
  });
  const before = await turnsSaid().count();
  await box().focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("I would look at the residuals by segment first.");
  await page.keyboard.press("Control+Enter");
  await page.getByText("It is kept, and sent again by itself.").waitFor();
  await expect.poll(() => turnsSaid().count(), { timeout: 60_000 }).toBeGreaterThan(before + 1);
  expect(lost).toBe(3);
  await expect.poll(() => turnsSaid().filter({ hasText: "residuals by segment" }).count()).toBe(1);
  await page.unroute("**/api/interviews/*/say");
  complaints.splice(0, complaints.length, ...complaints.filter((each) => !each.includes("ERR_FAILED")));
});

test("a round ends in place, and a break leads to the next", async () => {
  await mock().endRound();
  await page
    .getByRole("heading", { name: "Next: Behavioral" })
    .and(page.locator(":focus"))
    .waitFor({ timeout: 60_000 });
  await page.getByRole("timer", { name: "Left of the break" }).waitFor();
  await page.keyboard.press("g");
  await box().and(page.locator(":focus")).waitFor({ timeout: 60_000 });
  await expect.poll(() => turnsSaid().count()).toBe(1);
  await mock().say(STORY);
  await mock().endRound();
});

test("the scorecard has the recommendation first, then rounds, quotes, a debrief and what to practise", async () => {
  const recommendation = page.getByRole("region", { name: "Recommendation" });
  await recommendation.waitFor({ timeout: 60_000 });
  await recommendation.getByRole("heading").and(page.locator(":focus")).waitFor();
  expect(await recommendation.innerText()).toMatch(/hire|not enough evidence/i);
  await page.getByRole("heading", { name: "What it changes in the plan" }).waitFor();
  for (const name of ["ML breadth", "Behavioral", "The panel's debrief", "Practise next"])
    expect(await page.getByRole("region", { name, exact: true }).first().isVisible(), name).toBe(true);
  await expect.poll(() => page.getByText("A model answer").count()).toBeGreaterThan(1);
});

test("a quote leads to its moment, and the arrows go on from there", async () => {
  await tabTo(page, /^“/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/#turn-\d+$/);
  const hash = new URL(page.url()).hash;
  await page.locator(`${hash}:focus`).waitFor();
  await expect.poll(() => page.locator(`${hash} mark`).count()).toBeGreaterThan(0);
  await page.keyboard.press("ArrowUp");
  await page.locator("[data-row]:focus").waitFor();
  expect(await page.locator("[data-row]:focus").getAttribute("id")).not.toBe(hash.slice(1));
  await page.keyboard.press("ArrowDown");
  await page.locator(`${hash}:focus`).waitFor();
  await page.goto(`${mockUrl}${hash}`);
  await page.reload();
  await page.locator(`${hash}:focus`).waitFor();
});

test("it is exported as one file that needs nothing else", async () => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("e")]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const html = Buffer.concat(chunks).toString("utf8");
  expect(html).toContain(ANSWER);
  expect(html).not.toMatch(/<script|\bsrc=/);
});

test("on paper there is the scorecard alone, light and unfolded", async () => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.evaluate("dispatchEvent(new Event('beforeprint'))");
  expect(await page.getByRole("navigation", { name: "Rooms" }).count()).toBe(0);
  await expect.poll(() => page.locator("main details[open]").count()).toBeGreaterThan(0);
  expect(await page.locator("main details:not([open])").count()).toBe(0);
  expect(await page.evaluate("getComputedStyle(document.documentElement).backgroundColor")).toBe("rgb(250, 249, 246)");
  await page.evaluate("dispatchEvent(new Event('afterprint'))");
  await page.emulateMedia({ media: null, colorScheme: null });
});

test("what is practised next is at an address that the app has", async () => {
  const links = page.getByRole("region", { name: "Practise next" }).getByRole("link");
  const addresses = new Set(await links.evaluateAll((all) => all.map((each) => each.getAttribute("href"))));
  expect(addresses.size).toBeGreaterThan(0);
  for (const address of addresses) {
    await page.goto(`${server.url}${address}`);
    await page.locator("h1").first().waitFor();
    expect(await page.getByText("There is no such page").count(), `${address}`).toBe(0);
  }
});

test("the mock stands in the list with its result, and a single round begins with one press", async () => {
  await page.goto(`${server.url}/interview`);
  const mocks = page.getByRole("region", { name: "Your mocks" });
  expect(await mocks.innerText()).toMatch(/hire|not enough evidence/i);
  await tabTo(page, /^One \d+-minute ML breadth round/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "ML breadth", exact: true }).waitFor();
  await page.goto(`${server.url}/interview`);
  await page.getByRole("heading", { name: /^Go on with/ }).waitFor();
  await tabTo(page, /^Remove ML breadth round/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect.poll(() => mocks.getByRole("listitem").count()).toBe(1);
});

test("it reads aloud once it is told to, by a voice of the machine, and stops for the first word typed", async () => {
  const context = await opened.browser.newContext();
  // a headless browser has no voice: one that notes what it is asked to say
  await context.addInitScript(() => {
    const heard: string[] = [];
    const voices = [
      { name: "Afar", lang: "en-US", localService: false, default: true },
      { name: "Here", lang: "en-GB", localService: true, default: false },
    ];
    Object.assign(globalThis, {
      heard,
      SpeechSynthesisUtterance: class {
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
    Object.defineProperty(globalThis, "speechSynthesis", {
      value: {
        getVoices: () => voices,
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
        speak: ({ text, voice }: { text: string; voice: { name: string } }) => heard.push(`${voice.name}: ${text}`),
        cancel: () => heard.push("silence"),
      },
    });
  });
  const talk = await context.newPage();
  const heard = () => talk.evaluate<string[]>("heard");
  await talk.goto(`${server.url}/interview`);
  await tabTo(talk, /^One \d+-minute ML breadth round/);
  await talk.keyboard.press("Enter");
  await talk.getByRole("heading", { name: "ML breadth", exact: true }).waitFor();
  await talk.keyboard.press("g");
  await box(talk).waitFor({ timeout: 60_000 });
  expect((await heard()).filter((each) => each !== "silence")).toEqual([]);
  await talk.keyboard.press("Alt+r");
  await talk.getByRole("button", { name: "Reading aloud" }).waitFor();
  await mock(talk).say("Could you repeat the question?");
  await expect.poll(async () => (await heard()).at(-1)).toMatch(/^Here: /);
  await talk.keyboard.type("W");
  await expect.poll(async () => (await heard()).at(-1)).toBe("silence");
  await talk.reload();
  await talk.getByRole("button", { name: "Reading aloud" }).waitFor();
  expect((await heard()).filter((each) => each !== "silence")).toEqual([]);
  await talk.goto(`${server.url}/interview`);
  await tabTo(talk, /^Remove ML breadth round/);
  await talk.keyboard.press("Enter");
  await talk.keyboard.press("Enter");
  await talk.getByRole("heading", { name: /^Go on with/ }).waitFor({ state: "detached" });
  await context.close();
});

test("a mock is ended between two rounds, and where little was said nothing is recommended", async () => {
  const { post } = mock();
  const round = { kind: "breadth", title: "ML breadth", minutes: 15, breakMinutes: 0 };
  const settings = { persona: "terse", nudgeAfterSeconds: null, interrupts: false };
  const body = { title: "Cut short", role: "mle", difficulty: 2, rounds: [round, round], settings };
  const { id, seq } = await post("", body);
  const begun = await post(`/${id}/begin`, { event: "begin-one", after: seq });
  await post(`/${id}/leave`, { event: "leave-one", after: begun.seq, elapsedMs: 1_000 });
  await page.goto(`${server.url}/interview/${id}`);
  await page.getByRole("heading", { name: "Next: ML breadth" }).waitFor();
  await tabTo(page, /^End the mock here/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  const recommendation = page.getByRole("region", { name: "Recommendation" });
  await recommendation.waitFor({ timeout: 60_000 });
  expect(await recommendation.innerText()).toContain("Not enough evidence");
  expect(await recommendation.innerText()).toContain("The panel does not guess");
  await post(`/${id}/remove`, {});
});

test("a mock that is removed in one tab says so in the other", async () => {
  await page.goto(`${server.url}/interview`);
  await tabTo(page, /^One \d+-minute ML breadth round/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "ML breadth", exact: true }).waitFor();
  await page.keyboard.press("g");
  await box().waitFor({ timeout: 60_000 });
  const id = new URL(page.url()).pathname.split("/").at(-1);
  await page.request.post(`${server.url}/api/interviews/${id}/remove`, { data: {} });
  await page.getByRole("heading", { name: "No such mock" }).waitFor();
  complaints.splice(0, complaints.length, ...complaints.filter((each) => !each.includes("404")));
});

test("on a phone nothing runs out of the page", async () => {
  await page.setViewportSize({ width: 360, height: 780 });
  for (const path of [`${server.url}/interview`, mockUrl]) {
    await page.goto(path);
    await page.locator("h1").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.locator("html").evaluate((html) => html.scrollWidth), path).toBeLessThanOrEqual(360);
  }
  await page.goto(`${server.url}/interview`);
  await tabTo(page, /^One \d+-minute Behavioral round/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Behavioral", exact: true }).waitFor();
  expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(360);
  await page.keyboard.press("g");
  await box().waitFor({ timeout: 60_000 });
  expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(360);
});

test("no page complained", () => expect(complaints).toEqual([]));
