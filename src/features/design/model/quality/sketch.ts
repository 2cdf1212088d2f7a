import { specNamed } from "../components/catalogue.ts";
import { edgeKind } from "../components/edge-kind.ts";
import type { ParameterValue } from "../components/spec.ts";
import type { Design, DesignEdge, DesignNode } from "../design.ts";

/**
 * A design for tests, without the language: parameters by node id and arrows as `a -> b`. An id is its type or an alias,
 * with a number after it or not. Defaults of the catalogue that are words or plain numbers are filled in.
 */
export function sketch(nodes: Record<string, Record<string, ParameterValue>>, arrows: readonly string[]): Design {
  const pairs = arrows.flatMap((arrow) => {
    const ids = arrow.split("->").map((id) => id.trim());
    return ids.slice(1).map((to, at) => [ids[at] ?? "", to] as const);
  });
  const ids = new Set([...Object.keys(nodes), ...pairs.flat()]);
  const made = new Map([...ids].map((id) => [id, nodeOf(id, nodes[id] ?? {})]));
  const edges = pairs.map(([from, to], group) => edgeOf(made.get(from), made.get(to), group));
  return { nodes: [...made.values()], edges };
}

const AT = { line: 1, column: 1, endColumn: 2 };

function nodeOf(id: string, given: Record<string, ParameterValue>): DesignNode {
  const spec = specNamed(id);
  if (!spec) throw new Error(`no component ${id}`);
  const defaults = spec.parameters
    .filter((parameter) => parameter.kind !== "time" && parameter.default !== "")
    .map((parameter) => [parameter.key, written(parameter.default)] as const);
  return { id, type: spec.type, parameters: { ...Object.fromEntries(defaults), ...given }, settings: [], at: AT };
}

function edgeOf(from: DesignNode | undefined, to: DesignNode | undefined, group: number): DesignEdge {
  const [source, target] = [from && specNamed(from.type), to && specNamed(to.type)];
  const kind = source && target && edgeKind(source, target);
  if (!from || !to || !kind) throw new Error(`the arrow ${from?.id} -> ${to?.id} means nothing`);
  return { from: from.id, to: to.id, kind, policies: {}, settings: [], group, at: AT };
}

const FACTORS: Record<string, number> = {
  "": 1,
  "%": 0.01,
  "/s": 1,
  k: 1e3,
  M: 1e6,
  "k/s": 1e3,
  GB: 1e9,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
};

function written(text: string): ParameterValue {
  const [, count = "", unit = ""] = /^([\d.]+)([a-zA-Z%/]*)$/.exec(text) ?? [];
  const factor = FACTORS[unit];
  return count === "" || factor === undefined ? text : Number(count) * factor;
}
