import { newId } from "../../lib/ids.ts";
import { ok, type Result } from "../../lib/result.ts";
import type { Similarities } from "../../shared/grader/open-grader.ts";
import { findOpenAttempt } from "./at-case.ts";
import type { DesignCase } from "./case-folder.ts";
import type { DesignDeps } from "./deps.ts";
import { factLines, matchFact } from "./model/interview/match-facts.ts";
import { type Piece, piecesOf } from "./model/interview/pieces.ts";
import type { Asked } from "./schema.ts";

/** The interviewer hears a question, answers what they understood, and all of it is kept. */
export async function askQuestion(
  deps: DesignDeps,
  id: string,
  text: string,
): Promise<Result<true, "unknown-attempt" | "attempt-finished">> {
  const found = await findOpenAttempt(deps, id);
  if (!found.ok) return found;
  const answers = await answersTo(deps.grader, found.value.found.facts, text);
  const now = deps.clock();
  const at = now.toISOString();
  const body = answers.map((each): Asked => ({ ...each, at }));
  await deps.repo.append({ events: [{ id: newId(now), attemptId: id, at, kind: "asked", body }] });
  return ok(true);
}

/** From here on a question counts as understood; a part of one must speak more clearly for itself. */
const SURE = 0;
const PART_SURE = 2;
/** From here on the interviewer asks back: "do you mean …?" */
const GUESSED = -2;

type Nearness = { similarities: (texts: readonly string[], lines: readonly string[]) => Promise<Similarities> };
type Facts = DesignCase["facts"];
type Answered = Omit<Asked, "at">;

/** One answer for each thing that was asked for; one without a fact where nothing was understood. */
export async function answersTo(grader: Nearness, facts: Facts, text: string): Promise<Answered[]> {
  const lines = factLines(facts);
  const sentences = piecesOf(text);
  const pieces = [...new Set(sentences.flatMap(({ whole, parts }) => [whole, ...parts]))];
  const { values } = await grader.similarities(
    pieces,
    lines.map((line) => line.text),
  );
  const matched = new Map(pieces.map((piece, at) => [piece, matchFact(piece, lines, values[at] ?? [])]));
  const understood = (piece: string, from: number): Answered[] => {
    const best = matched.get(piece);
    const fact = best && best.sure >= from ? facts[best.fact] : undefined;
    return fact ? [{ text: piece, fact: { id: fact.id, about: fact.about, answer: fact.answer }, meant: null }] : [];
  };
  const answers = distinct(sentences.flatMap((sentence) => inSentence(sentence, understood)));
  if (answers.length > 0) return answers;
  const guess = sentences.flatMap(({ whole }) => matched.get(whole) ?? []).toSorted((a, b) => b.sure - a.sure)[0];
  const meant = guess && guess.sure >= GUESSED ? (facts[guess.fact]?.about ?? null) : null;
  return [{ text: text.trim(), fact: null, meant }];
}

/** Its parts where two of them or more ask for different things, else the sentence as one question. */
function inSentence({ whole, parts }: Piece, understood: (piece: string, from: number) => Answered[]): Answered[] {
  const each = distinct(parts.flatMap((part) => understood(part, PART_SURE)));
  return each.length > 1 ? each : understood(whole, SURE);
}

function distinct(answers: Answered[]): Answered[] {
  return answers.filter(({ fact }, at) => answers.findIndex((other) => other.fact?.id === fact?.id) === at);
}
