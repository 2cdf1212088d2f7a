import { failed, ok, type Result } from "../../lib/result.ts";
import type { BankDrill } from "../../shared/content/explain-bank.ts";
import type { Listener } from "../../shared/content/explain-drill.ts";
import { type ExplainDeps, listenerOf, practiceDrill } from "./deps.ts";
import { adaptationOf } from "./model/adaptation.ts";
import { questionOf } from "./model/asked-question.ts";
import { sharedPassages } from "./model/same-wording.ts";
import { sentencesIn } from "./model/sentences.ts";
import { findTerms } from "./model/terms/find-terms.ts";
import type { Idea, Side, SideBySide } from "./schema.ts";
import type { StoredExplanation } from "./stored.ts";

type Ids = { left: string; right: string };
type One = { attempt: StoredExplanation; listener: Listener };

/** Two explanations of one concept: what was changed for the other listener, and what stayed. */
export async function compare(
  deps: ExplainDeps,
  slug: string,
  ids: Ids,
): Promise<Result<SideBySide, "unknown-concept" | "unknown-explanation">> {
  const found = practiceDrill(deps, slug);
  if (!found) return failed("unknown-concept");
  const attempts = await deps.repo.attemptsOf(found.drill.id);
  const [left, right] = [ids.left, ids.right].map((id) => oneOf(found, attempts, id));
  if (!left || !right) return failed("unknown-explanation");
  return ok({
    slug,
    title: found.drill.title,
    left: sideOf(found, left, right),
    right: sideOf(found, right, left),
    ideas: await ideasOf(deps, found, { left, right }),
    ...adaptationOf(left.attempt.text, right.attempt.text),
  });
}

function oneOf(found: BankDrill, attempts: readonly StoredExplanation[], id: string): One | undefined {
  const attempt = attempts.find((each) => each.id === id);
  const listener = attempt && listenerOf(found, attempt.audience);
  return listener && { attempt, listener };
}

function sideOf({ drill }: BankDrill, { attempt, listener }: One, other: One): Side {
  const { reading, length, analogy, score } = attempt.feedback.reading;
  return {
    id: attempt.id,
    audience: attempt.audience,
    at: attempt.explainedAt,
    score,
    text: attempt.text,
    words: length.words,
    grade: reading.grade,
    wordsASentence: reading.wordsASentence,
    terms: termsOf(drill, listener, attempt.text),
    analogy: analogy.span,
    same: sharedPassages(attempt.text, other.attempt.text),
  };
}

/** Every term of the drill, whoever does not know it, as it stands in this explanation. */
function termsOf(drill: BankDrill["drill"], listener: Listener, text: string): Side["terms"] {
  const all = new Map(drill.audiences.flatMap(({ not_allowed }) => not_allowed.map((each) => [each.term, each])));
  const own = new Set(listener.not_allowed.map(({ term }) => term));
  const { unexplained, explained } = findTerms(sentencesIn(text), [...all.values()]);
  return [
    ...unexplained.map(({ term }) => ({
      term,
      standing: own.has(term) ? ("unexplained" as const) : ("known" as const),
    })),
    ...explained.map(({ term }) => ({ term, standing: "explained" as const })),
  ];
}

/** Each idea of either listener's rubric, as far as it stands in either explanation. */
async function ideasOf(
  { grader }: ExplainDeps,
  { drill }: BankDrill,
  { left, right }: { left: One; right: One },
): Promise<Idea[]> {
  const listeners = [...new Set([left.listener, right.listener])];
  const graded = await Promise.all(
    listeners.map(async (listener) => {
      const asked = { question: questionOf(drill, listener), values: new Map() };
      const [own, theirs] = await Promise.all(
        [left, right].map(({ attempt }) => grader.gradeAnswer(asked, attempt.text)),
      );
      const chance = (grade: typeof own, id: string) =>
        grade?.criteria.find((each) => each.id === id)?.probability ?? 0;
      return listener.rubric.map(({ id, met_when }) => ({
        id,
        of: listener.audience,
        metWhen: met_when,
        left: chance(own, id),
        right: chance(theirs, id),
      }));
    }),
  );
  return graded.flat();
}
