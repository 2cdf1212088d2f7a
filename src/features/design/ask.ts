import { newId } from "../../lib/ids.ts";
import { ok, type Result } from "../../lib/result.ts";
import type { Compared } from "../../shared/grader/similarity.ts";
import { findOpenAttempt } from "./at-case.ts";
import type { DesignCase } from "./case-folder.ts";
import type { DesignDeps } from "./deps.ts";
import { conceptMatcher } from "./model/interview/concept-overlap.ts";
import { factLines, type Matched, matchFacts, topicMatcher } from "./model/interview/match-facts.ts";
import { type Piece, piecesOf } from "./model/interview/pieces.ts";
import type { Asked } from "./schema.ts";
import { learnedTopics } from "./topics.ts";

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
const SURE = 0.6;
const PART_SURE = 0.85;
/** What a part asks for is among the likeliest that its sentence asks for: "how soon after?" alone could be about anything. */
const LIKELIEST_IN_WHOLE = 4;
/** From here on the interviewer asks back: "do you mean …?" */
const GUESSED = 0.1;

type Nearness = { similarities: (texts: readonly string[], lines: readonly string[]) => Promise<Compared> };
type Facts = DesignCase["facts"];
type Answered = Omit<Asked, "at">;

/** One answer for each thing that was asked for; one without a fact where nothing was understood. */
export async function answersTo(grader: Nearness, facts: Facts, text: string): Promise<Answered[]> {
  const sentences = piecesOf(text);
  const matched = await matchPieces(grader, facts, [
    ...new Set(sentences.flatMap(({ whole, parts }) => [whole, ...parts])),
  ]);
  const understood = sentences.flatMap((sentence) => inSentence(sentence, matched));
  const answers = understood.flatMap(({ text, fact }) => answered(text, facts[fact]));
  if (answers.length > 0) return distinct(answers);
  const guesses = sentences.flatMap(({ whole }) => matched.get(whole)?.[0] ?? []);
  const guess = guesses.toSorted((a, b) => b.sure - a.sure)[0];
  const meant = guess && guess.sure >= GUESSED ? (facts[guess.fact]?.about ?? null) : null;
  return [{ text: text.trim(), fact: null, meant }];
}

type Pieces = ReadonlyMap<string, readonly Matched[]>;

/** All facts for each piece, the likeliest first. */
async function matchPieces(grader: Nearness, facts: Facts, pieces: readonly string[]): Promise<Pieces> {
  const lines = factLines(facts);
  const { values, vectors } = await grader.similarities(
    pieces,
    lines.map((line) => line.text),
  );
  const conceptsAt = conceptMatcher(lines);
  const topicsAt = vectors && topicMatcher(learnedTopics(), lines, vectors.lines);
  const matched = pieces.map((question, at) => {
    const sentence = vectors?.texts[at];
    const onTopic = topicsAt && sentence ? topicsAt(sentence) : null;
    const concepts = conceptsAt(question);
    return [question, matchFacts({ question, lines, near: values[at] ?? [], concepts, onTopic })] as const;
  });
  return new Map(matched);
}

/** Encodes the lines of a case, so that its first question is answered as fast as the next ones. A hint: it may come to nothing. */
export function warmUpInterviewer(grader: Nearness, facts: Facts): void {
  const lines = factLines(facts).map((line) => line.text);
  grader.similarities([], lines).catch(() => undefined);
}

type Understood = { text: string; fact: number };

/** Its parts where two of them or more ask for different things, else the sentence as one question. */
function inSentence({ whole, parts }: Piece, matched: Pieces): Understood[] {
  const inWhole = matched.get(whole) ?? [];
  const likeliest = inWhole.slice(0, LIKELIEST_IN_WHOLE).map(({ fact }) => fact);
  const each = parts.flatMap((text) => {
    const best = matched.get(text)?.[0];
    return best && best.sure >= PART_SURE && likeliest.includes(best.fact) ? [{ text, fact: best.fact }] : [];
  });
  if (new Set(each.map(({ fact }) => fact)).size > 1) return each;
  const best = inWhole[0];
  return best && best.sure >= SURE ? [{ text: whole, fact: best.fact }] : [];
}

function answered(text: string, fact: Facts[number] | undefined): Answered[] {
  return fact ? [{ text, fact: { id: fact.id, about: fact.about, answer: fact.answer }, meant: null }] : [];
}

function distinct(answers: Answered[]): Answered[] {
  return answers.filter(({ fact }, at) => answers.findIndex((other) => other.fact?.id === fact?.id) === at);
}
