import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { githubUser } from "../../src/features/portfolio/index.ts";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server that speaks as much of GitHub's API as is asked of it. */
async function github(reply: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const opened = createServer(reply);
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(opened.address() as AddressInfo).port}`;
}

const json = (response: ServerResponse, value: unknown) =>
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
const repository = (name: string, more: object = {}) => ({
  name,
  html_url: `https://github.com/ada/${name}`,
  description: null,
  language: "Python",
  stargazers_count: 3,
  fork: false,
  pushed_at: "2026-01-02T03:04:05Z",
  ...more,
});

test("lists own public repositories, all pages of them, and counts what was done for others", async () => {
  const asked: IncomingMessage[] = [];
  const baseUrl = await github((request, response) => {
    asked.push(request);
    const { pathname, searchParams } = new URL(request.url ?? "", "http://x");
    const query = searchParams.get("q") ?? "";
    if (pathname === "/search/issues")
      return json(response, { total_count: query.includes("is:merged") ? 4 : query.includes("reviewed-by") ? 2 : 7 });
    if (searchParams.get("page") === "2") return json(response, [repository("last", { language: null })]);
    json(response, [
      repository("mine"),
      repository("forked", { fork: true }),
      repository("hidden", { private: true }),
      ...Array.from({ length: 97 }, (_, at) => repository(`r${at}`)),
    ]);
  });
  const user = await githubUser("https://github.com/ada", { baseUrl, token: "secret-token" });
  expect(user).toMatchObject({
    ok: true,
    value: { user: "ada", collaboration: { pullRequests: 4, reviews: 2, issues: 7 }, limits: [] },
  });
  const names = user.ok ? user.value.repositories.map(({ name }) => name) : [];
  expect(names).toHaveLength(99);
  expect(names).toEqual(expect.arrayContaining(["mine", "last"]));
  expect(asked.every(({ headers }) => headers.authorization === "Bearer secret-token")).toBe(true);
});

test("who has more repositories than are read is told so", async () => {
  const pages = async (count: number) => {
    const baseUrl = await github((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? "", "http://x");
      if (pathname === "/search/issues") return json(response, { total_count: 0 });
      const before = 100 * (Number(searchParams.get("page")) - 1);
      json(
        response,
        Array.from({ length: Math.min(100, count - before) }, (_, at) => repository(`r${before + at}`)),
      );
    });
    const user = await githubUser("ada", { baseUrl });
    server?.close();
    return user.ok ? [user.value.repositories.length, user.value.limits] : user.reason;
  };
  expect(await pages(299)).toEqual([299, []]);
  expect(await pages(420)).toEqual([300, ["Only the 300 repositories that were pushed to last were read."]]);
});

test.each([
  [404, {}, "knows nobody by that name"],
  [401, {}, "does not take the token"],
  [403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1767323045" }, "is used up until 03:04 UTC"],
  [429, { "retry-after": "120" }, "is used up for 2 min"],
  [500, {}, "answered 500"],
])("a refusal with %i is told in words", async (status, headers, said) => {
  const baseUrl = await github((_, response) => response.writeHead(status, headers).end("{}"));
  expect(await githubUser("ada", { baseUrl })).toMatchObject({ ok: false, reason: expect.stringContaining(said) });
});

test("where only the counting is refused the list stands, and says so", async () => {
  const baseUrl = await github((request, response) =>
    request.url?.startsWith("/search") ? response.writeHead(429).end() : json(response, [repository("mine")]),
  );
  expect(await githubUser("ada", { baseUrl })).toMatchObject({
    ok: true,
    value: { repositories: [{ name: "mine" }], collaboration: null, limits: [expect.stringContaining("limit")] },
  });
});

test("a name that is none is not asked for, and what is no answer is not believed", async () => {
  let asked = 0;
  const baseUrl = await github((_, response) => {
    asked++;
    json(response, { surprise: true });
  });
  for (const name of ["", "../../etc", "a b", "-ada", "ada?x=1"])
    expect((await githubUser(name, { baseUrl })).ok, name).toBe(false);
  expect(asked).toBe(0);
  expect(await githubUser("ada", { baseUrl })).toMatchObject({ ok: false, reason: expect.stringContaining("form") });
  expect(await githubUser("ada", { baseUrl: "http://127.0.0.1:1" })).toMatchObject({
    ok: false,
    reason: expect.stringContaining("does not answer"),
  });
});
