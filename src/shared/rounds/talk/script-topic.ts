import { asQuestion, type ScriptItem } from "../../content/round-bank.ts";
import type { ScriptPart } from "../../content/round-script.ts";
import type { HeardQuestion } from "../hear-answer.ts";
import type { Topic } from "./talk.ts";

type Place = Pick<Topic, "id" | "title" | "opening" | "minutes" | "graderVersion"> & {
  /** What all of its points show, where that is not for the script to say. */
  shows?: string;
};

/** A part of a script as a topic of a talk. */
export function scriptTopic({ script, version }: ScriptItem, part: ScriptPart, { shows, ...place }: Place): Topic {
  const facts = script.facts.map((fact, at) => ({ ...fact, id: `fact-${at + 1}` }));
  const source: HeardQuestion = { question: asQuestion(script, part), facts };
  return {
    ...place,
    item: { id: script.id, version, skills: script.skills },
    ask: part.ask.trim(),
    points: part.rubric.map((criterion) => {
      const { id, met_when, points } = criterion;
      return { id, metWhen: met_when, points, shows: shows ?? criterion.shows ?? part.shows ?? id };
    }),
    probes: part.probes.map(({ when_missing, ask }) => ({ about: when_missing, ask })),
    hint: part.hint,
    reference: part.reference.trim(),
    source,
  };
}
