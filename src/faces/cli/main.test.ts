import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { main } from "./main.ts";

const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, "error").mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
});
afterEach(() => vi.restoreAllMocks());

test("an unknown command exits with 2 and names the nearest one", async () => {
  expect(await main(["jugde", "x", "y"])).toBe(2);
  expect(said[0]).toContain('Did you mean "judge"?');
});

test("half a command is completed", async () => {
  expect(await main(["content", "chekc"])).toBe(2);
  expect(said[0]).toContain('Did you mean "content check"?');
});

test("an unknown option exits with 2 and lists the options that exist", async () => {
  expect(await main(["doctor", "--jsn"])).toBe(2);
  expect(said[0]).toContain("Did you mean --json?");
});

test("with --json wrong usage is said as data", async () => {
  expect(await main(["jugde", "--json"])).toBe(2);
  expect(JSON.parse(said[0] ?? "")).toMatchObject({
    error: { code: "usage", message: expect.stringContaining("judge") },
  });
});

test("help of the whole and of one command exits with 0", async () => {
  expect(await main(["--help"])).toBe(0);
  expect(said[0]).toContain("content check");
  expect(await main(["judge", "--help"])).toBe(0);
  expect(said[1]).toContain("--problem DIR FILE");
});
