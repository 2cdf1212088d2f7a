import type { ExplainDrill, Listener } from "../../../shared/content/explain-drill.ts";
import type { Span } from "../../../shared/grader/clauses.ts";
import { type AnswerGrade, scoreOf } from "../../../shared/grader/rubric/grade-answer.ts";
import { viewOf } from "../../../shared/grader/text-view.ts";
import { type AnalogyFound, findAnalogy } from "./analogy.ts";
import { distortionOf } from "./asked-question.ts";
import { type Length, lengthOf } from "./length.ts";
import { type Reading, readingOf } from "./readability.ts";
import { type ExplanationScore, scoreExplanation } from "./score.ts";
import { sentencesIn } from "./sentences.ts";
import { findTerms, type TermsFound } from "./terms/find-terms.ts";

/** How an explanation stands for one listener, apart from what came across. */
type FormRead = { terms: TermsFound; reading: Reading; length: Length; analogy: AnalogyFound };
type Distorted = { id: string; span: Span };
export type ExplanationRead = ExplanationScore &
  FormRead & { across: number; distortions: Distorted[]; suspected: Distorted[] };

/** Terms, reading level, length and picture of an explanation: what needs no model to be told. */
function readForm(drill: ExplainDrill, listener: Listener, text: string): FormRead {
  const sentences = sentencesIn(text);
  return {
    terms: findTerms(sentences, listener.not_allowed),
    reading: readingOf(sentences),
    length: lengthOf(text, listener.words),
    analogy: findAnalogy(sentences, drill.analogies, subjectOf(drill, listener)),
  };
}

/** Joins what the grader found with the form of the explanation to one score. */
export function readExplanation(
  { drill, listener }: { drill: ExplainDrill; listener: Listener },
  text: string,
  grade: AnswerGrade,
): ExplanationRead {
  const form = readForm(drill, listener, text);
  const across = scoreOf(grade.criteria, { cap: 1 }).score;
  const scored = scoreExplanation(
    { across, graded: grade },
    { ...form, terms: form.terms.unexplained.length },
    listener,
  );
  const distortions = distinct(grade.misconceptions);
  const suspected = distinct(grade.suspected).filter(({ id }) => !distortions.some((each) => each.id === id));
  return { ...form, ...scored, across, distortions, suspected };
}

/** The ways of one distortion are one. */
function distinct(found: AnswerGrade["misconceptions"]): Distorted[] {
  const byId = Map.groupBy(found, ({ id }) => distortionOf(id));
  return [...byId].flatMap(([id, [first]]) => (first ? [{ id, span: first.span }] : []));
}

/** Stems of the subject itself, without those of its pictures. */
function subjectOf({ title, concept }: ExplainDrill, { situation, rubric }: Listener): Set<string> {
  return viewOf([title, concept, situation, ...rubric.map(({ met_when }) => met_when)].join(" ")).content;
}
