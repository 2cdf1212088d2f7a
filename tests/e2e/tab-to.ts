import type { Page } from "playwright-core";

const MOST_STEPS = 120;

/**
 * Steps with Tab until what has the focus says (or is labelled) what is looked for. A page that takes the focus as it opens says
 * all that is on it, and is not meant.
 */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press("Tab");
    const said = await page
      .locator(":focus:not(#main)")
      .evaluateAll((all) => all.flatMap((each) => [each.textContent, each.getAttribute("aria-label")]));
    if (said.some((each) => name.test(each?.trim() ?? ""))) return;
  }
  throw new Error(`Tab does not reach ${name}`);
}
