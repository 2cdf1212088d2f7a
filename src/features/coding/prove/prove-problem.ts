import { mapAtMost } from "../../../lib/map-at-most.ts";
import type { CodingProblem, SourceFile } from "../../../shared/content/coding-folder.ts";
import type { Verdict } from "../schema.ts";
import { killMutants } from "./kill-mutants.ts";
import { judged, type Proof, type ProofJudge } from "./proof.ts";
import { readWrongSolution } from "./wrong-solution.ts";

const LEAST_WRONG = 4;
const LEAST_WRONG_IN_A_VARIANT = 2;
const LEAST_KILL_RATE = 0.95;
// Misconceptions are looked for within a time: more at once would find fewer of them on a small machine.
const AT_ONCE = 2;

/**
 * Proves one problem to the bar of the bank: the reference passes, the starter fails, every wrong solution dies in the test it
 * names and shows its misconception, solutions in another style pass, and 95 % of single-fault mutants are rejected.
 */
export async function proveProblem(judge: ProofJudge, problem: CodingProblem): Promise<Proof> {
  const reference = await run(judge, problem, problem.solution);
  const reasons = [...readingReasons(problem), ...referenceReasons(reference)];
  const named = { id: problem.item.id, slug: problem.slug };
  if (reference.verdict !== "accepted") return { ...named, reasons, coding: NO_MUTANTS };
  const checks = [
    () => starterReasons(judge, problem),
    ...problem.wrong.map((wrong) => () => wrongReasons(judge, problem, wrong)),
    ...problem.right.map((right) => () => rightReasons(judge, problem, right)),
  ];
  reasons.push(...(await mapAtMost(checks, AT_ONCE, (check) => check())).flat());
  const coding = await killMutants(judge, problem, reference);
  reasons.push(...coding.reasons);
  if (coding.killRate < LEAST_KILL_RATE) {
    const rate = (100 * coding.killRate).toFixed(1);
    reasons.push(`${rate} % of mutants are rejected, at least 95 % are asked; alive: ${coding.survived.join("; ")}`);
  }
  const { reasons: _, ...counts } = coding;
  return { ...named, reasons, coding: counts };
}

const NO_MUTANTS = { mutants: 0, killed: 0, equivalent: 0, survived: [], killRate: 0 };

function run(judge: ProofJudge, problem: CodingProblem, source: string): Promise<Verdict> {
  return judged(judge, problem, { source, mode: "prove" });
}

function readingReasons(problem: CodingProblem): string[] {
  const hints = problem.hints.length;
  const variant = problem.variantOf !== undefined; // the parent's other solutions need not be said again in PyTorch
  const least = variant ? LEAST_WRONG_IN_A_VARIANT : LEAST_WRONG;
  return [
    ...(problem.wrong.length < least ? [`${problem.wrong.length} wrong solutions, at least ${least} are asked`] : []),
    ...(problem.right.length === 0 && !variant
      ? ["no right/*.py: a correct solution in another style must be accepted too"]
      : []),
    ...(hints < 3 || hints > 4 ? [`hints.md has ${hints} hints, 3 or 4 are asked`] : []),
  ];
}

function referenceReasons({ verdict, message, tests }: Verdict): string[] {
  const silent = tests
    .filter((test) => test.why.trim() === "")
    .map((test) => `test ${test.name} does not say why it exists`);
  if (verdict === "accepted") return silent;
  return [`solution.py is not accepted (${verdict}): ${message ?? failedTests(tests)}`, ...silent];
}

async function starterReasons(judge: ProofJudge, problem: CodingProblem): Promise<string[]> {
  const { verdict } = await run(judge, problem, problem.starter);
  return verdict === "accepted" || verdict === "internal-error" ? [`starter.py must fail, and was ${verdict}`] : [];
}

async function rightReasons(judge: ProofJudge, problem: CodingProblem, right: SourceFile): Promise<string[]> {
  const { verdict, message, tests } = await run(judge, problem, right.source);
  return verdict === "accepted"
    ? []
    : [`right/${right.name} is not accepted (${verdict}): ${message ?? failedTests(tests)}`];
}

async function wrongReasons(judge: ProofJudge, problem: CodingProblem, file: SourceFile): Promise<string[]> {
  const read = readWrongSolution(file.name, file.source);
  if (!read.ok) return [read.reason];
  const { name, source, mustFail } = read.wrong;
  const said = await judged(judge, problem, { source, mode: "submit" });
  if (said.verdict === "accepted") return [`wrong/${name} is accepted`];
  if (said.verdict === "internal-error") return [`wrong/${name}: ${said.message ?? "internal error"}`];
  if (mustFail === "forbid")
    return said.verdict === "forbidden" ? [] : [`wrong/${name} must be forbidden, and was ${said.verdict}`];
  const named = said.tests.find((test) => test.name === mustFail);
  if (!named) return [`wrong/${name} names a test that does not exist: ${mustFail}`];
  if (named.status === "passed")
    return [`wrong/${name} must fail ${mustFail}; it failed ${failedTests(said.tests) || "nothing"}`];
  if (said.misconception?.id !== name) {
    return [`wrong/${name} does not show its own misconception (shown: ${said.misconception?.id ?? "none"})`];
  }
  return [];
}

function failedTests(tests: Verdict["tests"]): string {
  return tests
    .filter((test) => test.status !== "passed")
    .map((test) => `${test.name} (${test.status}${test.message ? `: ${test.message}` : ""})`)
    .join(", ");
}
