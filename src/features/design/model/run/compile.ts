import type { Scenario, World } from "../../../../shared/content/design/world.ts";
import { specOf } from "../components/catalogue.ts";
import { type Design, type DesignEdge, type DesignNode, type EdgeKind, FALLBACKS } from "../design.ts";
import { Circumstances } from "../engine/circumstances.ts";
import { NONE } from "../engine/pools.ts";
import { RandomStream } from "../engine/random-stream.ts";
import { SimEdge } from "../engine/sim-edge.ts";
import type { PickPolicy, SimNode } from "../engine/sim-node.ts";
import { Simulation } from "../engine/simulation.ts";
import { CacheNode } from "../nodes/cache-node.ts";
import { QueueNode } from "../nodes/queue-node.ts";
import { VectorsNode } from "../nodes/vectors-node.ts";
import { exploreShare } from "../quality/learning.ts";
import { numberAt, wordAt } from "../quality/node-parameters.ts";
import { type Setting, vectorsEffect } from "./effects.ts";
import { entryOf } from "./entry.ts";
import { FaultDriver } from "./fault-driver.ts";
import { makeNode } from "./make-node.ts";
import { Outcomes } from "./outcomes.ts";
import { Source } from "./source.ts";

/** A design made ready to run in one scenario. */
export type Compiled = {
  sim: Simulation;
  nodes: readonly SimNode[];
  edges: readonly SimEdge[];
  outcomes: Outcomes;
  source: Source;
  faults: FaultDriver;
  /** The simulated edge of an arrow of the design. */
  edgeOf: Map<DesignEdge, SimEdge>;
};

const CARRIES: readonly EdgeKind[] = ["call", "publish", "deliver"];
/** These read what they need before they work; everything else works first. */
const READS_FIRST: readonly DesignNode["type"][] = ["ranker", "scorer", "llm", "provider", "rules"];
/** Asked only while nothing is decided. */
const DECIDERS: readonly DesignNode["type"][] = ["scorer", "llm", "provider", "rules"];

/** Until the network sends nobody to a dead entrance any more. Proposed by us. */
const NETWORK_HEALTH_SECONDS = 3;

export function compile(
  design: Design,
  world: World,
  { scenario, seed, bin }: { scenario: Scenario; seed: number; bin: number },
): Compiled {
  const rate = scenario.rate ?? world.traffic.rate;
  const sim = new Simulation({ expectedRequests: rate * scenario.lasts });
  const now = new Circumstances();
  const outcomes = new Outcomes(world, sim.requests, { bin, from: scenario.warmUp });
  outcomes.explored = exploreShare(design);
  const setting = { design, world, sim, now };
  const nodeOf = new Map<string, SimNode>();
  const nodes: SimNode[] = [];
  for (const node of design.nodes) {
    const made = makeNode({ ...setting, outcomes, seed }, node, nodes.length);
    if (!made) continue;
    nodeOf.set(node.id, made);
    nodes.push(made);
    sim.nodes.push(made);
    sim.enrol(() => made);
  }
  const wiring: Wiring = { sim, design, world, nodeOf, seed, edgeOf: new Map(), edges: [] };
  for (const node of design.nodes) wire(wiring, node);
  for (const node of nodes) if (node instanceof CacheNode) standInForStores({ ...wiring, ...setting }, node);
  const random = new RandomStream(seed, "requests");
  const source = sim.enrol((index) => new Source(sim, { world, random, now, index, rate }));
  source.entry = entryEdge(wiring, outcomes);
  sim.whenBackgroundDone = (request) => outcomes.backgroundDone(request, sim.now);
  if (source.keys)
    for (const node of nodes)
      if (node instanceof CacheNode)
        node.prefill(source.keys, { rate, random: new RandomStream(seed, `${node.design.id} before`) });
  const faults = sim.enrol((index) => new FaultDriver({ sim, nodes, design, now, source, index }, scenario.faults));
  return { sim, nodes, edges: wiring.edges, outcomes, source, faults, edgeOf: wiring.edgeOf };
}

type Wiring = {
  sim: Simulation;
  design: Design;
  world: World;
  nodeOf: Map<string, SimNode>;
  edgeOf: Map<DesignEdge, SimEdge>;
  edges: SimEdge[];
  seed: number;
};

/** Gives a node its groups of calls, before the work and after it. */
function wire(wiring: Wiring, node: DesignNode): void {
  const { design, nodeOf } = wiring;
  const made = nodeOf.get(node.id);
  if (!made) return;
  const edges = design.edges.filter(
    ({ from, to, kind }) =>
      from === node.id && CARRIES.includes(kind) && nodeOf.has(to) && !(kind === "deliver" && isStore(design, to)),
  );
  if (made instanceof QueueNode) {
    wireQueue(wiring, made, edges);
    return;
  }
  for (const group of Map.groupBy(edges, (edge) => edge.group).values()) {
    const reads =
      READS_FIRST.includes(node.type) && group.every(({ to }) => isStoreLike(design, nodeNamed(design, to)));
    (reads ? made.inputs : made.outputs).push(group.map((edge) => makeEdge(wiring, edge)));
  }
  if (node.type !== "balancer") return;
  for (const edge of edges) {
    const target = nodeOf.get(edge.to);
    if (!target) continue;
    target.pick = wordAt(node, "policy") as PickPolicy;
    target.health = numberAt(node, "health") ?? 5;
  }
}

