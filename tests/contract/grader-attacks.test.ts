import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { attacksOn } from "../../bench/grader/attacks.ts";
import { seededRandom } from "../../src/lib/random.ts";
import { fillQuestion } from "../../src/shared/content/fill-question.ts";
import { questionFiles, readQuestion } from "../../src/shared/content/question-bank.ts";
import { openGrader } from "../../src/shared/grader/open-grader.ts";
import { PASS_FROM } from "../../src/shared/grader/rubric/grade-answer.ts";
import { ROOT } from "../support/server.ts";

// Every fifth question of the bank; `npm run bench -- rubric` attacks all of them.

const EVERY = 5;
// Roles exchanged ("before" for "after") are not told apart yet: docs/grader.md.
const KNOWN_TO_PASS = new Set(["roles swapped"]);

const grader = openGrader(join(ROOT, ".holdout", "encoder"), { threads: 1 });
afterAll(() => grader.close());

test("answers made to fool the grader do not pass", { timeout: 300_000 }, async () => {
  const random = seededRandom(2);
  const files = questionFiles(join(ROOT, "content")).filter((_, at) => at % EVERY === 0);
  const bank = files.flatMap((path) => {
    const read = readQuestion(path);
    return read.ok ? [fillQuestion(read.value.question, 1)] : [];
  });
  expect(bank.length).toBeGreaterThanOrEqual(30);
  const tried = new Map<string, { passed: number; all: number }>();
  for (const [at, drawn] of bank.entries()) {
    const other = bank[(at + 7) % bank.length] ?? drawn;
    for (const { kind, answer } of attacksOn(drawn.question, other.question, random)) {
      const { score } = await grader.gradeAnswer(drawn, answer);
      const { passed, all } = tried.get(kind) ?? { passed: 0, all: 0 };
      tried.set(kind, { passed: passed + (score >= PASS_FROM ? 1 : 0), all: all + 1 });
    }
  }
  const totals = [...tried.values()].reduce((sum, { passed, all }) => ({
    passed: sum.passed + passed,
    all: sum.all + all,
  }));
  expect(totals.passed / totals.all).toBeLessThanOrEqual(0.05);
  for (const [kind, { passed, all }] of tried)
    if (!KNOWN_TO_PASS.has(kind)) expect(passed / all, kind).toBeLessThanOrEqual(0.1);
});
