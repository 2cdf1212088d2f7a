import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Scan } from "../../src/features/portfolio/schema.ts";
import { holdout } from "../support/cli.ts";
import { temporaryFolder, writeFiles } from "../support/tiny-bank.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder[Symbol.dispose]());

const run = (...args: string[]) => holdout(["portfolio", "scan", ...args], { HOLDOUT_HOME: join(folder.path, "home") });

test("a repository's names and lines do not speak to the terminal", () => {
  const root = join(folder.path, "bikes");
  const speaks = "\u001b]0;owned\u0007\u009b2J";
  writeFiles(root, {
    "README.md": `# Bikes\n\nIt forecasts which stations ${speaks} run empty, so that vans know where to go.\n`,
    [`train${speaks}.py`]: `import random\nrandom.seed(7) # ${speaks}\nmodel = fit(rows, lr=3e-4) # ${speaks}\n`,
  });
  const told = run(root);
  expect(told.out).toContain("\uFFFD]0;owned\uFFFD");
  expect((told.out + told.err).replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  // data is as it is
  const { projects } = JSON.parse(run(root, "--json").out) as { projects: Scan[] };
  expect(JSON.stringify(projects)).toContain(JSON.stringify(speaks).slice(1, -1));
  const refused = run(join(folder.path, `gone${speaks}`));
  expect(refused.code).toBe(2);
  expect((refused.out + refused.err).replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
});
