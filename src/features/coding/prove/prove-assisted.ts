import { mapAtMost } from "../../../lib/map-at-most.ts";
import type { AssistedItem } from "../../../shared/content/assisted-bank.ts";
import type { CodingProblem } from "../../../shared/content/coding-folder.ts";
import type { Comparing } from "../../../shared/rounds/think-aloud/read-aloud.ts";
import { codeOf, type Proposed } from "../model/round/assisted/assistant.ts";
import { mergeCode } from "../model/round/assisted/merge-code.ts";
import type { Verdict } from "../schema.ts";
import { judged, type ProofJudge } from "./proof.ts";
import { proveRequests } from "./prove-requests.ts";

/** The proof of one script; it stands when `reasons` is empty. `right` of `of` requests are understood. */
export type AssistedProof = { slug: string; reasons: string[]; right: number; of: number };

const AT_ONCE = 2;

/**
 * Proves a script against its problem: the right pieces together pass all tests, each fault alone fails the test that it
 * names, all faults together are not accepted, and every way of asking or naming finds what is meant and nothing else.
 */
export async function proveAssisted(
  { judge, grader }: { judge: ProofJudge; grader: Comparing },
  { slug, script }: AssistedItem,
  problem: CodingProblem,
): Promise<AssistedProof> {
  const { pieces } = script;
  const right = pieces.map(({ id }): Proposed => ({ piece: id, mended: true }));
  const verdictOf = (proposed: readonly Proposed[]) => {
    const source = mergeCode(problem.starter, codeOf(script, proposed));
    return judged(judge, problem, { source, mode: "submit" });
  };
  const checks = [
    async () => rightReasons(await verdictOf(right)),
    async () => trapReasons(await verdictOf(pieces.map(({ id }) => ({ piece: id, mended: false })))),
    ...pieces.flatMap(({ id, fault }) => {
      if (!fault) return [];
      const planted = right.map((each) => (each.piece === id ? { piece: id, mended: false } : each));
      return [async () => faultReasons(await verdictOf(planted), { id, test: fault.shows_in })];
    }),
  ];
  const reasons = (await mapAtMost(checks, AT_ONCE, (check) => check())).flat();
  const requests = await proveRequests(grader, script, problem);
  return { slug, reasons: [...reasons, ...requests.reasons], right: requests.right, of: requests.of };
}

function rightReasons({ verdict, message, tests }: Verdict): string[] {
  if (verdict === "accepted") return [];
  return [`the right pieces together are not accepted (${verdict}): ${message ?? failedIn(tests)}`];
}

function trapReasons({ verdict }: Verdict): string[] {
  return verdict === "accepted" ? ["all pieces as they are proposed first are accepted"] : [];
}

function faultReasons({ tests, verdict }: Verdict, { id, test }: { id: string; test: string }): string[] {
  const named = tests.find(({ name }) => name === test);
  if (!named) return [`${id}: there is no test ${test} (${verdict})`];
  // a test that was not run has caught nothing
  if (named.status !== "passed" && named.status !== "not-run") return [];
  return [
    `${id}: its fault must fail ${test}, which ${named.status === "passed" ? "passed" : "was not run"}; it failed ${failedIn(tests) || "nothing"}`,
  ];
}

function failedIn(tests: Verdict["tests"]): string {
  return tests
    .filter(({ status }) => status !== "passed")
    .map(({ name, status, message }) => `${name} (${status}${message ? `: ${message}` : ""})`)
    .join(", ");
}
