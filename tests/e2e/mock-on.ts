import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { loadBank } from "../../src/shared/content/bank.ts";
import { ROOT } from "../support/server.ts";
import type { RealPage } from "./real-page.ts";
import { tabTo } from "./tab-to.ts";

const SLOW_MS = 60_000;

/** What tests of mocks do on a page, by keys alone. */
export function mockOn({ server, page }: Pick<RealPage, "server"> & { page: Page }) {
  const api = `${server.url}/api/interviews`;
  const post = async (path: string, data: object) => (await page.request.post(`${api}${path}`, { data })).json();
  const get = async (path: string) => (await page.request.get(`${api}${path}`)).json();
  const opened = () => new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const box = () => page.getByLabel("Your words");
  const turnsSaid = () => page.getByRole("list", { name: "Turns of this round" }).getByRole("listitem");
  const editor = () => page.locator(".cm-content").first();
  const task = () => page.getByRole("region", { name: "The problem" });
  const toCode = async () => {
    await editor().waitFor({ timeout: SLOW_MS });
    await page.keyboard.press("Alt+2");
    await page.locator(".cm-content:focus").waitFor();
  };
  const keepPicture = async (name: string, { fullPage = true } = {}) => {
    const folder = process.env.HOLDOUT_PICTURES;
    if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
  };
  return {
    post,
    box,
    turnsSaid,
    editor,
    task,
    toCode,
    /** A mock of one round, begun: its address and its id. */
    async begin(kind: string, { title = kind, difficulty = 2, minutes = 60 } = {}) {
      const settings = { persona: "terse", nudgeAfterSeconds: null, interrupts: false };
      const rounds = [{ kind, title, minutes, breakMinutes: 0 }];
      const { id, seq } = await post("", { title, role: "mle", difficulty, rounds, settings });
      const { seq: after } = await post(`/${id}/begin`, { event: "begin-one", after: seq });
      return { id, url: `${server.url}/interview/${id}`, after };
    },
    /** What the first round of the opened mock shows beside the talk. */
    shown: async () => (await get(`/${opened()}`)).rounds[0].shown,
    /** The code as it grew, for the opened mock. */
    work: () => get(`/${opened()}/work`),
    result: () => page.getByRole("region", { name: "The last result" }),
    interviewer: () => page.getByRole("region", { name: "The interviewer" }),
    /** The pane of the replay, and the text in it. */
    replayed: () => ({
      pane: page.getByRole("region", { name: "The code at this moment" }),
      code: page.getByRole("region", { name: /^The code as it stood/ }),
    }),
    async write(source: string) {
      await toCode();
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Delete");
      await page.keyboard.insertText(source);
    },
    /** The problem that was served. */
    async problem() {
      const title = await task().getByRole("heading").first().innerText();
      const found = bank().problems.find(({ item }) => item.title === title && item.tier !== "torch");
      if (!found) throw new Error(`the bank has no problem called ${title}`);
      return found;
    },
    /** Says it, and waits until the interviewer has taken it up. */
    async say(text: string) {
      const before = await turnsSaid().count();
      await box().focus();
      await page.keyboard.insertText(text);
      await page.keyboard.press("Control+Enter");
      await expect.poll(() => turnsSaid().count(), { timeout: SLOW_MS }).toBeGreaterThan(before + 1);
    },
    async endRound() {
      await tabTo(page, /^End the round/);
      await page.keyboard.press("Enter");
      await page.getByText("typed and not said are not heard").waitFor();
      await page.keyboard.press("Enter");
    },
    /** Pictures for the eye, kept where HOLDOUT_PICTURES names a folder. */
    keepPicture,
    /** What is seen around something on a phone and on a wide screen, in light and dark: nothing runs out at the side. */
    async inFourLooks(name: string, around: Locator) {
      const before = page.viewportSize();
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        for (const width of [360, 1600]) {
          await page.setViewportSize({ width, height: 1000 });
          expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(width);
          await around.scrollIntoViewIfNeeded();
          await keepPicture(`${name}-${width}-${colorScheme}`, { fullPage: false });
        }
      }
      if (before) await page.setViewportSize(before);
    },
  };
}
export type MockOn = ReturnType<typeof mockOn>;

let loaded: ReturnType<typeof loadBank> | undefined;

function bank(): ReturnType<typeof loadBank> {
  loaded ??= loadBank(join(ROOT, "content"));
  return loaded;
}
