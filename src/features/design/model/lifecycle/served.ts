import type { World } from "../../../../shared/content/design/world.ts";
import type { Design, DesignNode } from "../design.ts";
import { labelWait } from "../quality/label-wait.ts";
import { deployersOf, learningSignal, trainersOf } from "../quality/learning.ts";
import { numberAt } from "../quality/node-parameters.ts";

const DAY = 86_400;
const MODELS = ["ranker", "scorer", "llm", "provider"];

/** A training job of a model; all in seconds. */
export type Training = {
  node: DesignNode;
  every: number;
  takes: number;
  window: number;
  /** How long it waits for a label. */
  wait: number;
};

/** A model that answers requests, with what makes and releases its versions. */
export type Served = {
  node: DesignNode;
  training: Training | undefined;
  registry: DesignNode | undefined;
  canary: DesignNode | undefined;
  /** Share of the signal left by the way it learns: labels, joins, selection and the length of the window. */
  learning: number;
};

/** Every model of a design that something is joined to; of several training jobs the most frequent counts. */
export function servedModels(design: Design, world: World): Served[] {
  const joined = new Set(design.edges.flatMap(({ from, to }) => [from, to]));
  return design.nodes
    .filter(({ id, type }) => MODELS.includes(type) && joined.has(id))
    .map((node) => {
      const deployers = deployersOf(design, node.id);
      const [training] = trainersOf(design, node.id)
        .map((train) => trainingOf(design, world, train))
        .sort((a, b) => a.every - b.every);
      return {
        node,
        training,
        registry: deployers.find(({ type }) => type === "registry"),
        canary: deployers.find(({ type }) => type === "canary"),
        learning: learningSignal(design, world, node.id),
      };
    });
}

function trainingOf(design: Design, world: World, node: DesignNode): Training {
  return {
    node,
    every: numberAt(node, "every") ?? 7 * DAY,
    takes: numberAt(node, "takes") ?? 4 * 3600,
    window: numberAt(node, "window") ?? 90 * DAY,
    wait: labelWait(design, world, node.id),
  };
}
