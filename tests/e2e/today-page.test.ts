import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Server } from "../support/server.ts";
import { openRealPage, type RealPage } from "./real-page.ts";
import { tabTo } from "./tab-to.ts";

// The real server over our bank, a real browser, and no mouse.

let opened: RealPage;
let server: Server;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  opened = await openRealPage();
  ({ server, page, complaints } = opened);
  await page.goto(server.url);
});
afterAll(() => opened?.close());

const next = () => page.getByRole("region", { name: "Next" });

test("an empty page says what it will hold; a role is enough for a plan", async () => {
  await page.getByText("what to do next and why").waitFor();
  await page.getByLabel("Role").focus();
  await page.keyboard.type("Data");
  await tabTo(page, /^Make the plan$/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Then" }).waitFor();
  await page.getByText("Data Scientist").first().waitFor();
  await expect.poll(() => next().getByRole("link").count()).toBe(1);
});

test("the plan fits itself to the time that there is, and keeps it over a reload", async () => {
  await page.getByLabel("As planned").focus();
  await page.keyboard.press("ArrowRight");
  await page.getByText("after that, today is done").waitFor();
  await page.reload();
  await expect.poll(() => page.getByLabel("10 min").isChecked()).toBe(true);
});

test("a date that is past is refused where it was typed, with the mend", async () => {
  await tabTo(page, /^Change what you prepare for$/);
  await page.keyboard.press("Enter");
  await page.getByLabel(/^Interview on/).fill("2020-01-01");
  await tabTo(page, /^Keep this$/);
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("Name a day to come, or none").waitFor();
});

test("the week is looked back on", async () => {
  await page.goto(`${server.url}/`);
  await tabTo(page, /^Review of the week$/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "By area" }).waitFor();
  await page.goBack();
});

test("the button leads to the page where it is done", async () => {
  const title = await next().getByRole("heading").innerText();
  await tabTo(page, /^Start/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: title }).waitFor();
  expect(new URL(page.url()).pathname.length).toBeGreaterThan(1);
});

test("the first page's JavaScript stays below 160 kB compressed", async () => {
  const fresh = await opened.browser.newPage();
  const sizes: Promise<number>[] = [];
  fresh.on("response", (response) => {
    if (response.url().endsWith(".js"))
      sizes.push(
        response
          .request()
          .sizes()
          .then(({ responseBodySize }) => responseBodySize),
      );
  });
  await fresh.goto(server.url);
  await fresh.getByRole("heading", { name: "Then" }).waitFor();
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await fresh.close();
  expect(total).toBeGreaterThan(10_000);
  expect(total).toBeLessThan(160_000);
});

test("no page scrolls sideways at 360 and 1600 pixels, in light and dark", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [360, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of ["/", "/plan/review"]) {
        await page.goto(`${server.url}${path}`);
        await page.getByRole("heading", { name: path === "/" ? "Then" : "By area" }).waitFor();
        const overflow = await page.evaluate(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        expect(overflow, `${path} at ${width} px, ${colorScheme}`).toBeLessThanOrEqual(0);
      }
    }
  }
});

test("no page complained", () =>
  // the browser itself writes into its console that an answer was refused
  expect(complaints.filter((said) => !said.includes("400"))).toEqual([]));
