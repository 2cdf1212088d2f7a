import { CATALOGUE, specOf } from "../../../../../src/features/design/model/components/catalogue.ts";
import { edgeKind } from "../../../../../src/features/design/model/components/edge-kind.ts";
import type { ComponentSpec, ComponentType } from "../../../../../src/features/design/model/components/spec.ts";
import type { Design, DesignEdge, DesignNode } from "../../../../../src/features/design/model/design.ts";
import { edgeLabel, meaningOf } from "../canvas/node-words.ts";
import type { Layout } from "../canvas/placed.ts";

/** One line of a list that is searched. */
export type PickEntry<Value> = {
  value: Value;
  label: string;
  detail: string;
  /** Words that it is found by as well. */
  also: string;
  group: string;
  spec: ComponentSpec;
};

const GROUPS: Record<ComponentSpec["group"], string> = {
  edge: "Edge",
  serving: "Serving",
  stores: "Stores",
  data: "Data",
  people: "People",
  lifecycle: "Life of a model",
};

/** Everything that can be added, as the catalogue groups it. */
export const componentEntries: readonly PickEntry<ComponentType>[] = CATALOGUE.map((spec) => ({
  value: spec.type,
  label: spec.title,
  detail: spec.summary,
  also: [spec.type, ...spec.aliases].join(" "),
  group: GROUPS[spec.group],
  spec,
}));

/** What an arrow from this component could lead to, and what it would mean there. */
export function targetEntries({ nodes, edges }: Design, from: DesignNode): PickEntry<string>[] {
  const taken = new Set(edges.filter((edge) => edge.from === from.id).map(({ to }) => to));
  const entries = nodes.flatMap((to) => {
    const spec = specOf(to.type);
    const kind = edgeKind(specOf(from.type), spec);
    if (!kind || to.id === from.id || taken.has(to.id)) return [];
    const group = GROUPS[spec.group];
    return [
      { value: to.id, label: to.id, detail: meaningOf(kind, from.type), also: `${spec.title} ${kind}`, group, spec },
    ];
  });
  const order = Object.values(GROUPS);
  return entries.sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
}

/** The arrows of a component, to take one away. */
export function arrowEntries(design: Design, id: string): PickEntry<DesignEdge>[] {
  return design.edges
    .filter(({ from, to }) => from === id || to === id)
    .flatMap((edge) => {
      const other = design.nodes.find((node) => node.id === (edge.from === id ? edge.to : edge.from));
      if (!other) return [];
      const group = edge.from === id ? "From it" : "To it";
      const detail = [edge.kind, edgeLabel(edge, design)].filter((word) => word !== "").join(", ");
      return [{ value: edge, label: `${edge.from} → ${edge.to}`, detail, also: "", group, spec: specOf(other.type) }];
    });
}

/** Whether an arrow between two drawn components would mean something, and is not there yet. */
export function canConnect({ nodes, edges }: Layout, from: string, to: string): boolean {
  const [source, target] = [from, to].map((id) => nodes.find(({ node }) => node.id === id)?.node);
  if (!source || !target || from === to) return false;
  if (edges.some(({ edge }) => edge.from === from && edge.to === to)) return false;
  return edgeKind(specOf(source.type), specOf(target.type)) !== undefined;
}

/** Entries in which every typed word occurs, those whose label begins with it first. */
export function findEntries<Value>(entries: readonly PickEntry<Value>[], typed: string): readonly PickEntry<Value>[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return entries;
  const found = entries.filter(({ label, detail, also }) => {
    const text = `${label} ${also} ${detail}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const rank = ({ label, also }: PickEntry<Value>) => {
    const names = [label, ...also.split(" ")].map((name) => name.toLowerCase());
    if (names.some((name) => name === first)) return 0;
    return names.some((name) => name.startsWith(first)) ? 1 : 2;
  };
  return found.sort((a, b) => rank(a) - rank(b));
}
