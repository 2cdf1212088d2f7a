import { loadBank } from "../../src/shared/content/bank.ts";
import { loadPrompts } from "../../src/shared/content/behavioral-bank.ts";
import { loadCompetencies } from "../../src/shared/content/competencies.ts";
import type { Question } from "../../src/shared/content/question.ts";
import { loadQuestions } from "../../src/shared/content/question-bank.ts";
import { asQuestion, loadScripts } from "../../src/shared/content/round-bank.ts";

/** What a scripted candidate knows to say: to a question as asked, and to a follow-up by its words. */
export type Known = {
  ask: string;
  strong: string;
  partial: string;
  wrong: string;
  /** By the words of the follow-up: ways to say what it asks for. */
  followUps: Map<string, readonly string[]>;
  /** Undefined for a story. */
  question: Question | undefined;
};

/** Everything that a mock may ask aloud, with the samples of the bank as answers. */
export function knownAnswers(contentDir: string): Known[] {
  const bank = loadBank(contentDir);
  const { competencies } = loadCompetencies(contentDir, bank.skills);
  const questions = loadQuestions(contentDir, bank).questions.map(({ question }) =>
    ofQuestion(question, question.prompt),
  );
  const parts = loadScripts(contentDir, bank).scripts.flatMap(({ script }) =>
    script.parts.map((part) => ofQuestion(asQuestion(script, part), part.ask)),
  );
  const choice = parts.find(({ ask }) => ask.includes("train.py:42"));
  const stories = loadPrompts(contentDir, bank).prompts.flatMap(({ prompt }): Known[] => {
    const found = competencies.find(({ id }) => id === prompt.competency);
    if (!found) return [];
    const { strong, middling, weak } = found.samples;
    const texts = { strong: strong.text, partial: middling.text, wrong: weak.text };
    return [{ ask: prompt.prompt.trim(), ...texts, followUps: new Map(), question: undefined }];
  });
  // each place of a project's code is asked about in its own words: what is known of one has to do for all
  const anyPlace = choice ? [{ ...choice, ask: "", question: undefined }] : [];
  return [...questions, ...parts, ...stories, ...anyPlace];
}

function ofQuestion(question: Question, ask: string): Known {
  const { strong, partial, wrong } = question.answers;
  const followUps = question.probes.map(({ when_missing, ask: words }) => {
    const say = question.rubric.find(({ id }) => id === when_missing)?.say ?? [];
    return [words, say] as const;
  });
  const texts = { strong: strong.text, partial: partial.text, wrong: wrong.text };
  return { ask: ask.trim(), ...texts, followUps: new Map(followUps), question };
}
