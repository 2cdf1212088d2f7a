import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fetchPosting } from "../../src/features/tailoring/index.ts";

const TEXT = "You train neural networks in PyTorch. ".repeat(5);
let server: Server;
let home: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = (status: number, headers: Record<string, string>, body: string | Buffer) =>
      response.writeHead(status, headers).end(body);
    const html = { "content-type": "text/html; charset=utf-8" };
    if (request.url === "/page") answer(200, html, `<h1>ML Engineer</h1><p>${TEXT}</p>`);
    else if (request.url === "/packed")
      answer(200, { ...html, "content-encoding": "gzip" }, gzipSync(`<p>${TEXT}</p>`));
    else if (request.url === "/bomb")
      answer(200, { ...html, "content-encoding": "gzip" }, gzipSync(Buffer.alloc(9_000_000, 97)));
    else if (request.url === "/huge") answer(200, html, "a".repeat(2_100_000));
    else if (request.url === "/pdf") answer(200, { "content-type": "application/pdf" }, "%PDF");
    else if (request.url === "/moved") answer(302, { location: "/page" }, "");
    else if (request.url === "/inside") answer(302, { location: "http://169.254.169.254/latest" }, "");
    else if (request.url === "/round") answer(302, { location: "/round" }, "");
    else if (request.url === "/scripts") answer(200, html, "<script>render()</script>");
    else answer(404, html, "gone");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const fetched = (path: string) => fetchPosting(home + path, { loopback: "allowed" });
const refusalOf = async (path: string) => {
  const got = await fetched(path);
  return got.ok ? got.value : got.reason;
};

test("the text of a page is fetched, packed or moved too", async () => {
  for (const path of ["/page", "/packed", "/moved"])
    expect(await fetched(path)).toMatchObject({ ok: true, value: expect.stringContaining("PyTorch") });
});

test("what is too large, no text, not there or without an end is refused with the mend", async () => {
  expect(await refusalOf("/huge")).toContain("larger than 2 MB");
  expect(await refusalOf("/bomb")).toContain("larger than 2 MB");
  expect(await refusalOf("/pdf")).toContain("application/pdf");
  expect(await refusalOf("/gone")).toContain("404");
  expect(await refusalOf("/round")).toContain("without an end");
  expect(await refusalOf("/scripts")).toContain("Paste its text");
});

test("nothing inside the network is reached, by name, number or redirect", async () => {
  expect(await refusalOf("/inside")).toContain("inside your network");
  for (const url of [
    `${home}/page`,
    "http://localhost/",
    "http://10.0.0.1/",
    "http://[::1]/",
    "http://0x7f.1/",
    "http://[::ffff:10.0.0.1]/",
    "http://[::10.0.0.1]/",
  ])
    expect(await fetchPosting(url, { loopback: "refused" })).toMatchObject({
      ok: false,
      reason: expect.stringContaining("inside your network"),
    });
  for (const url of ["file:///etc/passwd", "ftp://example.com/a", "https://me:secret@example.com/", "no address"])
    expect((await fetchPosting(url, { loopback: "refused" })).ok).toBe(false);
});
