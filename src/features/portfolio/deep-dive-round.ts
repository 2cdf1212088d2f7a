import { seededRandom, shuffled } from "../../lib/random.ts";
import { failed, ok } from "../../lib/result.ts";
import type { ScriptItem } from "../../shared/content/round-bank.ts";
import type { ScriptPart } from "../../shared/content/round-script.ts";
import type { HearingDeps } from "../../shared/rounds/hear-answer.ts";
import { asProvider, type RoundProvider } from "../../shared/rounds/provider.ts";
import { scriptTopic } from "../../shared/rounds/talk/script-topic.ts";
import type { TalkStyle, Topic } from "../../shared/rounds/talk/talk.ts";
import { hearQuestion, talkProvider } from "../../shared/rounds/talk/talk-provider.ts";
import type { PortfolioRepo } from "./repo.ts";
import type { ProjectQuestion } from "./schema.ts";
import type { StoredProject, StoredScan } from "./stored.ts";

type Deps = {
  repo: Pick<PortfolioRepo, "projects" | "latestScans">;
  scripts: () => readonly ScriptItem[];
  hearing: HearingDeps;
  graderVersion: () => string;
};
type Scanned = { project: StoredProject; questions: readonly ProjectQuestion[] };
type Led = { item: ScriptItem; graderVersion: string };

const STYLE: TalkStyle = { probes: 2, hints: true, deepens: false, scoredBy: "answers" };
const MINUTES_A_TOPIC = 8;
const FEWEST_QUESTIONS = 2;
const MOST_QUESTIONS = 4;
const NOTHING_SCANNED =
  "A deep dive is about a project of yours, and none has been read yet. Add a repository in the portfolio: its questions are asked here.";
const NOTHING_TO_ASK =
  "The repositories that were read have too little code to ask about. Add one with more of your own Python in the portfolio.";

/** The project deep dive: the project as told, places of its code and why they are so, and what it taught. */
export function deepDiveRound({ repo, scripts, hearing, graderVersion }: Deps): RoundProvider {
  return asProvider(
    talkProvider({
      kind: "deep-dive",
      hear: hearQuestion(hearing),
      open: async ({ seed, minutes, nudgeAfterMs, interrupts }) => {
        const item = scripts().find(({ script }) => script.round === "deep-dive");
        const scans = await repo.latestScans();
        const scanned = scannedOf(await repo.projects(), scans);
        const [chosen] = shuffled(scanned, seededRandom(seed));
        if (!item) return failed("The bank has no script for a deep dive.");
        if (!chosen) return failed(scans.size > 0 ? NOTHING_TO_ASK : NOTHING_SCANNED);
        const topics = topicsOf(chosen, minutes, { item, graderVersion: graderVersion() });
        const setup = { kind: "deep-dive", topics, style: STYLE, minutes, nudgeAfterMs, interrupts };
        // the questions are the candidate's own code: nothing of the holdout is used up
        return ok({ setup, items: [{ id: item.script.id, part: "practice" as const }] });
      },
    }),
  );
}

function scannedOf(projects: readonly StoredProject[], scans: ReadonlyMap<string, StoredScan>): Scanned[] {
  return projects.flatMap((project) => {
    const questions = scans.get(project.id)?.scan.questions ?? [];
    return questions.length >= FEWEST_QUESTIONS ? [{ project, questions }] : [];
  });
}

function topicsOf({ project, questions }: Scanned, minutes: number, led: Led): Topic[] {
  const { script } = led.item;
  const [overview, choice, hindsight] = script.parts;
  if (!overview || !choice || !hindsight) return [];
  const count = Math.min(MOST_QUESTIONS, Math.max(FEWEST_QUESTIONS, Math.floor(minutes / MINUTES_A_TOPIC) - 2));
  const asked = spread(questions, count);
  const named = `${script.opening.trim()} It is ${project.name} that I have open.`;
  const place = (part: ScriptPart, opening: string | null) => ({
    id: part.id,
    title: part.title,
    opening,
    minutes: minutes / (asked.length + 2),
    graderVersion: led.graderVersion,
  });
  const why = asked.map(({ id, ask, listensFor, file, line }, at) => {
    const part = {
      ...choice,
      ask,
      reference: `${listensFor} ${choice.reference}`,
      probes: nthOfEach(choice.probes, at),
    };
    const hint = at === 0 ? choice.hint : null;
    return { ...scriptTopic(led.item, part, place(choice, null)), id, title: `${file}:${line}`, hint };
  });
  return [
    scriptTopic(led.item, overview, place(overview, named)),
    ...why,
    scriptTopic(led.item, hindsight, place(hindsight, null)),
  ];
}

/** The same thing is asked at several places, each time in other words. */
function nthOfEach(probes: ScriptPart["probes"], nth: number): ScriptPart["probes"] {
  return [...Map.groupBy(probes, ({ when_missing }) => when_missing).values()].flatMap((same) => same[nth] ?? []);
}

/** Questions of different kinds first: two on the same pattern tell less. */
function spread(questions: readonly ProjectQuestion[], count: number): ProjectQuestion[] {
  const first = questions.filter(({ pattern }, at) => questions.findIndex((each) => each.pattern === pattern) === at);
  return [...first, ...questions.filter((each) => !first.includes(each))].slice(0, count);
}
