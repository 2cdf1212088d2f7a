import { z } from "zod";
import { failed, ok, type Result } from "../../lib/result.ts";
import { fillQuestion } from "../../shared/content/fill-question.ts";
import type { Question } from "../../shared/content/question.ts";
import type { RecallDeps } from "./deps.ts";
import type { ReviewLine } from "./repo.ts";
import { Rating } from "./schema.ts";
import type { StoredAnswer } from "./stored.ts";

// Anki's text format: lines of fields between tabs, with "#" lines before them. A text carries no schedule of Anki's own, so
// ours stands in the last field, from which it is read back.

const HEAD = [
  "#separator:tab",
  "#html:true",
  "#guid column:1",
  "#notetype:Basic",
  "#deck:Holdout",
  "#columns:Guid\tFront\tBack\tTags\tHoldout",
  "#tags column:4",
];
const FIELDS = 5;
const SEED = 1; // a card on paper has one set of numbers

const Review = z.strictObject({
  id: z.string().min(1),
  at: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  rating: Rating,
  score: z.number().min(0).max(1),
});
const Reviews = z.array(Review).max(10_000);

/** All practice questions as notes, each with the reviews it has had. */
export async function exportAnki({ questions, repo }: Pick<RecallDeps, "questions" | "repo">): Promise<string> {
  const byItem = Map.groupBy(await repo.reviews(), ({ itemId }) => itemId);
  const notes = questions()
    .filter(({ part }) => part === "practice")
    .map((item) => noteOf(fillQuestion(item.question, SEED).question, byItem.get(item.question.id) ?? []));
  return `${[...HEAD, ...notes].join("\n")}\n`;
}

/** Reads reviews back from such a file; what is there already stays. Nothing is stored unless every line is readable. */
export async function importAnki(
  { questions, repo }: Pick<RecallDeps, "questions" | "repo">,
  text: string,
): Promise<Result<number, string[]>> {
  const versions = new Map(questions().map(({ question, version }) => [question.id, version]));
  const faults: string[] = [];
  const answers: StoredAnswer[] = [];
  text.split(/\r?\n/).forEach((line, at) => {
    if (line === "" || line.startsWith("#")) return;
    const fields = line.split("\t");
    const itemId = fields[0] ?? "";
    const read = Reviews.safeParse(parsed(unescaped(fields[FIELDS - 1] ?? "")));
    if (fields.length < FIELDS || !read.success)
      faults.push(`line ${at + 1}: the last field is no schedule of Holdout`);
    else if (!versions.has(itemId)) faults.push(`line ${at + 1}: the bank has no question ${itemId}`);
    else answers.push(...read.data.map((review) => answerOf(review, itemId, versions.get(itemId) ?? "")));
  });
  if (faults.length > 0) return failed(faults);
  await repo.restore(answers);
  return ok(answers.length);
}

function noteOf(question: Question, reviews: readonly ReviewLine[]): string {
  const rubric = question.rubric.map(({ met_when }) => `<li>${escaped(met_when)}</li>`).join("");
  const back = `<p>${escaped(flowing(question.reference))}</p><ul>${rubric}</ul>`;
  const schedule = reviews.map(({ id, at, dueAt, rating, score }) => ({ id, at, dueAt, rating, score }));
  const tags = question.skills.map((skill) => skill.replaceAll(".", "::")).join(" ");
  const front = `<b>${escaped(question.title)}</b><br>${escaped(flowing(question.prompt))}`;
  return [question.id, front, back, tags, escaped(JSON.stringify(schedule))].join("\t");
}

function answerOf(
  { id, at, dueAt, rating, score }: z.infer<typeof Review>,
  itemId: string,
  version: string,
): StoredAnswer {
  return {
    id,
    itemId,
    itemVersion: version,
    seed: SEED,
    session: "anki",
    probe: null,
    text: "",
    secondsUsed: 0,
    answeredAt: at,
    grade: { engine: "lexical", score, se: 0, abstained: false, flags: [], criteria: [], misconceptions: [] },
    rating,
    dueAt,
    overruled: null,
    graderVersion: "anki",
  };
}

/** One line without tabs: the format has no other way to keep fields apart. */
function flowing(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Anki may have put the field between quotes, its own doubled. */
function unescaped(text: string): string {
  const inner = /^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
  return inner.replaceAll("&quot;", '"').replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
