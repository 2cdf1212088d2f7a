import { failed, ok } from "../../lib/result.ts";
import type { ScriptItem } from "../../shared/content/round-bank.ts";
import type { ScriptedRound } from "../../shared/content/round-script.ts";
import { chooseItems } from "../../shared/rounds/choose-items.ts";
import type { HearingDeps } from "../../shared/rounds/hear-answer.ts";
import { asProvider, type RoundProvider } from "../../shared/rounds/provider.ts";
import { ROUND_TITLES } from "../../shared/rounds/round-kind.ts";
import { scriptTopic } from "../../shared/rounds/talk/script-topic.ts";
import type { TalkStyle, Topic } from "../../shared/rounds/talk/talk.ts";
import { hearQuestion, talkProvider } from "../../shared/rounds/talk/talk-provider.ts";

type Deps = { scripts: () => readonly ScriptItem[]; hearing: HearingDeps; graderVersion: () => string };

/** The deep dive has a script too, and is about the candidate's own code: the portfolio holds it. */
type Kind = Exclude<ScriptedRound, "deep-dive">;

const STYLES: Record<Kind, TalkStyle> = {
  depth: { probes: 2, hints: true, deepens: true, scoredBy: "answers" },
  "responsible-ai": { probes: 2, hints: true, deepens: false, scoredBy: "answers" },
  metrics: { probes: 2, hints: true, deepens: false, scoredBy: "answers" },
  paper: { probes: 2, hints: true, deepens: false, scoredBy: "answers" },
  "hiring-manager": { probes: 2, hints: false, deepens: false, scoredBy: "answers" },
};

/** The rounds that are led by a script of the bank. */
export function scriptedRounds(deps: Deps): RoundProvider[] {
  return (Object.keys(STYLES) as Kind[]).map((kind) => scripted(kind, deps));
}

function scripted(kind: Kind, { scripts, hearing, graderVersion }: Deps): RoundProvider {
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

function topicsOf(item: ScriptItem, minutes: number, graderVersion: string): Topic[] {
  const { script } = item;
  return script.parts.map((part, at) =>
    scriptTopic(item, part, {
      id: part.id,
      title: `${script.title}: ${part.title}`,
      opening: at === 0 ? script.opening.trim() : null,
      minutes: minutes / script.parts.length,
      graderVersion,
      ...(script.round === "depth" ? { shows: `level-${at + 1}` } : {}),
    }),
  );
}
