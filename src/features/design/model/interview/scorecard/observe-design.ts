import type { World } from "../../../../../shared/content/design/world.ts";
import type { Dimension } from "../../../schema.ts";
import { specOf } from "../../components/catalogue.ts";
import type { ComponentType } from "../../components/spec.ts";
import type { Design, DesignFault, DesignNode } from "../../design.ts";
import { replicasOf } from "../measured.ts";
import type { Observation } from "./observation.ts";

/** A yes or no about a drawing. */
type Check = { dimension: Dimension; holds: boolean; yes: string; no: string; mend: string; score?: number };

/** What a drawing shows without a run: spares, what is at fault, paths of data, how calls end, what watches. */
export function observeDesign(
  design: Design,
  { world, faults }: { world: World; faults: DesignFault[] },
): Observation[] {
  if (design.nodes.length === 0) return [];
  const checks = [
    ...ofSpares(design),
    ...ofFaults(faults),
    ...ofData(design, world),
    ...ofCalls(design),
    ...ofRollout(design),
  ];
  return checks.map(({ dimension, holds, yes, no, mend, score }) => ({
    dimension,
    score: score ?? Number(holds),
    se: 0.1,
    weight: 0.5,
    evidence: [{ kind: "design", text: holds ? yes : no, good: holds }],
    mend: holds ? null : mend,
  }));
}

function ofSpares({ nodes }: Design): Check[] {
  const serving = nodes.filter(({ type, parameters }) => isServing(type) && "replicas" in parameters);
  if (serving.length === 0) return [];
  const alone = serving.filter((node) => replicasOf(node) < 2);
  const oneZone = serving.filter(
    (node) => !alone.includes(node) && "zones" in node.parameters && node.parameters.zones === 1,
  );
  const named = [...alone, ...oneZone];
  return [
    {
      dimension: "architecture",
      holds: named.length === 0,
      score: 1 - (alone.length + 0.5 * oneZone.length) / serving.length,
      yes: "Every component on the path has a spare in a second zone.",
      no: `Single points of failure: ${[
        ...alone.map(({ id }) => `\`${id}\` has one replica`),
        ...oneZone.map(({ id }) => `\`${id}\` stands in one zone`),
      ].join(", ")}.`,
      mend: `Give ${idsOf(named)} two replicas in two zones or more.`,
    },
  ];
}

function ofFaults(faults: DesignFault[]): Check[] {
  const errors = faults.filter(({ severity }) => severity === "error");
  return [
    {
      dimension: "architecture",
      holds: errors.length === 0,
      yes: "The drawing has no fault: every path leads somewhere.",
      no: `The drawing has faults: ${errors[0]?.message ?? ""}`,
      mend: errors[0]?.mend ?? "",
    },
  ];
}

function ofData(design: Design, { task, signal }: World): Check[] {
  const checks: Check[] = [];
  const has = (type: ComponentType) => design.nodes.some((node) => node.type === type);
  const isFed = (type: ComponentType) =>
    design.nodes.some(
      (node) => node.type === type && design.edges.some(({ to, kind }) => to === node.id && kind === "write"),
    );
  if (signal.features)
    checks.push({
      dimension: "data",
      holds: isFed("features"),
      yes: "Features are written by a job that the drawing has: their age is decided.",
      no: has("features") ? "Nothing writes to the feature store." : "No feature store is read.",
      mend: "Draw what writes the features: a stream for what is fresh, a batch for what is slow.",
    });
  if (task !== "generation")
    checks.push({
      dimension: "data",
      holds: design.edges.some(({ kind }) => kind === "label"),
      yes: "Labels have a way back to training or monitoring.",
      no: "No label comes back.",
      mend: "Draw how labels come back, with their delay, and what learns from them.",
    });
  checks.push({
    dimension: "data",
    holds: has("warehouse"),
    yes: "What was served is kept in a warehouse, to train on.",
    no: "Nothing keeps what was served.",
    mend: "Log what was served, with its features, to a warehouse: training needs the rows as they were.",
  });
  return checks;
}

function ofCalls({ nodes, edges }: Design): Check[] {
  const typeOf = new Map(nodes.map(({ id, type }) => [id, type]));
  const calls = edges.filter(({ kind, from }) => kind === "call" && typeOf.get(from) !== "balancer");
  const risky = calls.filter(({ to }) => !EASY.has(typeOf.get(to) ?? "service"));
  if (risky.length === 0) return [];
  const endless = risky.filter(({ policies }) => policies.timeout === undefined);
  const hopeless = risky.filter(({ policies }) => policies.fallback === undefined);
  const named = (some: typeof risky) => idsOf(some.map(({ to }) => ({ id: to })));
  return [
    {
      dimension: "failure",
      holds: endless.length === 0,
      score: 1 - endless.length / risky.length,
      yes: "Every call to a store or a model has a timeout.",
      no: `Calls without a timeout: ${named(endless)}.`,
      mend: `Give the calls to ${named(endless)} a timeout.`,
    },
    {
      dimension: "failure",
      holds: hopeless.length < risky.length,
      score: Math.min(1, (2 * (risky.length - hopeless.length)) / risky.length),
      yes: `Something stands in when a call fails: ${named(risky.filter((edge) => !hopeless.includes(edge)))}.`,
      no: "Nothing stands in when a call fails.",
      mend: `Say what stands in when ${named(hopeless)} does not answer.`,
    },
  ];
}

/** Calls to these need no stand-in of their own: they are the way itself. */
const EASY = new Set<ComponentType>(["gateway", "balancer", "service", "splitter", "cdn", "decide", "cache"]);

function ofRollout({ nodes }: Design): Check[] {
  const wanted: [ComponentType, string][] = [
    ["monitor", "watches scores, labels or latency"],
    ["canary", "tries a new version on a share first"],
    ["registry", "keeps versions to go back to"],
  ];
  return wanted.map(([type, does]) => {
    const title = specOf(type).title.toLowerCase();
    const found = nodes.find((node) => node.type === type);
    return {
      dimension: "rollout",
      holds: found !== undefined,
      yes: `\`${found?.id}\` ${does}.`,
      no: `There is no ${title}: nothing ${does}.`,
      mend: `Draw a ${title}: it ${does}.`,
    };
  });
}

function isServing(type: ComponentType): boolean {
  return ["path", "store"].includes(specOf(type).role);
}

function idsOf(nodes: readonly Pick<DesignNode, "id">[]): string {
  const names = [...new Set(nodes.map(({ id }) => `\`${id}\``))];
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "");
}
