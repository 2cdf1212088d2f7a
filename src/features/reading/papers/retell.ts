import { newId } from "../../../lib/ids.ts";
import { failed, ok, type Result } from "../../../lib/result.ts";
import { textHash } from "../../../lib/text-hash.ts";
import type { Evidence } from "../../../shared/evidence/evidence.ts";
import { gradeWithModel, type SaidGrade } from "../../../shared/grader/llm/grade-with-model.ts";
import { type CriterionGrade, scoreOf } from "../../../shared/grader/rubric/grade-answer.ts";
import { nearnessOf } from "../../../shared/grader/similarity.ts";
import { loadOf, smoothedDue } from "../../../shared/spacing/memory.ts";
import { FEWEST_PARTS, solidParts, thinParts } from "../model/notes.ts";
import { otherFigures } from "../model/other-figures.ts";
import { memoryOf, ratingOf } from "../model/schedule.ts";
import { toldText } from "../model/told-text.ts";
import type { Heard, Paper, Part, PartsBody, Review, TeachBackBody } from "../schema.ts";
import type { PapersDeps } from "./deps.ts";
import { questionOfParts, statementsOf } from "./note-question.ts";

const WHO = "local";
const NEARER_BY = 0.05;
/** That a part came across in words which were said of another one, or with figures that are not those of the notes. */
const DOUBTED_MOST = 0.15;
const RETOLD = ["research.paper-talk", "research.paper-reading"];

type Told = Pick<Review, "kind" | "listener" | "told" | "secondsUsed">;

/** A paper told as a whole to somebody, held against the candidate's own notes. */
export function teachBack(
  deps: PapersDeps,
  id: string,
  { listener, text, secondsUsed }: TeachBackBody,
): Promise<Result<Review, "unknown-paper">> {
  return retell(deps, id, { kind: "teach-back", listener, told: { whole: text }, secondsUsed });
}

/** The parts of a paper recalled one by one; what is left out was not recalled. */
export function recallParts(
  deps: PapersDeps,
  id: string,
  { told, secondsUsed }: PartsBody,
): Promise<Result<Review, "unknown-paper">> {
  return retell(deps, id, { kind: "parts", listener: null, told, secondsUsed });
}

async function retell(deps: PapersDeps, id: string, told: Told): Promise<Result<Review, "unknown-paper">> {
  const paper = await deps.repo.paper(id);
  if (!paper) return failed("unknown-paper");
  const parts = solidParts(paper.notes);
  const heard = parts.length < FEWEST_PARTS ? tooThin(paper) : await hear(deps, paper, { parts, text: toldText(told) });
  return ok(await keep(deps, paper, { told, heard }));
}

async function hear(deps: PapersDeps, paper: Paper, { parts, text }: { parts: Part[]; text: string }): Promise<Heard> {
  const question = questionOfParts(paper, parts);
  const { grade, engine, note }: SaidGrade = await gradeWithModel(deps, { question, values: new Map() }, text);
  const criteria = await ownWordsOf(deps, paper, grade.criteria);
  const { score, se } = scoreOf(criteria, { cap: grade.cap });
  const { abstained, flags } = grade;
  const heard = criteria.map(({ id, probability, span }) => ({ part: id as Part, probability, span: span ?? null }));
  return { score, se, abstained, flags, engine, parts: heard, thin: thinParts(paper.notes), note: note ?? null };
}

/** The parts of one paper speak of the same things: words that are nearer to another part were said of that one. Figures count. */
async function ownWordsOf(
  { grader }: PapersDeps,
  { notes }: Paper,
  criteria: readonly CriterionGrade[],
): Promise<CriterionGrade[]> {
  const lines = criteria.flatMap(({ id }) => statementsOf(notes[id as Part]).map((line) => ({ id, line })));
  const { values } = await grader.similarities(
    criteria.map(({ span }) => span?.text ?? ""),
    lines.map(({ line }) => line),
  );
  return criteria.map((criterion, at) => {
    const near = (values[at] ?? []).map(nearnessOf);
    const nearest = (own: boolean) => Math.max(0, ...near.filter((_, to) => (lines[to]?.id === criterion.id) === own));
    const borrowed = nearest(false) - nearest(true) > NEARER_BY;
    const most = borrowed || otherFigures(notes[criterion.id as Part], criterion.span?.text ?? "") ? DOUBTED_MOST : 1;
    return { ...criterion, probability: Math.min(criterion.probability, most) };
  });
}

function tooThin({ notes }: Paper): Heard {
  return {
    score: null,
    se: 0,
    abstained: true,
    flags: [],
    engine: "none",
    parts: [],
    thin: thinParts(notes),
    note: null,
  };
}

async function keep(deps: PapersDeps, paper: Paper, { told, heard }: { told: Told; heard: Heard }): Promise<Review> {
  const now = deps.clock();
  const at = now.toISOString();
  const rating = heard.score === null ? null : ratingOf(heard.score);
  const review: Review = {
    id: newId(now),
    paperId: paper.id,
    ...told,
    at,
    feedback: heard,
    rating,
    dueAt: rating === null ? null : await nextDue(deps, paper.id, { at, rating }),
    graderVersion: `${heard.engine}, ${deps.grader.version}`,
  };
  await deps.repo.addReview(review, evidenceOf(paper, review));
  return review;
}

async function nextDue({ repo }: PapersDeps, paperId: string, now: Pick<Review, "at" | "rating">): Promise<string> {
  const reviews = await repo.reviews();
  const own = reviews.filter((each) => each.paperId === paperId);
  const remembered = memoryOf([...own, now]);
  const last = new Map(reviews.flatMap((each) => (each.dueAt === null ? [] : [[each.paperId, each.dueAt]])));
  last.delete(paperId);
  return smoothedDue(new Date(now.at), remembered?.interval ?? 1, loadOf(last.values())).toISOString();
}

/** Notes that are too thin to grade by measure nothing. */
function evidenceOf(
  paper: Paper,
  { id, at, kind, secondsUsed, feedback, graderVersion }: Review,
): Evidence | undefined {
  if (feedback.score === null) return undefined;
  return {
    id,
    at,
    who: WHO,
    feature: "reading",
    itemId: paper.id,
    itemVersion: textHash(JSON.stringify(paper.notes)),
    skills: [...new Set([...RETOLD, ...paper.skills])],
    mode: kind,
    part: "practice",
    score: feedback.score,
    standardError: feedback.se,
    secondsUsed,
    help: { hints: 0, revealed: false },
    graderVersion,
  };
}
