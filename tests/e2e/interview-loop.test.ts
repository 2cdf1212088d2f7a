import { afterAll, beforeAll, expect, test } from "vitest";
import { openRealPage, type RealPage } from "./real-page.ts";
import { tabTo } from "./tab-to.ts";

// A whole loop of four rounds in a real browser, by keys alone: choosing in a list is the one thing done by its own means.

const ROUNDS = ["ML depth", "Experiments and product metrics", "Paper talk", "Hiring manager"];
const ANSWERS = [
  "I would first ask what the figure is compared with, and whether the difference is larger than its noise.",
  "Then I would look at the data by hand, since the labels may be the cause.",
];

let opened: RealPage;
beforeAll(async () => {
  opened = await openRealPage();
});
afterAll(() => opened?.close());

test("a loop of four rounds is planned, held with its breaks, and scored", { timeout: 240_000 }, async () => {
  const { page, server, complaints } = opened;
  await page.goto(`${server.url}/interview`);
  const rounds = page.getByRole("list", { name: "Rounds" }).getByRole("listitem");
  await rounds.first().waitFor();
  while ((await rounds.count()) > 0) {
    const before = await rounds.count();
    await tabTo(page, /^Remove/);
    await page.keyboard.press("Enter");
    await expect.poll(() => rounds.count()).toBe(before - 1);
  }
  for (const kind of ROUNDS) {
    await page.getByLabel("Another round").selectOption({ label: kind });
    await tabTo(page, new RegExp(`^Add ${kind}`));
    await page.keyboard.press("Enter");
  }
  await tabTo(page, /^Begin the loop/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/interview\/./);
  const turns = page.getByRole("list", { name: "Turns of this round" }).getByRole("listitem");
  const box = page.getByLabel("Your words");
  for (const kind of ROUNDS) {
    await page.getByRole("heading", { name: kind }).first().waitFor();
    await tabTo(page, /^Begin/);
    await page.keyboard.press("Enter");
    await box.and(page.locator(":focus")).waitFor({ timeout: 60_000 });
    for (const answer of ANSWERS) {
      const before = await turns.count();
      await page.keyboard.insertText(answer);
      await page.keyboard.press("Control+Enter");
      await expect.poll(() => turns.count(), { timeout: 60_000 }).toBeGreaterThan(before + 1);
      await box.and(page.locator(":focus")).waitFor();
    }
    await tabTo(page, /^End the round/);
    await page.keyboard.press("Enter");
    await page.getByText("typed and not said are not heard").waitFor();
    await page.keyboard.press("Enter");
    await box.waitFor({ state: "detached", timeout: 60_000 });
  }
  await page.getByRole("heading", { name: "The panel's debrief" }).waitFor({ timeout: 60_000 });
  for (const kind of ROUNDS) await page.getByRole("heading", { name: kind }).first().waitFor();
  expect(complaints).toEqual([]);
});
