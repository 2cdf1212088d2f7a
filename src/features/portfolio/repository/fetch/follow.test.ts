import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { follow } from "./follow.ts";

test("a place is asked at the numbers that were checked, whatever its name means to this machine", async () => {
  const server = createServer((request, response) => {
    const moved = request.url?.startsWith("/old.git");
    response.writeHead(moved ? 301 : 200, moved ? { location: "/new.git/info/refs" } : {}).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const home = `http://bikes.invalid:${(server.address() as AddressInfo).port}`;
  const numbers = ["127.0.0.1"];
  const rules = { loopback: "allowed", proxy: "direct", lookup: async () => numbers } as const;
  const settled = await follow({ url: new URL(`${home}/old.git`), numbers }, rules, new AbortController().signal);
  await new Promise((done) => server.close(done));
  expect(settled).toMatchObject({ ok: true, value: { url: { href: `${home}/new.git` }, numbers } });
});
