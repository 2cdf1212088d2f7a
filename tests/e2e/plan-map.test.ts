import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadBank } from "../../src/shared/content/bank.ts";
import { appendEvidence } from "../../src/shared/evidence/log.ts";
import { openStore } from "../../src/shared/store/store.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";
import { openRealPage, type RealPage } from "./real-page.ts";
import { tabTo } from "./tab-to.ts";

// The real server over a home with two months of exercises, a real browser, and no mouse.

const DAY_MS = 86_400_000;
const skills = [...loadBank("content").skills.values()];

let folder: ReturnType<typeof temporaryFolder>;
let opened: RealPage;
let page: Page;

beforeAll(async () => {
  folder = temporaryFolder();
  opened = await openRealPage(undefined, { HOLDOUT_HOME: folder.path });
  ({ page } = opened);
});
afterAll(async () => {
  await opened?.close();
  folder[Symbol.dispose]();
});

async function exercise(): Promise<void> {
  const store = await openStore({ path: join(folder.path, "holdout.db") });
  const rows = Array.from({ length: 560 }, (_, at) => {
    const part = at % 2 === 0 ? ("holdout" as const) : ("practice" as const);
    const area = skills[at % skills.length]?.area;
    return {
      id: `row-${at}`,
      at: new Date(Date.now() - (560 - at) * 0.1 * DAY_MS).toISOString(),
      who: "local",
      feature: "recall",
      itemId: `${part}-${at}`,
      itemVersion: "1",
      skills: [skills[(at + Math.floor(at / skills.length)) % skills.length]?.id ?? ""],
      mode: "explain",
      part,
      score: part === "practice" ? 0.85 : area === "system-design" ? 0.35 : 0.6 + (at / 560) * 0.15,
      standardError: 0.06,
      secondsUsed: 480,
      help: { hints: 0, revealed: false },
      graderVersion: "test",
    };
  });
  await appendEvidence(store.db, rows);
  await store.close();
}

test("before anything was done the map says so, and what to do about it", async () => {
  await page.goto(`${opened.server.url}/map`);
  await page.getByRole("heading", { name: "is not known yet" }).waitFor();
  await page.getByText("this shows how many you would lose").waitFor();
  await page.getByText("From the second week on").waitFor();
  await page.getByRole("link", { name: "Take the diagnostic" }).waitFor();
});

test("with evidence it says where one stands, how practice flatters, and how it came about", async () => {
  await exercise();
  await page.reload();
  await page.getByRole("heading", { name: /^ML Engineer: \d+ % \(\d+ to \d+ %\)$/ }).waitFor();
  await page.getByText(/Least is expected in/).waitFor();
  await page.getByText(/Practice looks \d+ points better/).waitFor();
  await page.getByRole("img", { name: /^From .* now$/ }).waitFor();
  expect(await page.getByText("set aside").count()).toBe(0);
});

test("another role is chosen and a skill is opened by keys alone", async () => {
  await page.getByLabel("Role").focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("heading", { name: /^Applied Scientist/ }).waitFor();
  expect(page.url()).toContain("role=applied-scientist");
  await page.goto(`${opened.server.url}/map?role=mle`);
  const title = skills.find(({ area }) => area === "coding")?.title ?? "";
  await tabTo(page, new RegExp(`^${title}`));
  await page.keyboard.press("Enter");
  await page.getByText("expected on a middling item that you have never seen").waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.getByText("expected on a middling item").count()).toBe(0);
});

test("on a phone nothing runs out of the page", async () => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`${opened.server.url}/map?role=mle`);
  await page.getByText("Least is expected in").waitFor();
  expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(360);
});

test("no page complained", () => expect(opened.complaints).toEqual([]));