function wireQueue(wiring: Wiring, queue: QueueNode, edges: readonly DesignEdge[]): void {
  const makes = (wanted: (type: DesignNode["type"]) => boolean) =>
    edges.filter(({ to }) => wanted(nodeNamed(wiring.design, to)?.type ?? "sql")).map((edge) => makeEdge(wiring, edge));
  const takes = (type: DesignNode["type"]) => ["stream", "data"].includes(specOf(type).role);
  const consumers = makes((type) => !takes(type));
  const decider = consumers.find(({ design }) => leadsToDecision(wiring.design, design.to));
  queue.deliverTo({ consumers, takers: makes(takes), decider });
}

function makeEdge(wiring: Wiring, edge: DesignEdge): SimEdge {
  const { sim, nodeOf, world, seed, edgeOf, design } = wiring;
  const target = nodeOf.get(edge.to);
  if (!target) throw new Error(`"${edge.to}" is not simulated`);
  const random = new RandomStream(seed, `${edge.from} ${edge.to}`);
  const made = sim.enrol((index) => new SimEdge(sim, edge, { target, index, factors: world.signal.fallbacks, random }));
  if (world.task === "detection") made.asks = asksWhen(nodeNamed(design, edge.from)?.type, target.design.type);
  wiring.edges.push(made);
  edgeOf.set(edge, made);
  const { fallback } = edge.policies;
  // `review` and the like are ways to answer, also where a node is named so
  const isMode = FALLBACKS.some((mode) => mode === fallback);
  const other = isMode ? undefined : design.nodes.find(({ id }) => id === fallback);
  if (other && nodeOf.has(other.id)) {
    const { fallback: _, hedge: __, retry: ___, sample: ____, ...policies } = edge.policies;
    made.alternative = makeEdge(wiring, { ...edge, to: other.id, policies, settings: [] });
  }
  return made;
}

/** When a target is asked at all: models while nothing is decided, reviewers for what is to be looked at. */
function asksWhen(from: DesignNode["type"] | undefined, to: DesignNode["type"]): SimEdge["asks"] {
  if (to === "review") return from && [...DECIDERS, "decide"].includes(from) ? "undecided or for review" : "for review";
  return DECIDERS.includes(to) ? "undecided" : "always";
}

function entryEdge(wiring: Wiring, outcomes: Outcomes): SimEdge | undefined {
  const { sim, design, world } = wiring;
  const entry = entryOf(design);
  const first = entry && wiring.nodeOf.get(entry.id);
  if (!entry || !first) return undefined;
  // clients come through the balancer of the network, which every cloud has
  first.pick = "least";
  first.health ??= NETWORK_HEALTH_SECONDS;
  const { timeout, retries } = world.traffic.patience ?? {};
  const edge = makeEdge(wiring, {
    from: "requests",
    to: entry.id,
    kind: "call",
    policies: timeout === undefined ? {} : { timeout, retry: retries ?? 0, backoff: 0.1 },
    settings: [],
    group: 0,
    at: entry.at,
  });
  edge.asks = "always";
  edge.whenRootDone = (request, ok) => {
    const { requests } = sim;
    sim.tracer.finish(request, sim.now - (requests.arrivedAt[request] as number));
    const kept = requests.keepIn[request] as number;
    outcomes.finished(request, ok, sim.now);
    if (kept === NONE || ok === 0 || requests.degraded[request] === 1) return;
    const cache = sim.nodes[kept];
    if (cache instanceof CacheNode) cache.keep(requests.key[request] as number, outcomes.qualityOf(request));
  };
  return edge;
}

/** A cache before stores tells of a request what they would have told; elsewhere what it kept is the answer. */
function standInForStores(making: Wiring & Setting, cache: CacheNode): void {
  const { design, nodeOf } = making;
  if (!isStoreLike(design, cache.design)) return;
  const behind = design.edges.filter(({ from, kind }) => from === cache.design.id && kind === "call");
  const tell = behind.flatMap(({ to }) => {
    const store = nodeOf.get(to);
    if (!(store instanceof VectorsNode)) return store?.effect ?? [];
    const found = vectorsEffect(making, store.design);
    return (request: number) => found(request, 1);
  });
  cache.standIn = (request) => {
    for (const each of tell) each(request);
  };
}

function nodeNamed(design: Design, id: string): DesignNode | undefined {
  return design.nodes.find((node) => node.id === id);
}

function isStore(design: Design, id: string): boolean {
  const node = nodeNamed(design, id);
  return node !== undefined && specOf(node.type).role === "store";
}

/** A store, or a cache with nothing but stores behind it. */
function isStoreLike(design: Design, node: DesignNode | undefined): boolean {
  if (!node) return false;
  if (specOf(node.type).role === "store") return true;
  if (node.type !== "cache") return false;
  const behind = design.edges.filter(({ from, kind }) => from === node.id && kind === "call");
  return behind.length > 0 && behind.every(({ to }) => isStore(design, to));
}

/** Whether a model, a decision or people stand somewhere behind a node. */
function leadsToDecision(design: Design, id: string, seen: ReadonlySet<string> = new Set()): boolean {
  if (seen.has(id)) return false;
  const type = nodeNamed(design, id)?.type;
  if (type && [...DECIDERS, "decide", "review"].includes(type)) return true;
  const behind = design.edges.filter(({ from, kind }) => from === id && CARRIES.includes(kind));
  return behind.some(({ to }) => leadsToDecision(design, to, new Set([...seen, id])));
}
