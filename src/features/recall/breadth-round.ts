import { failed, ok } from "../../lib/result.ts";
import type { BankQuestion } from "../../shared/content/question-bank.ts";
import type { Role } from "../../shared/content/role.ts";
import { chooseItems } from "../../shared/rounds/choose-items.ts";
import type { HeardQuestion, HearingDeps } from "../../shared/rounds/hear-answer.ts";
import { asProvider, type Opening, type RoundProvider } from "../../shared/rounds/provider.ts";
import type { TalkStyle, Topic } from "../../shared/rounds/talk/talk.ts";
import { hearQuestion, talkProvider } from "../../shared/rounds/talk/talk-provider.ts";

type Deps = {
  questions: () => readonly BankQuestion[];
  skills: ReadonlyMap<string, { area: string }>;
  roles: readonly Role[];
  hearing: HearingDeps;
  graderVersion: () => string;
};

/** Quick-fire: one follow-up, no hint, then the next question. */
const STYLE: TalkStyle = { probes: 1, hints: false, deepens: false, scoredBy: "answers" };
const MINUTES_A_QUESTION = 4.5;
const FEWEST = 3;

/** The breadth round: questions from as many areas as the role's interviews weigh, the heaviest first. */
export function breadthRound(deps: Deps): RoundProvider {
  return asProvider(
    talkProvider({
      kind: "breadth",
      hear: hearQuestion(deps.hearing),
      open: async (opening) => {
        const chosen = chooseQuestions(deps, opening);
        if (chosen.length === 0) return failed("The bank has no question that could be asked aloud.");
        const { minutes, nudgeAfterMs, interrupts } = opening;
        const topics = chosen.map((each) => topicOf(each, minutes / chosen.length, deps.graderVersion()));
        const items = chosen.map(({ question, part }) => ({ id: question.id, part }));
        return ok({ setup: { kind: "breadth", topics, style: STYLE, minutes, nudgeAfterMs, interrupts }, items });
      },
    }),
  );
}

/** Numbers to work out and plots to read are no talk. */
function isTalk({ question }: BankQuestion): boolean {
  return question.numbers === undefined && question.plot === undefined && question.kind !== "compute";
}

function chooseQuestions({ questions, skills, roles }: Deps, opening: Opening): BankQuestion[] {
  const items = questions()
    .filter(isTalk)
    .map((found) => ({ ...found.question, found, held: found.part === "holdout" }));
  const weights = roles.find(({ id }) => id === opening.role)?.weights ?? {};
  const areaOf = (skill = "") => skills.get(skill)?.area ?? "";
  const weightOf = (area: string) => weights[area] ?? 0;
  const ordered = chooseItems(items, opening).filter(({ skills: [first] }) => weightOf(areaOf(first)) > 0);
  const count = Math.max(FEWEST, Math.floor(opening.minutes / MINUTES_A_QUESTION));
  const chosen: typeof ordered = [];
  // each time the area that is furthest behind its weight
  while (chosen.length < Math.min(count, ordered.length)) {
    const had = (area: string) => chosen.filter(({ skills: [first] }) => areaOf(first) === area).length;
    const left = ordered.filter((each) => !chosen.includes(each));
    const next = left.toSorted((a, b) => behind(b) - behind(a))[0];
    if (!next) break;
    chosen.push(next);

    function behind({ skills: [first] }: (typeof ordered)[number]): number {
      const area = areaOf(first);
      return weightOf(area) / (had(area) + 1);
    }
  }
  return chosen.map(({ found }) => found);
}

function topicOf({ question, version }: BankQuestion, minutes: number, graderVersion: string): Topic {
  const facts = question.clarify.map((fact, at) => ({ ...fact, id: `fact-${at + 1}` }));
  const source: HeardQuestion = { question, facts };
  return {
    id: question.id,
    title: question.title,
    item: { id: question.id, version, skills: question.skills },
    opening: null,
    ask: question.prompt.trim(),
    points: question.rubric.map(({ id, met_when, points }) => ({
      id,
      metWhen: met_when,
      points,
      shows: question.kind,
    })),
    probes: question.probes.map(({ when_missing, ask }) => ({ about: when_missing, ask })),
    hint: null,
    reference: question.reference.trim(),
    minutes,
    graderVersion,
    source,
  };
}
