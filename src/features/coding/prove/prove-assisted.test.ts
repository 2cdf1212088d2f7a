import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../../../tests/support/server.ts";
import { failed, ok } from "../../../lib/result.ts";
import { readAssisted } from "../../../shared/content/assisted-bank.ts";
import { readCodingFolder } from "../../../shared/content/coding-folder.ts";
import type { Comparing } from "../../../shared/rounds/think-aloud/read-aloud.ts";
import type { Verdict } from "../schema.ts";
import type { ProofJudge } from "./proof.ts";
import { proveAssisted } from "./prove-assisted.ts";

const item = readAssisted(join(ROOT, "content", "assisted", "retrieval-fusion.yaml"));
const problem = readCodingFolder(join(ROOT, "content", "coding", "hybrid-retrieval-fusion"));
const far: Comparing = {
  similarities: async (texts, lines) => ({ values: texts.map(() => lines.map(() => ({ meaning: 0, words: 0 }))) }),
};

/** Says the same of every test, whatever the code. */
function judgeSaying(status: Verdict["tests"][number]["status"], names: readonly string[]): ProofJudge {
  const test = { why: "", visible: false, level: 1, fault: null, status, message: "", ms: 0 };
  const tests = names.map((name) => ({ ...test, name }));
  const verdict = { verdict: "runtime-error", tests } as unknown as Verdict;
  return { judge: async () => ok(verdict), mutants: async () => failed("none") };
}

async function reasonsWhere(status: "failed" | "not-run"): Promise<string[]> {
  if (!item.ok || !problem.ok) throw new Error("the script or its problem cannot be read");
  const names = item.value.script.pieces.flatMap(({ fault }) => fault?.shows_in ?? []);
  const judge = judgeSaying(status, names);
  const { reasons } = await proveAssisted({ judge, grader: far }, item.value, problem.value);
  return reasons.filter((reason) => reason.includes("its fault must fail"));
}

test("a fault is proven by a test that fails, not by one that was not run", async () => {
  expect(await reasonsWhere("failed")).toEqual([]);
  expect(await reasonsWhere("not-run")).toEqual([expect.stringContaining("was not run"), expect.anything()]);
});
