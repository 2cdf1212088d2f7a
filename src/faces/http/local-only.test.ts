import { expect, test } from "vitest";
import { refusalOf } from "./local-only.ts";

const PORT = 4600;
const refused = (method: string, path: string, headers: Record<string, string>) =>
  refusalOf({ method, path, header: (name) => headers[name] }, PORT);
const host = "127.0.0.1:4600";

test("this machine's own names with the port are served, in any case", () => {
  for (const own of [host, "localhost:4600", "LocalHost:4600", "[::1]:4600"]) {
    expect(refused("GET", "/api/health", { host: own })).toBeUndefined();
  }
});

test("a name rebound to this machine, another port and no Host at all are refused", () => {
  for (const other of [
    "evil.example:4600",
    "127.0.0.1",
    "127.0.0.1:80",
    "127.0.0.1:4600.evil.example",
    "127.0.0.1.evil.example:4600",
  ]) {
    expect(refused("GET", "/", { host: other })).toBe("foreign-host");
  }
  expect(refused("GET", "/", {})).toBe("foreign-host");
});

test("another site's page may neither write nor read, not even a sandboxed frame", () => {
  for (const origin of ["https://evil.example", "null", "http://127.0.0.1:8080", "http://localhost:4600"]) {
    expect(refused("POST", "/api/coding/problems/x/hints", { host, origin })).toBe("foreign-origin");
  }
  for (const site of ["cross-site", "same-site"]) {
    expect(refused("POST", "/x", { host, "sec-fetch-site": site })).toBe("foreign-origin");
    expect(refused("GET", "/api/coding/problems", { host, "sec-fetch-site": site })).toBe("foreign-origin");
  }
});

test("our own page, a typed address, a link from elsewhere to a page, and a script without a browser are served", () => {
  expect(
    refused("POST", "/api/x", { host, origin: `http://${host}`, "sec-fetch-site": "same-origin" }),
  ).toBeUndefined();
  expect(refused("GET", "/api/x", { host, "sec-fetch-site": "none" })).toBeUndefined();
  expect(refused("GET", "/code", { host, "sec-fetch-site": "cross-site" })).toBeUndefined();
  expect(refused("PUT", "/api/x", { host })).toBeUndefined();
});
