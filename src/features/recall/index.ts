import { createHash } from "node:crypto";
import { ok, type Result } from "../../lib/result.ts";
import { exportAnki, importAnki } from "./anki.ts";
import { overruleAnswer, summariseSession, takeAnswer } from "./answer.ts";
import { exportRecall } from "./archive.ts";
import { practiceQuestion, type RecallDeps } from "./deps.ts";
import { KeptCards } from "./kept-cards.ts";
import { cardsOf, chooseNext, listQuestions, questionDetail } from "./questions.ts";
import type { AnswerBody, GradedAnswer, NextQuestion, QuestionDetail, QuestionList, SessionSummary } from "./schema.ts";
import type { StoredAnswer } from "./stored.ts";

export { readExportedRecall } from "./archive.ts";
export { breadthRound } from "./breadth-round.ts";
export { diagnosticQuestions } from "./diagnostic-questions.ts";
export { proveQuestion, type QuestionProof } from "./prove/prove-question.ts";
export { RecallRepo } from "./repo.ts";

const MOST_FOUND = 50;

/** The recall room: questions, answers and their grades, the schedule. */
export class RecallRoom {
  readonly #deps: RecallDeps;
  #indexed: Promise<void> | undefined;

  constructor(deps: Omit<RecallDeps, "cards">) {
    this.#deps = { ...deps, cards: new KeptCards(deps.repo) };
  }

  questions(): Promise<QuestionList> {
    return listQuestions(this.#deps);
  }

  question(slug: string): Promise<Result<QuestionDetail, "unknown-question">> {
    return questionDetail(this.#deps, slug);
  }

  next(asked: { role?: string; area?: string; recent: readonly string[] }): Promise<NextQuestion> {
    return chooseNext(this.#deps, asked);
  }

  answer(slug: string, body: AnswerBody): Promise<Result<GradedAnswer, "unknown-question" | "unknown-criterion">> {
    return takeAnswer(this.#deps, slug, body);
  }

  overrule(
    answerId: string,
    met: Record<string, boolean>,
  ): Promise<Result<GradedAnswer, "unknown-answer" | "unknown-criterion">> {
    return overruleAnswer(this.#deps, answerId, met);
  }

  session(id: string): Promise<SessionSummary> {
    return summariseSession(this.#deps, id);
  }

  /** What reviews keep in memory: the skills of each question answered so far, and the chance of recalling it at a time. */
  cards(): Promise<{ skills: readonly string[]; recallAt: (at: Date) => number }[]> {
    return cardsOf(this.#deps);
  }

  /** When each question comes back, by its last review. */
  async dueDates(): Promise<{ itemId: string; dueAt: string }[]> {
    return [...(await this.#deps.cards.read())].map(([itemId, { due }]) => ({ itemId, dueAt: due.toISOString() }));
  }

  /** Practice questions with all the words, best first. */
  async search(words: string): Promise<Result<{ found: { slug: string; excerpt: string }[] }, never>> {
    this.#indexed ??= this.#index();
    await this.#indexed;
    const found = await this.#deps.repo.search(words, MOST_FOUND);
    return ok({
      found: found.flatMap(({ id, excerpt }) => (practiceQuestion(this.#deps, id) ? [{ slug: id, excerpt }] : [])),
    });
  }

  exportAnki(): Promise<string> {
    return exportAnki(this.#deps);
  }

  importAnki(text: string): Promise<Result<number, string[]>> {
    return importAnki(this.#deps, text);
  }

  exportTo(folder: string): Promise<number> {
    return exportRecall(this.#deps, folder);
  }

  /** Adds what `readExportedRecall` read; doing it twice changes nothing. */
  restore(answers: readonly StoredAnswer[][]): Promise<void> {
    return this.#deps.repo.restore(answers.flat());
  }

  /** What practice shows before an answer: the rubric of a question must not be found before it is asked. */
  #index(): Promise<void> {
    const { questions, skills, repo } = this.#deps;
    const practice = questions().filter(({ part }) => part === "practice");
    const documents = practice.map(({ slug, question }) => ({
      id: slug,
      title: question.title,
      body: [question.prompt.replaceAll(/\s+/g, " "), ...question.skills.map((id) => skills.get(id)?.title ?? id)].join(
        " ",
      ),
    }));
    const version = createHash("sha256").update(JSON.stringify(documents)).digest("hex");
    return repo.indexQuestions(version, documents);
  }
}
