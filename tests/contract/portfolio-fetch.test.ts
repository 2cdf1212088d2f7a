import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createNetServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { scanDepsOf, scanOriginOf } from "../../src/features/portfolio/index.ts";
import { type GitServer, startGitServer } from "../support/git-server.ts";
import { temporaryFolder, writeFiles } from "../support/tiny-bank.ts";

const config = readConfig();
if (!config.ok) throw new Error(config.reason);
const deps = scanDepsOf(config.value);
const fetched = (url: string, signal = new AbortController().signal) =>
  scanOriginOf(deps, { loopback: "allowed" })({ kind: "url", url }, { onProgress: () => {}, signal });

let folder: ReturnType<typeof temporaryFolder>;
let server: GitServer | undefined;
beforeEach(() => {
  folder = temporaryFolder();
  const work = join(folder.path, "work");
  mkdirSync(work);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Ada", "-c", "user.email=ada@lab.org", "-C", work, ...args], {
      stdio: "ignore",
    });
  git("init", "-q");
  writeFiles(work, {
    "README.md": "# Bikes\n\nIt forecasts which stations run empty.\n",
    "train.py": "import random\nrandom.seed(7)\n",
    "large.csv": "1,2,3\n".repeat(500_000),
  });
  git("add", "-A");
  git("commit", "-qm", "Fit the first model");
  execFileSync("git", ["clone", "-q", "--bare", work, join(folder.path, "srv", "bikes.git")]);
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  folder[Symbol.dispose]();
});
const serve = async (...before: Parameters<typeof startGitServer> extends [string, ...infer Rest] ? Rest : never) => {
  server = await startGitServer(join(folder.path, "srv"), ...before);
  return server;
};

test("an address is fetched without its large files, read, and gone afterwards", async () => {
  const { url } = await serve();
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith("holdout-fetch-"));
  const scan = await fetched(`${url}/bikes.git`);
  expect(scan).toMatchObject({ ok: true, value: { name: "bikes", counts: { files: 3, python: 1, commits: 1 } } });
  if (!scan.ok) return;
  expect(scan.value.limits.join(" ")).toContain("large.csv");
  expect(scan.value.dimensions.find(({ id }) => id === "problem")?.evidence[0]?.file).toBe("README.md");
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith("holdout-fetch-"))).toEqual(before);
});

test("it has the name of the place it was found at, not of the page that was given", async () => {
  const { url } = await serve((request, response) => {
    const moved = /^\/a\/old\/(.*)$/.exec(request.url ?? "");
    if (moved) response.writeHead(301, { location: `/bikes.git/${moved[1]}` }).end();
    return moved !== null;
  });
  expect(await fetched(`${url}/a/old/tree/main`)).toMatchObject({ ok: true, value: { name: "bikes" } });
  expect(await fetched(`${url}/a/${"x".repeat(400)}`)).toMatchObject({ ok: false, reason: { reason: "fetch-failed" } });
});

test.each(["https://", "http://[", "https:///", "", "https://x.org:99999/a/b"])(
  "what is no address is refused in words: %s",
  async (address) => {
    expect(await fetched(address)).toMatchObject({ ok: false, reason: { reason: "bad-address" } });
  },
);

test("a repository that is not there, or asks for a password, is said to be no public one", async () => {
  const { url } = await serve((request, response) => {
    if (!request.url?.startsWith("/secret")) return false;
    response.writeHead(401, { "www-authenticate": 'Basic realm="git"' }).end();
    return true;
  });
  for (const name of ["gone.git", "secret.git"])
    expect(await fetched(`${url}/${name}`)).toMatchObject({
      ok: false,
      reason: { reason: "fetch-failed", said: expect.stringContaining("no public repository") },
    });
});

test("a place it has moved to is followed where that may be reached, and into the network never", async () => {
  const { url } = await serve((request, response) => {
    const moved = /^\/(old|inside)\.git\/(.*)$/.exec(request.url ?? "");
    if (!moved) return false;
    const location = moved[1] === "old" ? `/bikes.git/${moved[2]}` : `http://10.0.0.1/bikes.git/${moved[2]}`;
    response.writeHead(301, { location }).end();
    return true;
  });
  expect(await fetched(`${url}/old.git`)).toMatchObject({ ok: true, value: { counts: { commits: 1 } } });
  expect(await fetched(`${url}/inside.git`)).toMatchObject({
    ok: false,
    reason: { said: expect.stringContaining("inside your network") },
  });
});

test("a server that answers with something else, and a reader who leaves, end it in words", async () => {
  const { url } = await serve((request, response) => {
    if (request.url?.startsWith("/silent")) return true;
    if (!request.url?.startsWith("/page")) return false;
    response.writeHead(200, { "content-type": "text/html" }).end("<h1>Not Git</h1>");
    return true;
  });
  expect(await fetched(`${url}/page.git`)).toMatchObject({
    ok: false,
    reason: { said: expect.stringContaining("no Git repository") },
  });
  const leaving = new AbortController();
  setTimeout(() => leaving.abort(), 300);
  expect(await fetched(`${url}/silent.git`, leaving.signal)).toMatchObject({
    ok: false,
    reason: { said: "Fetching was stopped." },
  });
});

test("where a proxy is set nothing goes past it, whatever hosts it is not meant for", async () => {
  let direct = 0;
  const inside = createNetServer((socket) => {
    direct++;
    socket.destroy();
  });
  const asked: (string | undefined)[] = [];
  const proxy = createServer().on("connect", (request, socket) => {
    asked.push(request.url);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  for (const each of [inside, proxy])
    await new Promise<void>((resolve) => each.listen(0, "127.0.0.1", () => resolve()));
  const portOf = (each: typeof inside) => (each.address() as AddressInfo).port;
  const env = {
    ...deps.git.env,
    https_proxy: `http://127.0.0.1:${portOf(proxy)}`,
    no_proxy: "*",
    NO_PROXY: "127.0.0.1,localhost",
  };
  const scan = scanOriginOf({ ...deps, git: { ...deps.git, env } });
  const host = `localhost:${portOf(inside)}`;
  const options = { onProgress: () => {}, signal: new AbortController().signal };
  expect(await scan({ kind: "url", url: `https://${host}/ada/bikes` }, options)).toMatchObject({ ok: false });
  for (const each of [inside, proxy]) await new Promise((resolve) => each.close(resolve));
  expect({ asked, direct }).toEqual({ asked: [host], direct: 0 });
});

test("outside of tests this machine and http are refused", async () => {
  const { url } = await serve();
  const scan = scanOriginOf(deps);
  const options = { onProgress: () => {}, signal: new AbortController().signal };
  expect(await scan({ kind: "url", url: `${url}/bikes.git` }, options)).toMatchObject({
    ok: false,
    reason: { reason: "bad-address" },
  });
});
