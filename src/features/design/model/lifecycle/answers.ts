import type { DesignNode } from "../design.ts";
import { numberAt } from "../quality/node-parameters.ts";
import { passagesRead, poisonLeaves } from "../quality/reading.ts";
import { metBy, type Plan } from "./cascade-plan.ts";
import { featuresAt, isChecked, retrievalAt } from "./inputs.ts";
import { isLanguage, isOn, sizeOf } from "./unlearned.ts";
import { type Moment, modelWorth, type View } from "./view.ts";

/** Quality of an answer in ranking and generation: features, retrieval and the model that is called last, multiplied. */
export function answerQuality(view: View, moment: Moment): number {
  const { inputs } = view;
  const models = modelsInOrder(view);
  const { at, faults } = moment;
  const candidates = candidatesLeft(view, models);
  return (
    featuresAt(inputs, faults, at) *
    retrievalAt(inputs, faults, { at, candidates }) *
    lastWord(view, models, moment) *
    unpoisoned(view, models, moment)
  );
}

/** Candidates that the last model works on: what rankers leave, or the passages that a language model has read. */
function candidatesLeft({ world, inputs }: View, models: readonly DesignNode[]): number {
  const rankers = models.filter(({ type }) => type === "ranker");
  const ranked = Math.min(Number.POSITIVE_INFINITY, ...rankers.flatMap((node) => numberAt(node, "candidates") ?? []));
  const writer = models.at(-1);
  if (!writer || !isLanguage(writer.type)) return ranked;
  const found = Math.min(ranked, (inputs.vectors && numberAt(inputs.vectors.node, "k")) ?? 500);
  return passagesRead(world, writer, { found, ranked: rankers.length > 0 ? "yes" : "no" });
}

/** What bad passages leave of an answer where nobody checks what is written into the index. */
function unpoisoned({ inputs, design }: View, models: readonly DesignNode[], { at, faults }: Moment): number {
  const writer = models.at(-1);
  const { vectors } = inputs;
  if (!vectors || !writer || !isLanguage(writer.type)) return 1;
  return faults
    .filter((fault) => fault.kind === "poisoned-data" && isOn(fault, at) && !isChecked(design, vectors.node.id, fault))
    .reduce((left, fault) => left * poisonLeaves(writer, sizeOf(fault)), 1);
}

/** The models of a request in the order in which they are called. */
function modelsInOrder({ plan, models }: View): DesignNode[] {
  const served = new Set(models.map(({ node }) => node.id));
  return plan ? metBy(plan).filter(({ id }) => served.has(id)) : [];
}

function lastWord(view: View, called: readonly DesignNode[], moment: Moment): number {
  const served = view.models.find(({ node }) => node.id === called.at(-1)?.id);
  return served ? modelWorth(view, served, moment) : view.world.signal.unranked;
}

/** Share of the requests that reach a language model where it does not depend on scores: by sampling on the way. */
export function languageShare({ plan }: View): number {
  return plan ? reaching(plan) : 0;
}

function reaching({ node, next }: Plan): number {
  if (isLanguage(node.type)) return 1;
  return 1 - next.reduce((none, step) => none * (1 - step.share * reaching(step.plan)), 1);
}
