import { join } from "node:path";
import { expect, test } from "vitest";
import { assessCoding } from "../../src/features/coding/model/round/assess-coding.ts";
import { assessAssisted } from "../../src/features/coding/model/round/assisted/assess-assisted.ts";
import { newAssisted } from "../../src/features/coding/model/round/assisted/assisted-state.ts";
import { type CodingSetup, newState } from "../../src/features/coding/model/round/state.ts";
import { scriptedRounds } from "../../src/features/interview/index.ts";
import { NAMED } from "../../src/features/interview/model/role-dimensions.ts";
import { breadthRound } from "../../src/features/recall/index.ts";
import { behavioralRound } from "../../src/features/stories/index.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import { loadPrompts } from "../../src/shared/content/behavioral-bank.ts";
import { loadCompetencies } from "../../src/shared/content/competencies.ts";
import { loadQuestions } from "../../src/shared/content/question-bank.ts";
import { loadScripts } from "../../src/shared/content/round-bank.ts";
import type { Assessment } from "../../src/shared/rounds/assessment.ts";
import type { Opening, RoundProvider } from "../../src/shared/rounds/provider.ts";
import type { RoundKind } from "../../src/shared/rounds/round-kind.ts";
import { scriptTopic } from "../../src/shared/rounds/talk/script-topic.ts";
import type { TalkSetup, TalkState } from "../../src/shared/rounds/talk/talk.ts";
import { talkRound } from "../../src/shared/rounds/talk/talk-round.ts";
import { held, run } from "../support/held-design-round.ts";
import { ROOT } from "../support/server.ts";

// What roles speak of is built from ids of what rounds measure: here the rounds themselves say which there are.
const CONTENT = join(ROOT, "content");
const bank = loadBank(CONTENT);
const { scripts } = loadScripts(CONTENT, bank);
const OPENING: Opening = {
  role: "research-scientist",
  minutes: 240,
  difficulty: 3,
  seed: 1,
  used: new Set(),
  nudgeAfterMs: null,
  interrupts: false,
};
const unheard = () => Promise.reject(new Error("nothing is heard here"));
const grader = { engine: "lexical" as const, gradeAnswer: unheard, similarities: unheard };
const hearing = { grader, grade: unheard };
const graderVersion = () => "v1";

function idsOf({ dimensions, measures }: Assessment): string[] {
  return [...dimensions, ...measures].map(({ id }) => id);
}

/** What a talk would measure in which every topic was opened. */
function idsOfTalk(setup: TalkSetup): string[] {
  const { state } = talkRound.start(setup, 0);
  const opened: TalkState = { ...state, topics: state.topics.map((so) => ({ ...so, openedAt: 0 })) };
  return idsOf(talkRound.assess(opened, 0));
}

async function idsOfOpened(provider: RoundProvider): Promise<string[]> {
  const opened = await provider.open(OPENING);
  if (!opened.ok) throw new Error(opened.reason);
  return idsOfTalk(opened.value.setup as TalkSetup);
}

async function idsOfScripts(kind: RoundKind): Promise<string[]> {
  const own = scripts.filter(({ script }) => script.round === kind);
  const ids = own.map(async (script) => {
    const deps = { scripts: () => [script], hearing, graderVersion };
    const provider = scriptedRounds(deps).find((each) => each.kind === kind);
    return provider ? idsOfOpened(provider) : [];
  });
  return (await Promise.all(ids)).flat();
}

/** The deep dive asks about a project: the parts of its script are its topics whatever that is. */
function idsOfDeepDive(): string[] {
  const topics = scripts.flatMap((item) =>
    item.script.round === "deep-dive"
      ? item.script.parts.map((part) =>
          scriptTopic(item, part, { id: part.id, title: part.title, opening: null, minutes: 5, graderVersion: "v1" }),
        )
      : [],
  );
  const style = { probes: 2, hints: true, deepens: false, scoredBy: "answers" as const };
  return idsOfTalk({ kind: "deep-dive", topics, style, minutes: 45, nudgeAfterMs: null, interrupts: false });
}

function codingState(kind: "coding" | "progressive") {
  const item = { id: "1", version: "1", slug: "tiny", title: "Tiny", skills: ["s"], levels: 2, tier: "python" };
  const lists = { levelTexts: [], tests: [], hints: [], faults: [], growths: [], criteria: [], vocabulary: [] };
  const texts = { prompt: "Write it.", starter: "", reference: "", graderVersion: "v1" };
  const setup: CodingSetup = {
    kind,
    item,
    ...lists,
    ...texts,
    followUp: null,
    minutes: 45,
    nudgeAfterMs: null,
    interrupts: false,
  };
  return { ...newState(setup), utterances: 1 };
}

async function measuredIn(kind: RoundKind): Promise<string[]> {
  switch (kind) {
    case "coding":
    case "progressive":
      return idsOf(assessCoding(codingState(kind), 0));
    case "assisted": {
      const coding = codingState("coding");
      const assistant = { opening: "Ask me.", head: "", pieces: [] };
      return idsOf(assessAssisted({ ...newAssisted({ coding: coding.setup, assistant }), coding }, 0));
    }
    case "design": {
      const round = held();
      round.does(run());
      return idsOf(round.assess());
    }
    case "breadth": {
      const { questions } = loadQuestions(CONTENT, bank);
      return idsOfOpened(breadthRound({ ...bank, questions: () => questions, hearing, graderVersion }));
    }
    case "behavioral": {
      const { prompts } = loadPrompts(CONTENT, bank);
      const competencies = () => loadCompetencies(CONTENT, bank.skills);
      return idsOfOpened(behavioralRound({ grader, prompts: () => prompts, competencies, graderVersion }));
    }
    case "deep-dive":
      return idsOfDeepDive();
    default:
      return idsOfScripts(kind);
  }
}

test.each(Object.keys(NAMED) as RoundKind[])(
  "what names of a %s round are built from is measured there",
  async (kind) => {
    const known = new Set(await measuredIn(kind));
    const built = Object.values(NAMED[kind] ?? {}).flatMap((source) => ("unmeasured" in source ? [] : source));
    expect(built.length).toBeGreaterThan(0);
    expect(built.filter((id) => !known.has(id))).toEqual([]);
  },
);
