import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PostingList } from "../../src/features/jobs/schema.ts";
import { type BoardServer, startBoardServer } from "../support/board-server.ts";
import { holdout } from "../support/cli.ts";
import { LEVER } from "../support/job-boards.ts";
import { ROOT } from "../support/server.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";

let folder: ReturnType<typeof temporaryFolder>;
let server: BoardServer;
let env: Record<string, string>;
beforeAll(async () => {
  folder = temporaryFolder();
  server = await startBoardServer();
  env = { HOLDOUT_HOME: folder.path, HOLDOUT_LEVER_API: server.url };
});
afterAll(async () => {
  await server.close();
  folder[Symbol.dispose]();
});

/** Beside this process, which is the board's server. */
async function beside(args: string[]): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [join(ROOT, "bin", "holdout.ts"), ...args], {
    env: { ...process.env, NO_COLOR: "1", ...env },
  });
  let out = "";
  child.stdout.on("data", (piece: Buffer) => {
    out += piece.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, out };
}

test("the sample is searched without a board, and what does not fit is said", () => {
  const found = holdout(["jobs", "search", "ranking", "--role", "mle", "--json"], env);
  expect(found.code).toBe(0);
  expect((JSON.parse(found.out) as PostingList).sample).toBe(true);
  expect(holdout(["jobs", "search", "--pay", "200000 USD"], env).out).toContain("(sample)");
  expect(holdout(["jobs", "search", "zzzz"], env).code).toBe(1);
  const wrong = holdout(["jobs", "search", "x", "--pay", "much"], env);
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining("150000 USD") });
  expect(holdout(["jobs", "refresh"], env)).toMatchObject({ code: 2, err: expect.stringContaining("Name one") });
  expect(holdout(["jobs", "refresh", "acme"], env)).toMatchObject({
    code: 2,
    err: expect.stringContaining("greenhouse:NAME"),
  });
  expect(holdout(["jobs", "list"], env).out).toContain("No board is named yet");
});

test("a board is named by refreshing it; what it had is found, and a failure is a negative result", async () => {
  server.say(LEVER);
  const refreshed = await beside(["jobs", "refresh", "https://jobs.lever.co/osterbeck"]);
  expect(refreshed).toMatchObject({ code: 0, out: expect.stringContaining("1 open, 1 new, 1 left out") });
  const found = JSON.parse(holdout(["jobs", "search", "--json"], env).out) as PostingList;
  expect(found).toMatchObject({ sample: false, found: 1 });
  expect(holdout(["jobs", "list"], env).out).toContain("lever:osterbeck  1 open posting");
  server.answer((_, response) => response.writeHead(404).end());
  const missing = await beside(["jobs", "refresh", "lever:nobody", "--json"]);
  expect(missing.code).toBe(1);
  expect(JSON.parse(missing.out)).toMatchObject([{ status: "failed", board: "lever:nobody" }]);
});
