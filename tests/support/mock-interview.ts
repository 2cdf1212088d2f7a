import { join } from "node:path";
import { InterviewRepo, InterviewRoom } from "../../src/features/interview/index.ts";
import type { RoundKind, Session } from "../../src/features/interview/schema.ts";
import { breadthRound } from "../../src/features/recall/index.ts";
import { behavioralRound } from "../../src/features/stories/index.ts";
import type { Clock } from "../../src/lib/clock.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import { loadPrompts } from "../../src/shared/content/behavioral-bank.ts";
import { loadCompetencies } from "../../src/shared/content/competencies.ts";
import type { Question } from "../../src/shared/content/question.ts";
import { loadQuestions } from "../../src/shared/content/question-bank.ts";
import type { ThreadedGrader } from "../../src/shared/grader/threaded-grader.ts";
import { LanguageModelStore } from "../../src/shared/models/language/settings.ts";
import { hearingOf } from "../../src/shared/rounds/hearing.ts";
import type { Store } from "../../src/shared/store/store.ts";
import { ROOT } from "./server.ts";

const CONTENT = join(ROOT, "content");

export type MockRoom = {
  room: InterviewRoom;
  repo: InterviewRepo;
  language: LanguageModelStore;
  questions: Question[];
};

/** A room of its own over a store, with the real bank: what a restarted server would have. */
export function openMockRoom(
  store: Store,
  { grader, clock, home }: { grader: ThreadedGrader; clock: Clock; home: string },
): MockRoom {
  const bank = loadBank(CONTENT);
  const { skills, roles } = bank;
  const { questions } = loadQuestions(CONTENT, bank);
  const { prompts } = loadPrompts(CONTENT, bank);
  const competencies = loadCompetencies(CONTENT, skills);
  const language = new LanguageModelStore(home);
  const repo = new InterviewRepo(store);
  const graderVersion = () => grader.version;
  const hearing = hearingOf({ grader, language, clock });
  const providers = [
    breadthRound({ questions: () => questions, skills, roles, hearing, graderVersion }),
    behavioralRound({ grader, prompts: () => prompts, competencies: () => competencies, graderVersion }),
  ];
  const reportBug = (error: unknown) => {
    throw error;
  };
  const room = new InterviewRoom({ repo, providers, roles, skills, language, clock, reportBug });
  return { room, repo, language, questions: questions.map(({ question }) => question) };
}

/** A mock whose first round runs. */
export async function beginMock({ room }: MockRoom, kinds: RoundKind[], minutes = 20): Promise<Session> {
  const rounds = kinds.map((kind) => ({ kind, title: kind, minutes, breakMinutes: 0 }));
  const settings = { persona: "warm" as const, nudgeAfterSeconds: 60, interrupts: false };
  const created = await room.create({ title: "Mock", role: "mle", difficulty: 3, rounds, settings }, { seed: 7 });
  if (!created.ok) throw new Error(JSON.stringify(created.reason));
  return begun(room, created.value);
}

export async function begun(room: InterviewRoom, { id, seq }: Session): Promise<Session> {
  const session = await room.begin(id, { event: `begin-${seq}-event`, after: seq });
  if (!session.ok) throw new Error(JSON.stringify(session.reason));
  return session.value;
}

/** The question that was asked last. */
export function askedLast({ questions }: MockRoom, { turns }: Session): Question {
  const asked = turns.findLast(({ act }) => act === "ask")?.text ?? "";
  const found = questions.find(({ prompt }) => asked.includes(prompt.trim()));
  if (!found) throw new Error(`no question of the bank is in "${asked}"`);
  return found;
}
