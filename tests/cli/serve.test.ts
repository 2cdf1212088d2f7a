import { statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holdout } from "../support/cli.ts";
import { startPostgres } from "../support/postgres.ts";
import { childrenOf, isAlive, startServer } from "../support/server.ts";
import { temporaryFolder, writeTinyBank } from "../support/tiny-bank.ts";

let folder: ReturnType<typeof temporaryFolder>;
let env: Record<string, string>;
beforeEach(() => {
  folder = temporaryFolder();
  env = { HOLDOUT_CONTENT: join(folder.path, "content"), HOLDOUT_HOME: join(folder.path, "home") };
  writeTinyBank(join(folder.path, "content"));
});
afterEach(() => folder[Symbol.dispose]());

test("a port in use is said in a sentence that names the way out", async () => {
  await using server = await startServer(env);
  const port = Number(new URL(server.url).port);
  const second = holdout(["serve", "--port", String(port)], { ...env, HOLDOUT_HOME: join(folder.path, "other") });
  expect(second.code).toBe(1);
  expect(second.err).toContain(`Port ${port} is in use`);
  expect(second.err).toContain(`--port ${port + 1}`);
});

test("a port that is none is wrong usage", () => {
  expect(holdout(["serve", "--port", "http"], env)).toMatchObject({ code: 2, err: expect.stringContaining("--port") });
  expect(holdout(["serve"], { ...env, HOLDOUT_PORT: "99999" })).toMatchObject({
    code: 2,
    err: expect.stringContaining("HOLDOUT_PORT"),
  });
});

test("what the server keeps is readable by its owner alone", async () => {
  await using _server = await startServer(env);
  expect(statSync(join(folder.path, "home")).mode & 0o077).toBe(0);
  expect(statSync(join(folder.path, "home", "holdout.db")).mode & 0o077).toBe(0);
  expect(statSync(join(folder.path, "home", "holdout.db-wal")).mode & 0o077).toBe(0);
});

test("SIGTERM ends the server and every process of its judge", async () => {
  await using server = await startServer(env);
  await expect.poll(() => childrenOf(server.pid).length, { timeout: 10_000 }).toBeGreaterThan(0);
  const children = childrenOf(server.pid);
  await server.kill("SIGTERM");
  await expect.poll(() => children.filter(isAlive), { timeout: 10_000 }).toEqual([]);
});

test("SIGTERM while a question is being prepared ends the server in good order", async () => {
  await using server = await startServer(env);
  const asked = await fetch(`${server.url}/api/recall/questions/random-order`);
  expect(asked.status).toBe(200);
  await server.kill("SIGTERM");
  expect(await server.gone).toBe(0);
});

test("a team's server on PostgreSQL refuses to start below the full sandbox", async () => {
  const postgres = await startPostgres();
  try {
    await postgres.createDatabase("team");
    const refused = holdout(["serve", "--port", "0", "--database-url", postgres.url("team")], {
      ...env,
      HOLDOUT_SANDBOX: "none",
    });
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringContaining('needs the full sandbox; this machine offers "none"'),
    });
  } finally {
    await postgres.stop();
  }
});
