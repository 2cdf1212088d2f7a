import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../../tests/support/tiny-bank.ts";
import { writeTinyCase } from "../../../tests/support/tiny-case.ts";
import { describeFault } from "../../shared/content/content-fault.ts";
import { readCaseFolder } from "./case-folder.ts";
import { designFaults } from "./prove/design-faults.ts";

let folder: ReturnType<typeof temporaryFolder>;
let at: string;
beforeEach(() => {
  folder = temporaryFolder();
  writeTinyCase(folder.path);
  at = join(folder.path, "designs", "tiny-rows");
});
afterEach(() => folder[Symbol.dispose]());

const change = (name: string, from: string, to: string) => {
  const path = join(at, name);
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
};
const faults = () => {
  const read = readCaseFolder(at);
  return read.ok ? [] : read.faults.map((fault) => describeFault(fault).replace(`${at}/`, ""));
};

test("a whole case is read, with what is right of its estimates, and its designs stand", () => {
  const read = readCaseFolder(at);
  if (!read.ok) throw new Error(faults().join("\n"));
  expect(read.value).toMatchObject({
    slug: "tiny-rows",
    estimates: [{ right: 8.64 }, { right: 46 }, { right: ["service"] }],
  });
  expect(read.value.flawed.map(({ name, misses }) => [name, misses])).toEqual([
    ["alone", "there"],
    ["gilded", "cheap"],
    ["no-balancer", "there"],
    ["slow", "fast"],
  ]);
  expect(designFaults(read.value)).toEqual([]);
});

test("all faults of all files are told at once, each with its line", () => {
  rmSync(join(at, "brief.md"));
  change("item.yaml", "minutes: 30", "minuets: 30");
  change("facts.yaml", "- id: budget", "- id: load");
  change("estimates.yaml", "formula: rate * seconds / 1e6", "formula: rate * secs_per_day");
  change("estimates.yaml", "answer: [service]", "answer: [servise]");
  change("rubric.yaml", "when: missed:there", "when: missed:them");
  change("rubric.yaml", "when: with:cache", "when: with:cash");
  change("rubric.yaml", "weight: 5", "weight: 6");
  change("flawed/alone.design", "# misses: there — one machine", "# misses: hair — one machine");
  change("flawed/slow.design", "# misses: fast —", "# fast");
  expect(faults()).toEqual([
    "brief.md:1: the file is missing",
    "item.yaml:1: minutes: is missing",
    'item.yaml:6: unknown key "minuets"; did you mean "minutes"?',
    "estimates.yaml:1: daily: the formula cannot be worked out: Undefined symbol secs_per_day",
    'estimates.yaml:15: bottleneck: there is no component "servise"',
    "rubric.yaml:1: dimensions: the weights add up to 100",
    "flawed/slow.design:1: the first line is `# misses: OBJECTIVE — why`",
  ]);
});

test("what names something in another file must find it there", () => {
  change("facts.yaml", "- id: budget", "- id: load");
  change("rubric.yaml", "when: missed:there", "when: missed:them");
  change("rubric.yaml", "when: with:cache", "when: with:cash");
  change("flawed/alone.design", "# misses: there", "# misses: hair");
  expect(faults()).toEqual([
    'flawed/alone.design:1: there is no objective "hair"',
    expect.stringMatching(/^rubric.yaml:\d+: machine-lost: when: there is no objective "them"/),
    expect.stringMatching(/^rubric.yaml:\d+: with-cache: when: there is no component "cash"/),
    'facts.yaml:1: there are two "load"',
  ]);
});

test("a design of a case that does not parse is told with its place", () => {
  appendFileSync(join(at, "reference.design"), "app -> rankr\n");
  const read = readCaseFolder(at);
  if (!read.ok) throw new Error(faults().join("\n"));
  expect(designFaults(read.value)).toEqual([expect.stringMatching(/^reference\.design:2:8: .*rankr/)]);
});
