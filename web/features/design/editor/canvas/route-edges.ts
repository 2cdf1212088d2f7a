import type { DesignEdge } from "../../../../../src/features/design/model/design.ts";
import type { Point } from "./edge-path.ts";
import { type Direction, NODE_WIDTH, type PlacedEdge, type PlacedNode } from "./placed.ts";

/** An edge with the places that the layout found for it between the nodes. */
export type Found = { edge: DesignEdge; label: string; between: Point[]; labelAt: Point };

/** So far an arrow runs straight out of a node and into one. */
const STRAIGHT = 14;
/** The part of a side where arrows dock. */
const DOCK = 0.8;

type Side = "front" | "back";
type End = { node: PlacedNode; side: Side; towards: number; port: Point };

/**
 * Where arrows leave and arrive: at the front of a node when they go along with the request path, at its back against
 * it; side by side in the order of what they lead to, so that they do not cross at the node.
 */
export function routeEdges(found: readonly Found[], nodes: readonly PlacedNode[], direction: Direction): PlacedEdge[] {
  const placed = new Map(nodes.map((each) => [each.node.id, each]));
  const docks = new Map<string, End[]>();
  const ends = found.flatMap(({ edge, label, between, labelAt }) => {
    const [from, to] = [placed.get(edge.from), placed.get(edge.to)];
    if (!from || !to) return [];
    const along = centreOf(to, direction).along >= centreOf(from, direction).along;
    const near = (point: Point | undefined, other: PlacedNode) =>
      point ? (direction === "right" ? point.y : point.x) : centreOf(other, direction).across;
    const exit = dock(docks, { node: from, side: along ? "front" : "back", towards: near(between[0], to) });
    const entry = dock(docks, { node: to, side: along ? "back" : "front", towards: near(between.at(-1), from) });
    return [{ edge, label, between, labelAt, exit, entry }];
  });
  for (const side of docks.values()) spread(side, direction);
  return ends.map(({ edge, label, between, labelAt, exit, entry }) => ({
    edge,
    label,
    labelAt,
    points: [exit.port, outOf(exit, direction), ...between, outOf(entry, direction), entry.port],
  }));
}

function centreOf({ x, y, height }: PlacedNode, direction: Direction): { along: number; across: number } {
  const [cx, cy] = [x + NODE_WIDTH / 2, y + height / 2];
  return direction === "right" ? { along: cx, across: cy } : { along: cy, across: cx };
}

function dock(docks: Map<string, End[]>, end: Omit<End, "port">): End {
  const key = `${end.node.node.id} ${end.side}`;
  const made = { ...end, port: { x: 0, y: 0 } };
  docks.set(key, [...(docks.get(key) ?? []), made]);
  return made;
}

function spread(side: End[], direction: Direction): void {
  side.sort((a, b) => a.towards - b.towards);
  side.forEach((end, index) => {
    const { x, y, height } = end.node;
    const share = (1 - DOCK) / 2 + (DOCK * (index + 1)) / (side.length + 1);
    end.port =
      direction === "right"
        ? { x: end.side === "front" ? x + NODE_WIDTH : x, y: y + height * share }
        : { x: x + NODE_WIDTH * share, y: end.side === "front" ? y + height : y };
  });
}

function outOf({ port, side }: End, direction: Direction): Point {
  const step = side === "front" ? STRAIGHT : -STRAIGHT;
  return direction === "right" ? { x: port.x + step, y: port.y } : { x: port.x, y: port.y + step };
}
