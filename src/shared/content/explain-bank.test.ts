import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeFault } from "./content-fault.ts";
import { readDrill } from "./explain-bank.ts";

const DRILL = join(import.meta.dirname, "..", "..", "..", "content", "explain", "precision-and-recall.yaml");
const text = readFileSync(DRILL, "utf8");

function faultsWith(change: (drill: string) => string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "holdout-drill-"));
  try {
    const path = join(folder, "drill.yaml");
    writeFileSync(path, change(text));
    const read = readDrill(path);
    return read.ok ? [] : read.faults.map((fault) => describeFault(fault).replace(`${path}:`, ""));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("a drill is read, and its version changes with its text", () => {
  expect(readDrill(DRILL)).toMatchObject({
    ok: true,
    value: { slug: "precision-and-recall", version: expect.stringMatching(/^[0-9a-f]{16}$/) },
  });
  expect(faultsWith((drill) => drill)).toEqual([]);
});

test.each([
  [
    "a listener twice",
    (drill: string) => drill.replace("audience: junior", "audience: executive"),
    "executive stands twice",
  ],
  [
    "a length that runs backwards",
    (drill: string) => drill.replace("words: [70, 170]", "words: [170, 70]"),
    "fewest words",
  ],
  [
    "a follow-up on nothing",
    (drill: string) => drill.replace("when_missing: trade", "when_missing: tradde"),
    'no criterion "tradde"',
  ],
  [
    "a sample that states nothing",
    (drill: string) => drill.replace("states: [high-figure-means-good]", "states: []"),
    "states at least one distortion",
  ],
  [
    "a sample that states what is no distortion",
    (drill: string) => drill.replace("states: [swapped,", "states: [swopped,"),
    'no distortion "swopped"',
  ],
  ["a key that there is not", (drill: string) => drill.replace("concept: >-", "concpt: >-"), 'did you mean "concept"'],
])("%s is told", (_, change, said) => {
  expect(faultsWith(change).join("\n")).toContain(said);
});
