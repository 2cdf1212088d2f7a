import { specOf } from "../components/catalogue.ts";
import { edgeKind } from "../components/edge-kind.ts";
import type { Role } from "../components/spec.ts";
import type { Design, DesignEdge, DesignFault, DesignNode, EdgeKind, Place } from "../design.ts";

/** A design with its arrows by their ends; arrows that mean nothing, and from a node to itself, are left out. */
export type Graph = {
  design: Design;
  nodes: ReadonlyMap<string, DesignNode>;
  out: (id: string, ...kinds: EdgeKind[]) => DesignEdge[];
  into: (id: string, ...kinds: EdgeKind[]) => DesignEdge[];
};

export function graphOf(design: Design): Graph {
  const nodes = new Map(design.nodes.map((node) => [node.id, node]));
  const meant = design.edges.filter((edge) => edge.from !== edge.to && meaningOf(nodes, edge) !== undefined);
  const [from, to] = [Map.groupBy(meant, (edge) => edge.from), Map.groupBy(meant, (edge) => edge.to)];
  const some = (edges: DesignEdge[] = [], kinds: EdgeKind[]) =>
    kinds.length === 0 ? edges : edges.filter(({ kind }) => kinds.includes(kind));
  return {
    design,
    nodes,
    out: (id, ...kinds) => some(from.get(id), kinds),
    into: (id, ...kinds) => some(to.get(id), kinds),
  };
}

export function meaningOf(nodes: ReadonlyMap<string, DesignNode>, edge: DesignEdge): EdgeKind | undefined {
  const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
  return from && to && edgeKind(specOf(from.type), specOf(to.type));
}

/** Requests, and messages that follow from them. */
export const REQUESTS: EdgeKind[] = ["call", "publish", "deliver"];

/** What can be reached along arrows of some kinds, the start included; nodes that calls fall back on too. */
export function reachedFrom(graph: Graph, start: readonly string[], kinds: EdgeKind[]): Set<string> {
  const reached = new Set(start);
  const next = [...start];
  for (let id = next.pop(); id !== undefined; id = next.pop())
    for (const { to, policies } of graph.out(id, ...kinds))
      for (const each of [to, policies.fallback])
        if (each !== undefined && graph.nodes.has(each) && !reached.has(each)) {
          reached.add(each);
          next.push(each);
        }
  return reached;
}

export function roleOf(node: DesignNode): Role {
  return specOf(node.type).role;
}

type Said = { message: string; mend: string };

export function errorAt(subject: DesignNode | DesignEdge, said: Said, key = ""): DesignFault {
  return faultAt("error", subject, { said, key });
}

export function warningAt(subject: DesignNode | DesignEdge, said: Said, key = ""): DesignFault {
  return faultAt("warning", subject, { said, key });
}

/** At the setting of this key, where it was written. */
function faultAt(
  severity: DesignFault["severity"],
  subject: DesignNode | DesignEdge,
  { said, key }: { said: Said; key: string },
): DesignFault {
  const at: Place = subject.settings.find((setting) => setting.key === key)?.at ?? subject.at;
  return { severity, ...said, at, node: "id" in subject ? subject.id : subject.to };
}
