import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { holdout } from "../support/cli.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder[Symbol.dispose]());

const run = (...args: string[]) => holdout(["reading", ...args], { HOLDOUT_HOME: join(folder.path, "home") });

test("an empty room says how it is filled", () => {
  expect(run("list")).toMatchObject({ code: 0, out: expect.stringContaining("is empty") });
  expect(run("refresh")).toMatchObject({ code: 0, out: expect.stringContaining("no feed yet") });
});

test("lists of feeds come in and go out, and a feed that is not got is told with exit 1", () => {
  const [list, out] = [join(folder.path, "in.opml"), join(folder.path, "out.opml")];
  const outlines = ["https://holdout.invalid/a.xml", "http://10.0.0.1/b"].map(
    (url) => `<outline text="x" xmlUrl="${url}"/>`,
  );
  writeFileSync(list, `<opml version="2.0"><body>${outlines.join("")}</body></opml>`);
  expect(run("opml", "import", list)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/1 feed added.*\n.*inside your network/),
  });
  expect(run("opml", "export", out).code).toBe(0);
  expect(readFileSync(out, "utf8")).toContain("https://holdout.invalid/a.xml");
  expect(run("refresh")).toMatchObject({ code: 1, out: expect.stringContaining("There is no holdout.invalid") });
});

test("wrong usage is told with exit 2", () => {
  for (const args of [
    [],
    ["lst"],
    ["opml"],
    ["opml", "import"],
    ["opml", "import", join(folder.path, "gone")],
    ["list", "x"],
  ])
    expect([args, run(...args).code]).toEqual([args, 2]);
});
