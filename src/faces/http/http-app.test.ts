import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTinyApp } from "../../../tests/support/real-app.ts";
import { temporaryFolder, writeFiles } from "../../../tests/support/tiny-bank.ts";
import { ApiFailure, Health, ProblemDetail, ProblemList } from "../../features/coding/schema.ts";
import { createHttpApp } from "./http-app.ts";

let folder: ReturnType<typeof temporaryFolder>;
let app: Awaited<ReturnType<typeof openTinyApp>>;
let http: ReturnType<typeof createHttpApp>;
const bugs: unknown[] = [];
beforeAll(async () => {
  folder = temporaryFolder();
  writeFiles(folder.path, {
    "dist/index.html": '<meta name="csp-nonce" content="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>',
    "dist/assets/main-abc123.js": "let a = 1;\n".repeat(200),
    "secret.txt": "secret",
  });
  const opened = await openTinyApp(folder.path);
  app = { ...opened, config: { ...opened.config, webDir: `${folder.path}/dist` } };
  http = createHttpApp(app, { port: () => 4600, reportBug: (error) => bugs.push(error) });
});
afterAll(async () => {
  await app.close();
  folder[Symbol.dispose]();
});

const ORIGIN = "http://127.0.0.1:4600";
const asked = (path: string, init: RequestInit = {}) =>
  http.request(`${ORIGIN}${path}`, { ...init, headers: { host: "127.0.0.1:4600", ...init.headers } });
const sent = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  asked(path, {
    method,
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: { "content-type": "application/json", origin: ORIGIN, ...headers },
  });
const failureIn = async (response: Response) => ({
  status: response.status,
  ...ApiFailure.parse(await response.json()).error,
});

test("health, list and detail answer in the shapes that the web reads", { timeout: 60_000 }, async () => {
  expect(Health.parse(await (await asked("/api/health")).json()).problems).toEqual({ practice: 3, holdout: 1 });
  const { problems } = ProblemList.parse(await (await asked("/api/coding/problems")).json());
  expect(problems.map(({ slug }) => slug)).toEqual(["double", "levels", "twice"]);
  const detail = async () => ProblemDetail.parse(await (await asked("/api/coding/problems/double")).json());
  expect(await detail()).toMatchObject({ draft: null, reference: null });
  // the judge starts at this request, and no page waits for that
  await expect.poll(detail, { timeout: 30_000 }).toMatchObject({ tests: [{ name: "example" }, { name: "negative" }] });
});

test("a draft is kept as typed", async () => {
  const code = "def double(x):\n\treturn '∂🙂'\r\n";
  expect((await sent("PUT", "/api/coding/problems/double/draft", { code })).status).toBe(200);
  const detail = ProblemDetail.parse(await (await asked("/api/coding/problems/double")).json());
  expect(detail.draft?.code).toBe(code);
});

test("a submission streams its events", async () => {
  const code = "def double(x):\n    return 2 * x\n";
  const response = await sent("POST", "/api/coding/problems/double/submissions", { code, mode: "run", secondsUsed: 3 });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const events = [...(await response.text()).matchAll(/^event: (.*)$/gm)].map(([, name]) => name);
  expect(events).toEqual(["accepted", "started", "test", "verdict", "reading"]);
});

test("bad bodies are told in words, with the status that fits", async () => {
  const put = (body: unknown, headers = {}) => sent("PUT", "/api/coding/problems/double/draft", body, headers);
  expect(await failureIn(await put("{not json"))).toMatchObject({ status: 400, code: "bad-json" });
  expect(await failureIn(await put({ kode: "x" }))).toMatchObject({
    status: 400,
    message: expect.stringContaining("kode"),
  });
  expect(await failureIn(await put({ code: "a\0b" }))).toMatchObject({
    status: 400,
    message: expect.stringContaining("NUL"),
  });
  expect(await failureIn(await put('{"code":"\\ud800"}'))).toMatchObject({ status: 400, code: "bad-input" });
  expect(await failureIn(await put({ code: "x".repeat(1_000_001) }))).toMatchObject({ status: 413, code: "too-large" });
  expect(await failureIn(await put("x", { "content-type": "text/plain" }))).toMatchObject({ status: 415 });
});

