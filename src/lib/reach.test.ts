import { expect, test } from "vitest";
import { type Lookup, reached } from "./reach.ts";

const never: Lookup = async (host) => {
  throw new Error(`${host} was looked up`);
};
const leadsTo =
  (...numbers: string[]): Lookup =>
  async () =>
    numbers;
const inside = { ok: false, reason: "inside-network" };

test.each([
  ["private", "10.0.0.1"],
  ["private", "169.254.169.254"],
  ["private", "192.168.1.1"],
  ["private", "0.0.0.0"],
  ["private", "[fd00::1]"],
  ["private", "[fe80::1]"],
  ["private", "[::ffff:10.0.0.1]"],
  ["private", "[::10.0.0.1]"],
  ["loopback", "127.0.0.1"],
  ["loopback", "127.8.9.10"],
  ["loopback", "[::1]"],
  ["public", "9.9.9.9"],
  ["public", "[2620:fe::fe]"],
] as const)("a number is not looked up; %s: %s", async (reach, hostname) => {
  const numbers = [hostname.replaceAll(/[[\]]/g, "")];
  const found = { ok: true, value: { reach, numbers } };
  expect(await reached(hostname, { inside: "allowed", lookup: never })).toEqual(found);
  expect(await reached(hostname, { inside: "loopback", lookup: never })).toEqual(reach === "private" ? inside : found);
  expect(await reached(hostname, { inside: "refused", lookup: never })).toEqual(reach === "public" ? found : inside);
});

test("a name is looked up once, and a single number inside makes it one of the network", async () => {
  const asked: string[] = [];
  const lookup: Lookup = async (host) => {
    asked.push(host);
    return ["9.9.9.9", "2620:fe::fe"];
  };
  expect(await reached("example.org", { inside: "refused", lookup })).toEqual({
    ok: true,
    value: { reach: "public", numbers: ["9.9.9.9", "2620:fe::fe"] },
  });
  expect(asked).toEqual(["example.org"]);
  for (const number of ["10.0.0.7", "127.0.0.1", "fc00::7"])
    expect(await reached("example.org", { inside: "refused", lookup: leadsTo("9.9.9.9", number) })).toEqual(inside);
});

test("a host that is not there is told apart from one that is refused", async () => {
  for (const lookup of [never, leadsTo()])
    expect(await reached("example.org", { inside: "allowed", lookup })).toEqual({ ok: false, reason: "unknown-host" });
});
