import { counted } from "../../../lib/text.ts";
import { standingOf } from "../python/standing.ts";
import type { PythonSource } from "../repository/source-text.ts";
import type { Evidence } from "../schema.ts";
import { modulesReached } from "./reached.ts";
import {
  acrossFiles,
  dimension,
  evidenceOfFact,
  isOwn,
  type JudgedDimension,
  type Reading,
  sourceLines,
} from "./reading.ts";

const ASSERTS =
  /^\s*(?:assert\b|self\.(?:assert\w+|fail)\(|(?:np(?:t|\.testing)|numpy\.testing|torch\.testing|tf\.test|pd\.testing|testing)\.assert\w*|assert_\w+\(|with (?:pytest|self)\.(?:raises|assertRaises)\w*)/;
const OTHER_TEST =
  /(?:^|\/)(?:tests?|__tests__|testthat)\/[^/]*\.(?:jl|R|rs|go|js|ts|tsx|jsx|cpp|java|scala)$|[._-](?:test|spec)\.(?:js|ts|tsx|jsx|go|rs|java|scala)$/;
const SHARP = ["parametrised-test", "property-test"];

/** Tests that check something, not files by that name, and what of the code they reach. */
export function readTests(reading: Reading): JudgedDimension {
  const { sources, code, files } = reading;
  const tests = sources.filter(({ path, cells }) => cells === undefined && standingOf(path) === "test");
  const modules = sources.filter(({ path, cells }) => cells === undefined && isOwn(path));
  const other = files.filter(({ path }) => OTHER_TEST.test(path)).length;
  if (sources.every(({ path }) => !isOwn(path)) && other === 0)
    return dimension("tests", { score: null, said: "There is no code to test." });
  const facts = code.facts.filter(({ file }) => standingOf(file) === "test");
  const asserts = facts.filter(({ pattern }) => pattern === "assert-in-test");
  const count = sum(facts.filter(({ pattern }) => pattern === "test-function"));
  const checks = sum(asserts);
  // where the parser did not get that far, a line that asserts is as good
  const evidence: Evidence[] =
    asserts.length > 0 ? acrossFiles(asserts, 4).map(evidenceOfFact) : sourceLines(tests, ASSERTS, 4);
  if (evidence.length === 0) return withoutTests(modules, sources, { tests: tests.length, other });
  const sharp = facts.find(({ pattern }) => SHARP.includes(pattern));
  const reached = modulesReached(tests, modules);
  const untested = largest(modules.filter((module) => !reached.has(module)));
  const share = modules.length === 0 ? 1 : reached.size / modules.length;
  const amount = count >= 15 ? 0.6 : count >= 5 ? 0.5 : 0.35;
  const where = new Set(asserts.map(({ file }) => file)).size || evidence.length;
  return dimension("tests", {
    score: amount + 0.25 * Math.min(1, 1.5 * share) + (sharp ? 0.15 : 0),
    said: `${count > 0 ? `${counted(count, "test")} with ${counted(checks, "assertion")}` : "Tests with assertions"} in ${counted(where, "file")}, reaching ${reached.size} of ${counted(modules.length, "module")}${untested ? `; \`${untested.path}\` is reached by none` : ""}.`,
    evidence: [...evidence, sharp && evidenceOfFact(sharp)],
    mend: untested
      ? `Test \`${untested.path}\` (${untested.lines.length} lines) with what a wrong model would get past: one value worked out by hand, the split, the preprocessing at serving time.`
      : "Test what a wrong model would get past: the metric against a value worked out by hand, the split, the preprocessing at serving time.",
    ...(untested ? { mendAt: firstLine(untested) } : {}),
  });
}

function withoutTests(
  modules: readonly PythonSource[],
  sources: readonly PythonSource[],
  { tests, other }: { tests: number; other: number },
): JudgedDimension {
  const first = largest(modules) ?? sources.find(({ path }) => isOwn(path));
  const said =
    other > 0
      ? `${counted(other, "file")} of tests in another language, which were not read; no test in Python asserts anything.`
      : tests > 0
        ? `${counted(tests, "file")} named like a test, and no assertion in ${tests === 1 ? "it" : "them"}.`
        : "There is no test that asserts anything.";
  return dimension("tests", {
    score: other > 0 ? 0.4 : 0,
    said,
    mend: `Write five tests that fail where ${first ? `\`${first.path}\`` : "the code"} is wrong: shapes, one value worked out by hand, no row in two splits, the same result for the same seed.`,
    mendAt: first ? firstLine(first) : [],
  });
}

const sum = (facts: readonly { values: Readonly<Record<string, string>> }[]) =>
  facts.reduce((all, { values }) => all + Number(values.count ?? 1), 0);

function largest(sources: readonly PythonSource[]): PythonSource | undefined {
  const telling = sources.filter(({ path, lines }) => lines.length > 20 && !/__init__\.py$|setup\.py$/.test(path));
  return telling.toSorted((a, b) => b.lines.length - a.lines.length || (a.path < b.path ? -1 : 1))[0];
}

function firstLine({ path, lines }: PythonSource): Evidence[] {
  const line =
    lines.find(({ text }) => /^\s*(?:def|class|async def) \w/.test(text)) ??
    lines.find(({ text }) => text.trim() !== "");
  const quote = line?.raw.trim().slice(0, 200);
  return line && quote ? [{ file: path, line: line.line, quote }] : [];
}
