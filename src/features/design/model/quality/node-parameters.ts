import type { Design, DesignNode, EdgeKind } from "../design.ts";

/** A parameter as a number in SI units; undefined where it is left out or is no number. */
export function numberAt(node: DesignNode, key: string): number | undefined {
  const value = node.parameters[key];
  return typeof value === "number" ? value : undefined;
}

/** A parameter as a word; "" where it is left out. */
export function wordAt(node: DesignNode, key: string): string {
  const value = node.parameters[key];
  return typeof value === "string" ? value : "";
}

/** The nodes from which an edge of one of these kinds arrives at a node. */
export function sourcesOf(design: Design, id: string, kinds: readonly EdgeKind[]): DesignNode[] {
  const from = new Set(design.edges.filter((edge) => edge.to === id && kinds.includes(edge.kind)).map((e) => e.from));
  return design.nodes.filter((node) => from.has(node.id));
}

/** The size of a ranking or scoring model. */
export function modelSizeOf(node: DesignNode): "small" | "medium" | "large" {
  const size = wordAt(node, "size");
  return size === "small" || size === "large" ? size : "medium";
}

/** Mean age of what a job at intervals has written, seconds. */
export function meanAgeOf(job: DesignNode): number {
  return (numberAt(job, "every") ?? 0) / 2 + (numberAt(job, "takes") ?? 0);
}
