import type { World } from "../../../../shared/content/design/world.ts";
import type { Design, DesignNode } from "../design.ts";
import { labelWait } from "./label-wait.ts";
import { learningSignal, trainersOf } from "./learning.ts";
import { modelSizeOf, numberAt, wordAt } from "./node-parameters.ts";

const DAY = 86_400;
/** Age of a model that nobody trains, seconds. Proposed by us. */
export const UNTRAINED_SECONDS = 365 * DAY;

/**
 * What a model is worth, 0 to 1: its size's figure in the world times `(1 - drift.perDay)^(age in days)`, the age being that
 * of the newest label that it has seen, seconds. A node that is no model is worth what an unranked answer is.
 */
export function modelSignal(world: World, node: DesignNode, ageSeconds: number): number {
  return sizeSignal(world, node) * (1 - world.signal.drift.perDay) ** (Math.max(0, ageSeconds) / DAY);
}

function sizeSignal(world: World, node: DesignNode): number {
  const { signal } = world;
  switch (node.type) {
    case "ranker":
    case "scorer":
      return signal.sizes[modelSizeOf(node)];
    case "llm":
      return llmSignal(world, wordAt(node, "model"));
    case "provider":
      return signal.provider;
    default:
      return signal.unranked;
  }
}

function llmSignal({ signal }: World, model: string): number {
  const found = Object.entries(signal.llms ?? {}).find(([name]) => name === model);
  return found?.[1] ?? 1;
}

/**
 * Mean age of the newest label that a model in service has seen, seconds: the delay of the labels (the case's own, or how
 * long `labels{delay}` waits) plus `every / 2 + takes` of its training. 365 days where nothing trains it; 0 for language
 * models and providers, which age by a change of policy alone.
 */
export function typicalModelAge(design: Design, world: World, nodeId: string): number {
  const node = design.nodes.find(({ id }) => id === nodeId);
  if (!node || node.type === "llm" || node.type === "provider") return 0;
  const ages = trainersOf(design, nodeId).map(
    (train) =>
      labelWait(design, world, train.id) + (numberAt(train, "every") ?? 0) / 2 + (numberAt(train, "takes") ?? 0),
  );
  return Math.min(UNTRAINED_SECONDS, ...ages);
}

/** What a model in service is worth on a typical day: size, age, and what its training data cost it. */
export function typicalModelSignal(design: Design, world: World, node: DesignNode): number {
  return modelSignal(world, node, typicalModelAge(design, world, node.id)) * learningSignal(design, world, node.id);
}
