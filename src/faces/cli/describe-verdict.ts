import type { TestResult, Verdict } from "../../features/coding/schema.ts";
import { counted } from "../../lib/text.ts";
import type { Paint } from "./paint.ts";

type Shown = "failing" | "all";

/** A verdict for a terminal: the tests (the failing ones, or all), the misconception, and one line of the whole. */
export function describeVerdict(verdict: Verdict, { paint, tests }: { paint: Paint; tests: Shown }): string {
  const shown = verdict.tests.filter(({ status }) => tests === "all" || (status !== "passed" && status !== "not-run"));
  return [
    ...shown.map((test) => describeTest(test, paint)),
    ...(verdict.misconception ? [paint("bold", "What this shows"), indented(verdict.misconception.text, 2)] : []),
    ...(verdict.faults ?? []).map(
      ({ id, found }) => `${mark(found, paint)} fault ${id} ${found ? "mended" : "still there"}`,
    ),
    ...(verdict.growth ?? []).map(
      ({ name, measure, exponent, atMost }) =>
        `  ${name}: ${measure} grows like n^${exponent.toFixed(2)}, asked: at most ${atMost}`,
    ),
    ...(tests === "all" && verdict.stdout !== "" ? [paint("bold", "Printed"), indented(verdict.stdout, 2)] : []),
    summaryLine(verdict, paint),
  ].join("\n");
}

function summaryLine(verdict: Verdict, paint: Paint): string {
  const { tests, wallMs, cpuMs, peakMemoryMb, tier, sandbox, message } = verdict;
  const accepted = verdict.verdict === "accepted";
  const passed = tests.filter(({ status }) => status === "passed").length;
  const measured = `${round(wallMs)} ms, ${round(cpuMs)} ms CPU, ${round(peakMemoryMb)} MB, ${tier}, sandbox ${sandbox}`;
  const said = paint(accepted ? ["bold", "green"] : ["bold", "red"], verdict.verdict);
  const levels = verdict.levelsPassed === undefined ? "" : `, ${counted(verdict.levelsPassed, "level")} passed`;
  const of = `${passed} of ${counted(tests.length, "test")} passed${levels}`;
  return [
    ...(message ? [message] : []),
    `${mark(accepted, paint)} ${said}  ${of}  ${paint("dim", `(${measured})`)}`,
  ].join("\n");
}

function describeTest(test: TestResult, paint: Paint): string {
  const passed = test.status === "passed";
  const status = passed || test.status === "failed" ? "" : ` ${paint("yellow", test.status)}`;
  const head = `${mark(passed, paint)} ${test.name}${status}  ${paint("dim", test.why)}`;
  const details = [
    ...(passed || test.message === "" ? [] : [test.message]),
    ...(test.input === undefined || passed ? [] : [`input     ${test.input}`]),
    ...(test.expected === undefined || passed ? [] : [`expected  ${test.expected}`]),
    ...(test.got === undefined || passed ? [] : [`got       ${test.got}`]),
    ...(test.trace ?? []).map(({ line, function: name, code }) => `line ${line} in ${name}: ${code.trim()}`),
  ];
  return [head, ...details.map((detail) => indented(detail, 4))].join("\n");
}

function mark(good: boolean, paint: Paint): string {
  return good ? paint("green", "✓") : paint("red", "✕");
}

function indented(text: string, spaces: number): string {
  return text.trimEnd().replaceAll(/^/gm, " ".repeat(spaces));
}

function round(value: number): string {
  return value >= 10 ? value.toFixed(0) : value.toFixed(1);
}