test("what does not exist is said, held-out problems included", async () => {
  expect(await failureIn(await asked("/api/coding/problems/nosuch"))).toMatchObject({
    status: 404,
    code: "unknown-problem",
  });
  expect(await failureIn(await asked("/api/coding/problems/held"))).toMatchObject({
    status: 404,
    code: "unknown-problem",
  });
  expect(await failureIn(await asked("/api/coding/submissions/x"))).toMatchObject({ status: 404 });
  expect(await failureIn(await asked("/api/nothing"))).toMatchObject({ status: 404, code: "not-found" });
  expect(await failureIn(await asked("/api/health", { method: "DELETE" }))).toMatchObject({ status: 405 });
});

test("a foreign Host or Origin is refused before anything runs, and the refusal has the headers too", async () => {
  const rebound = await asked("/api/health", { headers: { host: "evil.example" } });
  const policy = rebound.headers.get("content-security-policy");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("worker-src 'self'");
  expect(await failureIn(rebound)).toMatchObject({ status: 403, code: "foreign-host" });
  const foreign = await sent("POST", "/api/coding/problems/double/hints", {}, { origin: "https://evil.example" });
  expect(await failureIn(foreign)).toMatchObject({ status: 403, code: "foreign-origin" });
});

test("each page has a nonce of its own, in its policy and in its markup, for every address of the app", async () => {
  const [first, second] = [await asked("/"), await asked("/code/double")];
  const nonceOf = (response: Response) =>
    /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
  expect(nonceOf(first)).not.toBe(nonceOf(second));
  const html = await second.text();
  expect(html).toBe(`<meta name="csp-nonce" content="${nonceOf(second)}"><style nonce="${nonceOf(second)}"></style>`);
  expect(second.headers.get("x-content-type-options")).toBe("nosniff");
});

test("built files are compressed and kept for ever; nothing outside their folder is served", async () => {
  const file = await asked("/assets/main-abc123.js", { headers: { "accept-encoding": "gzip, br" } });
  expect(file.headers.get("content-encoding")).toBe("br");
  expect(file.headers.get("cache-control")).toContain("immutable");
  expect((await file.arrayBuffer()).byteLength).toBeLessThan(100);
  for (const path of [
    "/assets/main-nosuch.js",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/assets/..%2f..%2fsecret.txt",
  ]) {
    expect(await (await asked(path)).text()).not.toContain("secret");
  }
});

test("OpenAPI names every address", async () => {
  const { openapi, paths } = (await (await asked("/api/openapi.json")).json()) as { openapi: string; paths: object };
  expect(openapi).toBe("3.1.0");
  expect(Object.keys(paths)).toContain("/api/coding/problems/{slug}/submissions");
});

test("a full disk is said, nothing is lost, and writing works again when there is space", async () => {
  const pages = await sql<{ page_count: number }>`pragma page_count`.execute(app.store.db);
  await sql`pragma max_page_count = ${sql.raw(String(pages.rows[0]?.page_count))}`.execute(app.store.db);
  const large = { code: "x".repeat(500_000) };
  expect(await failureIn(await sent("PUT", "/api/coding/problems/levels/draft", large))).toMatchObject({
    status: 507,
    code: "disk-full",
  });
  expect(ProblemDetail.parse(await (await asked("/api/coding/problems/double")).json()).draft?.code).toContain("🙂");
  await sql`pragma max_page_count = 1000000`.execute(app.store.db);
  expect((await sent("PUT", "/api/coding/problems/levels/draft", large)).status).toBe(200);
  expect(bugs).toEqual([]);
});
