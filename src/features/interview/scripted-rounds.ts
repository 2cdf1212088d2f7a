import { failed, ok } from "../../lib/result.ts";
import { asQuestion, type ScriptItem } from "../../shared/content/round-bank.ts";
import { SCRIPTED_ROUNDS, type ScriptedRound } from "../../shared/content/round-script.ts";
import { chooseItems } from "../../shared/rounds/choose-items.ts";
import type { HeardQuestion, HearingDeps } from "../../shared/rounds/hear-answer.ts";
import { asProvider, type RoundProvider } from "../../shared/rounds/provider.ts";
import { ROUND_TITLES } from "../../shared/rounds/round-kind.ts";
import type { TalkStyle, Topic } from "../../shared/rounds/talk/talk.ts";
import { hearQuestion, talkProvider } from "../../shared/rounds/talk/talk-provider.ts";

type Deps = { scripts: () => readonly ScriptItem[]; hearing: HearingDeps; graderVersion: () => string };

const STYLES: Record<ScriptedRound, TalkStyle> = {
  depth: { probes: 2, hints: true, deepens: true },
  "responsible-ai": { probes: 2, hints: true, deepens: false },
  metrics: { probes: 2, hints: true, deepens: false },
  paper: { probes: 2, hints: true, deepens: false },
  "hiring-manager": { probes: 2, hints: false, deepens: false },
};

/** The rounds that are led by a script of the bank. */
export function scriptedRounds(deps: Deps): RoundProvider[] {
  return SCRIPTED_ROUNDS.map((kind) => scripted(kind, deps));
}

function scripted(kind: ScriptedRound, { scripts, hearing, graderVersion }: Deps): RoundProvider {
  return asProvider(
    talkProvider({
      kind,
      hear: hearQuestion(hearing),
      open: async (opening) => {
        const items = scripts()
          .filter(({ script }) => script.round === kind)
          .map((item) => ({ ...item.script, item, held: true }));
        const [chosen] = chooseItems(items, opening);
        if (!chosen) return failed(`The bank has no script for a round of ${ROUND_TITLES[kind]}.`);
        const { minutes, nudgeAfterMs, interrupts } = opening;
        const topics = topicsOf(chosen.item, minutes, graderVersion());
        const setup = { kind, topics, style: STYLES[kind], minutes, nudgeAfterMs, interrupts };
        return ok({ setup, items: [{ id: chosen.id, part: "holdout" as const }] });
      },
    }),
  );
}

function topicsOf({ script, version }: ScriptItem, minutes: number, graderVersion: string): Topic[] {
  const facts = script.facts.map((fact, at) => ({ ...fact, id: `fact-${at + 1}` }));
  return script.parts.map((part, at): Topic => {
    const source: HeardQuestion = { question: asQuestion(script, part), facts };
    return {
      id: part.id,
      title: `${script.title}: ${part.title}`,
      item: { id: script.id, version, skills: script.skills },
      opening: at === 0 ? script.opening.trim() : null,
      ask: part.ask.trim(),
      points: part.rubric.map(({ id, met_when, points }) => ({ id, metWhen: met_when, points })),
      probes: part.probes.map(({ when_missing, ask }) => ({ about: when_missing, ask })),
      hint: part.hint,
      reference: part.reference.trim(),
      minutes: minutes / script.parts.length,
      graderVersion,
      source,
    };
  });
}
