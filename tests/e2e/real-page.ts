import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { type Server, startServer } from "../support/server.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";
import { launchBrowser } from "./browser.ts";

export type RealPage = {
  server: Server;
  browser: Browser;
  context: BrowserContext;
  page: Page;
  /** Errors that the page threw or wrote into its console. */
  complaints: string[];
  close: () => Promise<void>;
};

/** A page of a real browser, at a real server with a home of its own; over the bank that `writeBank` writes, else over ours. */
export async function openRealPage(
  writeBank?: (contentDir: string) => void,
  more: Record<string, string> = {},
): Promise<RealPage> {
  await using opened = new AsyncDisposableStack();
  const home = opened.use(temporaryFolder()).path;
  const contentDir = join(home, "content");
  writeBank?.(contentDir);
  const env = { HOLDOUT_HOME: home, ...(writeBank ? { HOLDOUT_CONTENT: contentDir } : {}), ...more };
  const server = opened.adopt(await startServer(env), ({ kill }) => kill("SIGTERM"));
  const browser = opened.adopt(await launchBrowser(), (launched) => launched.close());
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  const kept = opened.move();
  return { server, browser, context, page, complaints, close: () => kept.disposeAsync() };
}
