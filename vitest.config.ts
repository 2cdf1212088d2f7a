import { defineConfig } from "vitest/config";

// Three projects: `unit` beside the code, `system` with real servers, databases and judges, `browser` with a real browser.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "web/**/*.test.ts", "scripts/**/*.test.ts"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "system",
          include: ["tests/{architecture,contract,crash,cli}/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          pool: "forks",
        },
      },
      {
        test: {
          name: "browser",
          // a second is short for a page on a busy machine
          expect: { poll: { timeout: 20_000 } },
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: "tests/e2e/unpack-browser.ts",
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
    maxWorkers: 2,
  },
});
