import type { Fault, FaultKind } from "../../../../shared/content/design/world.ts";
import type { Design } from "../design.ts";
import type { Actor } from "../engine/actors.ts";
import type { Circumstances } from "../engine/circumstances.ts";
import type { SimNode } from "../engine/sim-node.ts";
import type { Simulation } from "../engine/simulation.ts";
import { CacheNode } from "../nodes/cache-node.ts";
import { ProviderNode } from "../nodes/provider-node.ts";
import { ReviewNode } from "../nodes/review-node.ts";
import { StreamNode } from "../nodes/stream-node.ts";
import { numberAt } from "../quality/node-parameters.ts";
import type { Source } from "./source.ts";

const BEGINS = 0;
const ENDS = 1;

type Stage = {
  sim: Simulation;
  nodes: readonly SimNode[];
  design: Design;
  now: Circumstances;
  source: Source;
  index: number;
};

/** Makes the faults of a scenario happen at their times. */
export class FaultDriver implements Actor {
  readonly #stage: Stage;
  readonly #faults: readonly Fault[];
  readonly #under = new Set<Fault>();

  constructor(stage: Stage, faults: readonly Fault[]) {
    this.#stage = stage;
    this.#faults = faults;
  }

  start(): void {
    const { sim, index } = this.#stage;
    this.#faults.forEach(({ at, lasts }, place) => {
      sim.events.schedule(at, index, BEGINS, place);
      if (lasts !== undefined) sim.events.schedule(at + lasts, index, ENDS, place);
    });
  }

  handle(op: number, place: number): void {
    const fault = this.#faults[place];
    if (!fault) return;
    const act = ACTS[fault.kind];
    if (op === BEGINS) {
      this.#under.add(fault);
      act(this.#stage, fault, "begins");
      return;
    }
    this.#under.delete(fault);
    act(this.#stage, fault, "ends");
    // the end of one sets everything right: what another still holds is set wrong again
    for (const other of this.#under)
      if (ACTS[other.kind] === act && !ONCE.includes(other.kind)) act(this.#stage, other, "begins");
  }
}

/** Done when they have begun: their end changes nothing. */
const ONCE: readonly FaultKind[] = ["cache-flush", "reviewer-surge"];

type Phase = "begins" | "ends";
type Act = (stage: Stage, fault: Fault, phase: Phase) => void;

const loseNodes: Act = (stage, fault, phase) => {
  for (const node of met(stage, fault)) {
    if (phase === "begins") loseShare(node, fault);
    else node.healReplicas();
  }
};

const loseSignal: Act = ({ now }, fault, phase) => now.setLoss(fault, phase === "begins" ? (fault.size ?? 0.3) : 0);

const ACTS: Record<FaultKind, Act> = {
  "node-loss": loseNodes,
  "zone-loss": loseNodes,
  "cache-flush": (stage, fault, phase) => {
    for (const node of met(stage, fault)) if (phase === "begins" && node instanceof CacheNode) node.flush();
  },
  "slow-dependency": (stage, fault, phase) => {
    for (const node of met(stage, fault)) node.slowdown = phase === "begins" ? (fault.size ?? 10) : 1;
  },
  "provider-outage": (stage, fault, phase) => {
    for (const node of met(stage, fault)) {
      if (!(node instanceof ProviderNode)) continue;
      node.outage = phase === "begins" ? (fault.size ?? 1) : 0;
      node.hangs = fault.hangs ? "yes" : "no";
    }
  },
  "traffic-peak": ({ now, source }, { size }, phase) => {
    now.peak = phase === "begins" ? (size ?? 3) : 1;
    source.changed();
  },
  "adversarial-burst": ({ now, source }, { size }, phase) => {
    now.attack = phase === "begins" ? (size ?? 0) : 0;
    source.changed();
  },
  "hot-key": ({ now }, { size }, phase) => {
    now.hotShare = phase === "begins" ? (size ?? 0.3) : 0;
  },
  "poisoned-data": ({ now, sim }, { size, target }, phase) => {
    now.poison = size ?? 0.5;
    now.poisonTargets = target;
    now.poisonedSince = phase === "begins" ? sim.now : undefined;
  },
  "late-data": (stage, fault, phase) => {
    for (const node of met(stage, fault))
      if (node instanceof StreamNode) node.late = phase === "begins" ? (fault.size ?? 600) : 0;
  },
  "embedding-change": ({ now }, { size }, phase) => {
    now.indexLoss = phase === "begins" ? (size ?? 0.5) : 0;
  },
  "bad-model": ({ now, design }, fault, phase) =>
    now.setLoss(fault, phase === "begins" ? (fault.size ?? 0.5) * releasedShare(design) : 0),
  "concept-drift": loseSignal,
  "policy-change": loseSignal,
  "reviewer-surge": (stage, fault, phase) => {
    for (const node of met(stage, fault)) {
      if (!(node instanceof ReviewNode) || phase === "ends") continue;
      const usual = node.served / Math.max(1, stage.sim.now - node.since);
      node.surge(usual * Math.max(0, (fault.size ?? 3) - 1), fault.lasts ?? Number.POSITIVE_INFINITY);
    }
  },
};

/** The nodes that a fault meets. */
function met({ nodes }: Stage, { target }: Fault): SimNode[] {
  return nodes.filter(({ design }) => !target || target.includes(design.type));
}

/** A rack with so many nodes in a row, or one of the zones. */
function loseShare(node: SimNode, { kind, size }: Fault): void {
  const zones = numberAt(node.design, "zones") ?? 1;
  // a content network stands in no zone of ours
  if (kind === "zone-loss" && node.design.type === "cdn") return;
  if (kind === "zone-loss") node.loseReplicas((replica) => replica % zones === 0);
  else node.loseReplicas((replica, replicas) => replica < Math.max(1, Math.round(replicas * (size ?? 0.5))));
}

/** Share of the traffic that a new version gets before it is taken back. */
function releasedShare({ nodes }: Design): number {
  const canary = nodes.find(({ type }) => type === "canary");
  if (!canary) return 1;
  return canary.parameters.mode === "shadow" ? 0 : (numberAt(canary, "share") ?? 1);
}
