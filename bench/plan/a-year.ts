import type { StoredAnswer } from "../../src/features/recall/stored.ts";
import { seededRandom } from "../../src/lib/random.ts";
import type { Bank } from "../../src/shared/content/bank.ts";
import type { Part } from "../../src/shared/content/holdout.ts";
import { loadQuestions } from "../../src/shared/content/question-bank.ts";
import type { Evidence } from "../../src/shared/evidence/evidence.ts";
import type { SubmissionRow } from "../../src/shared/store/tables.ts";

const DAY_MS = 86_400_000;
const ANSWER =
  "Each batch is a random sample of the rows, so its gradient is an unbiased estimate of the full one. ".repeat(6);
const CODE = "import numpy as np\n\n\ndef solve(x):\n    y = np.asarray(x)\n    return y - y.mean(axis=0)\n".repeat(8);

type Year = { evidence: Evidence[]; answers: StoredAnswer[]; submissions: SubmissionRow[] };

/** A year that ends at `now`: exercises of recall and coding in turn, with what those rooms keep of them. */
export function aYear(contentDir: string, bank: Bank, { rows, now }: { rows: number; now: Date }): Year {
  const random = seededRandom(11);
  const items = [
    ...loadQuestions(contentDir, bank).questions.map(({ question, part }) => ({ ...question, part, room: "recall" })),
    ...bank.problems.map(({ item, part }) => ({ ...item, part, room: "coding" })),
  ];
  const year: Year = { evidence: [], answers: [], submissions: [] };
  for (let nth = 0; nth < rows; nth++) {
    const item = items[Math.floor(random() * items.length)];
    if (!item) break;
    const at = new Date(now.getTime() - (365 * DAY_MS * (rows - nth)) / rows);
    const row = evidenceOf(item, { id: `year-${nth}`, at: at.toISOString(), score: Math.min(1, 0.3 + 0.8 * random()) });
    year.evidence.push(row);
    if (item.part === "holdout") continue;
    if (item.room === "recall") year.answers.push(answerOf(row, at));
    else year.submissions.push(submissionOf(row));
  }
  return year;
}

type Item = { id: string; skills: readonly string[]; part: Part; room: string };

function evidenceOf({ id: itemId, skills, part, room }: Item, given: Pick<Evidence, "id" | "at" | "score">): Evidence {
  return {
    ...given,
    itemId,
    part,
    who: "local",
    feature: room,
    itemVersion: "1",
    skills: [...skills],
    mode: part === "holdout" ? "mock" : "practice",
    standardError: 0.08,
    secondsUsed: room === "recall" ? 120 : 1500,
    help: { hints: 0, revealed: false },
    graderVersion: "bench",
  };
}

function answerOf({ id, itemId, score, secondsUsed }: Evidence, at: Date): StoredAnswer {
  const answeredAt = at.toISOString();
  return {
    id,
    itemId,
    itemVersion: "1",
    seed: 1,
    session: answeredAt.slice(0, 10),
    probe: null,
    text: ANSWER,
    secondsUsed,
    answeredAt,
    grade: { engine: "lexical", score, se: 0.08, abstained: false, flags: [], criteria: [], misconceptions: [] },
    rating: score < 0.4 ? 1 : score < 0.65 ? 2 : 3,
    dueAt: new Date(at.getTime() + 9 * DAY_MS).toISOString(),
    overruled: null,
    graderVersion: "bench",
  };
}

function submissionOf({ id, itemId, at, score, secondsUsed }: Evidence): SubmissionRow {
  const passed = Math.round(20 * score);
  return {
    id,
    item_id: itemId,
    item_version: "1",
    mode: "submit",
    code: CODE,
    seconds_used: secondsUsed,
    levels: 1,
    hints_taken: 0,
    revealed: 0,
    submitted_at: at,
    judged_at: at,
    verdict: passed === 20 ? "accepted" : "wrong-answer",
    passed,
    total: 20,
    levels_passed: passed === 20 ? 1 : 0,
    result: null,
    reading: null,
  };
}
