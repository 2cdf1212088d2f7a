import type { Design, DesignEdge, DesignNode } from "../design.ts";
import { numberAt } from "../quality/node-parameters.ts";

/** The way of a request through a design as a tree: a node, then what follows it in the order of writing. */
export type Plan = { node: DesignNode; next: { share: number; plan: Plan }[] };

const FOLLOWED = ["call", "publish", "deliver"];

/** A node that is met again on its own way (a loop through a queue) is left out there. */
export function planOf(design: Design, entry: DesignNode, open: ReadonlySet<string> = new Set()): Plan {
  const nowOpen = new Set([...open, entry.id]);
  const edges = design.edges.filter(({ from, kind }) => from === entry.id && FOLLOWED.includes(kind));
  const next = edges.flatMap((edge, at) => {
    const node = design.nodes.find(({ id }) => id === edge.to);
    if (!node || nowOpen.has(node.id)) return [];
    return [{ share: shareOf(entry, edge, { at, of: edges.length }), plan: planOf(design, node, nowOpen) }];
  });
  return { node: entry, next };
}

/** Share of the requests at a node that take an edge; behind a splitter's first edge the others part the rest. */
function shareOf(node: DesignNode, edge: DesignEdge, { at, of }: { at: number; of: number }): number {
  const split = numberAt(node, "share") ?? 0.5;
  const part = node.type === "splitter" ? (at === 0 ? split : (1 - split) / (of - 1)) : 1;
  return part * (edge.policies.sample ?? 1);
}

/** The nodes of a plan in the order in which a request meets them. */
export function metBy(plan: Plan): DesignNode[] {
  return [...new Set([plan.node, ...plan.next.flatMap((step) => metBy(step.plan))])];
}

/** Whether a plan has anything that decides or asks a language model; what has not is not walked. */
export function matters(plan: Plan): boolean {
  return DECIDES.includes(plan.node.type) || plan.next.some((step) => matters(step.plan));
}

const DECIDES = ["rules", "scorer", "llm", "provider", "decide"];
