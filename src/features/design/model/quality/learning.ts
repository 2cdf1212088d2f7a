import type { World } from "../../../../shared/content/design/world.ts";
import type { Design, DesignNode } from "../design.ts";
import { labelWait } from "./label-wait.ts";
import { numberAt, sourcesOf, wordAt } from "./node-parameters.ts";

/** Share kept by a model whose training rows saw features of later times. Proposed by us. */
const WITHOUT_POINT_IN_TIME = 0.9;
/** Share of random holdout that halves what selection bias costs. Proposed by us. */
const EXPLORE_HALF = 0.005;
const DAY = 86_400;

/** The training jobs whose models reach a node by `deploy` edges, through registry and canary, and that have data. */
export function trainersOf(design: Design, nodeId: string): DesignNode[] {
  return deployersOf(design, nodeId).filter(
    ({ id, type }) => type === "train" && sourcesOf(design, id, ["label", "read"]).length > 0,
  );
}

/** Every lifecycle node from which `deploy` edges lead to a node, the nearest first. */
export function deployersOf(design: Design, nodeId: string): DesignNode[] {
  const found: DesignNode[] = [];
  let front = [nodeId];
  while (front.length > 0) {
    const next = front.flatMap((id) => sourcesOf(design, id, ["deploy"])).filter((node) => !found.includes(node));
    const fresh = [...new Set(next)];
    found.push(...fresh);
    front = fresh.map(({ id }) => id);
  }
  return found;
}

/**
 * What the way of learning leaves of a model's signal, 0 to 1; 1 where nothing trains it. A product of
 * - labels waited for too short: `sqrt(c)`, c the share of labels known by then, one that is waited for as long as the case
 *   needs being 1 (known by time t: `1 - 0.1^(t / delay)`, so that nine in ten are known after the delay);
 * - no point-in-time joins in the warehouse that it reads: 0.9;
 * - a short window: `1 - 0.3 * 2^(-window / 7 days)`;
 * - selection bias in a detection task that blocks: `1 - bias * 2^(-explore / 0.5 %)`.
 * Shapes proposed by us.
 */
export function learningSignal(design: Design, world: World, nodeId: string): number {
  const signals = trainersOf(design, nodeId).map(
    (train) => labelsKnown(design, world, train) * joined(design, train) * windowed(train) * unbiased(design, world),
  );
  return signals.length === 0 ? 1 : Math.max(...signals);
}

function labelsKnown(design: Design, world: World, train: DesignNode): number {
  const { delay } = world.labels;
  if (delay === 0) return 1;
  const known = (1 - 0.1 ** (labelWait(design, world, train.id) / delay)) / 0.9;
  return Math.sqrt(Math.min(1, known));
}

function joined(design: Design, train: DesignNode): number {
  const warehouses = sourcesOf(design, train.id, ["read"]).filter(({ type }) => type === "warehouse");
  return warehouses.some((warehouse) => wordAt(warehouse, "pointintime") === "off") ? WITHOUT_POINT_IN_TIME : 1;
}

function windowed(train: DesignNode): number {
  return 1 - 0.3 * 2 ** (-(numberAt(train, "window") ?? 90 * DAY) / (7 * DAY));
}

function unbiased(design: Design, world: World): number {
  const blocks = design.nodes.some(({ type, parameters }) => type === "rules" || typeof parameters.block === "number");
  if (world.task !== "detection" || !blocks) return 1;
  return 1 - world.labels.bias * 2 ** (-exploreShare(design) / EXPLORE_HALF);
}

/** Share of what would be blocked that is let through to learn its label. */
export function exploreShare(design: Design): number {
  return Math.max(0, ...design.nodes.map((node) => (node.type === "labels" ? (numberAt(node, "explore") ?? 0) : 0)));
}
