import type { Fault, World } from "../../../../shared/content/design/world.ts";
import type { Design, DesignNode } from "../design.ts";
import { type Ages, featureSignal, writtenAges } from "../quality/freshness.ts";
import { numberAt, sourcesOf, wordAt } from "../quality/node-parameters.ts";
import { indexAge, retrievalSignal } from "../quality/retrieval.ts";
import { endOf, isOn, meets, sizeOf } from "./unlearned.ts";

/** What reaches the models of a design: features and candidates, in their usual state and under faults. */
export type Inputs = {
  design: Design;
  world: World;
  features: { id: string; ages: Ages }[];
  vectors: { node: DesignNode; age: number } | undefined;
};

export function inputsOf(design: Design, world: World): Inputs {
  const read = (type: string) =>
    design.nodes.filter((node) => node.type === type && sourcesOf(design, node.id, ["call"]).length > 0);
  const index = read("vectors").at(-1);
  return {
    design,
    world,
    features: read("features").map(({ id }) => ({ id, ages: writtenAges(design, id) })),
    vectors: index && { node: index, age: indexAge(design, index.id) },
  };
}

/** What the features of a request are worth under these faults, 0 to 1; of several stores the best counts. */
export function featuresAt({ design, world, features }: Inputs, faults: readonly Fault[], at: number): number {
  if (features.length === 0) return featureSignal(world, "without");
  return Math.max(...features.map((store) => storeAt({ design, world }, store, { faults, at })));
}

function storeAt(
  { design, world }: Pick<Inputs, "design" | "world">,
  store: Inputs["features"][number],
  { faults, at }: { faults: readonly Fault[]; at: number },
): number {
  let { ages } = store;
  const isWritten = Math.min(ages.fast, ages.slow) < Number.POSITIVE_INFINITY;
  for (const fault of faults.filter((each) => isWritten && isOn(each, at))) {
    if (fault.kind === "late-data") ages = older(ages, fault, { by: fault.size ?? 3600 });
    if (fault.kind !== "poisoned-data") continue;
    if (!isChecked(design, store.id, fault)) return featureSignal(world, "poisoned");
    ages = older(ages, fault, { by: at - fault.at }); // what failed the checks was put aside: the last good values age
  }
  return featureSignal(world, ages);
}

function older(ages: Ages, fault: Fault, { by }: { by: number }): Ages {
  return {
    fast: ages.fast + (meets(fault, "stream") ? by : 0),
    slow: ages.slow + (meets(fault, "batch") ? by : 0),
  };
}

/** Whether everyone of the fault's targets who writes a store or feeds a training job checks its data. */
export function isChecked(design: Design, id: string, fault: Fault): boolean {
  const near = sourcesOf(design, id, ["write", "read", "deliver"]);
  const through = near
    .filter(({ type }) => type === "warehouse")
    .flatMap(({ id }) => sourcesOf(design, id, ["write", "read"]));
  const writers = [...near, ...through].filter(({ type }) => type === "stream" || type === "batch");
  const met = writers.filter(({ type }) => meets(fault, type));
  return met.length > 0 && met.every((writer) => wordAt(writer, "checks") === "on");
}

/** What retrieval is worth under these faults, 0 to 1; `candidates`: what the ranking model takes at most. */
export function retrievalAt(
  inputs: Inputs,
  faults: readonly Fault[],
  { at, candidates }: { at: number; candidates: number },
): number {
  const { world, vectors } = inputs;
  if (!vectors) return retrievalSignal(world, "without");
  const late = faults
    .filter((fault) => fault.kind === "late-data" && isOn(fault, at))
    .reduce((sum, fault) => sum + (fault.size ?? 3600), 0);
  const changed = faults
    .filter((fault) => fault.kind === "embedding-change" && at >= fault.at && at < reindexed(inputs, fault))
    .reduce((left, fault) => left * (1 - sizeOf(fault)), 1);
  return retrievalSignal(world, {
    recall: (numberAt(vectors.node, "recall") ?? 0.95) * changed,
    candidates: Math.min(candidates, numberAt(vectors.node, "k") ?? 500),
    indexAge: vectors.age + late,
  });
}

/**
 * When the whole index has the new embedding: at once where two generations are kept, else at the end of the next run of the
 * batch that writes it, else with the end of the fault.
 */
export function reindexed({ design, vectors }: Inputs, fault: Fault): number {
  if (!vectors) return fault.at;
  if (wordAt(vectors.node, "dual") === "on") return fault.at;
  const ends = sourcesOf(design, vectors.node.id, ["write"])
    .filter(({ type }) => type === "batch")
    .map((batch) => {
      const every = numberAt(batch, "every") ?? 86_400;
      return Math.ceil(fault.at / every) * every + (numberAt(batch, "takes") ?? 0);
    });
  return Math.min(endOf(fault), ...ends);
}
