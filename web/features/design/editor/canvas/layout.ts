import { Graph, layout as runDagre } from "@dagrejs/dagre";
import { specOf } from "../../../../../src/features/design/model/components/catalogue.ts";
import type { Design, DesignEdge, DesignNode } from "../../../../../src/features/design/model/design.ts";
import type { Point } from "./edge-path.ts";
import { edgeLabel } from "./node-words.ts";
import { BAR_HEIGHT, type Direction, type Layout, NODE_HEIGHT, NODE_WIDTH, type PlacedNode } from "./placed.ts";
import { type Found, routeEdges } from "./route-edges.ts";

const LETTER = 6.2;
const LABEL_HEIGHT = 16;
const MARGIN = 12;
/** What waits for an answer is drawn straight before what does not. */
const WEIGHT: Partial<Record<DesignEdge["kind"], number>> = { call: 6, publish: 3, deliver: 3 };

type Options = { direction: Direction; load?: Record<string, number> | undefined };

/** Places a design by dagre; the same design always lies the same. */
export function layoutDesign(design: Design, { direction, load }: Options): Layout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: direction === "right" ? "LR" : "TB",
    nodesep: direction === "right" ? 18 : 20,
    ranksep: direction === "right" ? 52 : 40,
    edgesep: 16,
    marginx: MARGIN,
    marginy: MARGIN,
  });
  const types = new Map(design.nodes.map(({ id, type }) => [id, type]));
  for (const { id } of design.nodes) graph.setNode(id, { width: NODE_WIDTH, height: heightOf(id, load) });
  const drawn = design.edges
    .filter(({ from, to }) => from !== to && types.has(from) && types.has(to))
    .map((edge) => ({ edge, label: edgeLabel(edge, design), turned: feedsThePath(edge, types) }));
  drawn.forEach(({ edge: { from, to, kind }, label, turned }, index) => {
    const size = label === "" ? { width: 0, height: 0 } : { width: label.length * LETTER + 8, height: LABEL_HEIGHT };
    const [first, second] = turned ? [to, from] : [from, to];
    graph.setEdge(first, second, { ...size, labelpos: "c", weight: WEIGHT[kind] ?? 1 }, String(index));
  });
  runDagre(graph);
  const nodes = design.nodes.map((node) => placeNode(node, graph.node(node.id) as Box));
  const found = drawn.map(({ edge, label, turned }, index): Found => {
    const [first, second] = turned ? [edge.to, edge.from] : [edge.from, edge.to];
    const { points, x, y } = graph.edge(first, second, String(index)) as Way;
    const between = points.slice(1, -1);
    const middle = between[Math.floor(between.length / 2)] ?? { x: 0, y: 0 };
    const labelAt = { x: x ?? middle.x, y: y ?? middle.y };
    return { edge, label, between: turned ? between.reverse() : between, labelAt };
  });
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    direction,
    nodes: nodes.sort(inReadingOrder(direction)),
    edges: routeEdges(found, nodes, direction),
    width: Number.isFinite(width) ? width : 0,
    height: Number.isFinite(height) ? height : 0,
  };
}

type Box = { x: number; y: number; height: number };
type Way = { points: Point[]; x?: number; y?: number };

/**
 * Whether an arrow brings data or a model up into the request path. It is placed as if turned around, so that the path
 * stays together and what feeds it stands behind it.
 */
function feedsThePath({ from, to, kind }: DesignEdge, types: ReadonlyMap<string, DesignNode["type"]>): boolean {
  if (kind !== "write" && kind !== "deploy" && kind !== "watch" && kind !== "trigger") return false;
  const isPath = (id: string) => {
    const type = types.get(id);
    return type !== undefined && /^(path|store)$/.test(specOf(type).role);
  };
  return isPath(to) && !isPath(from);
}

const heightOf = (id: string, load: Options["load"]) =>
  load?.[id] === undefined ? NODE_HEIGHT : NODE_HEIGHT + BAR_HEIGHT;

const placeNode = (node: DesignNode, { x, y, height }: Box): PlacedNode => ({
  node,
  x: x - NODE_WIDTH / 2,
  y: y - height / 2,
  height,
});

const inReadingOrder = (direction: Direction) => (a: PlacedNode, b: PlacedNode) => {
  const [first, second] = [a.y + a.height / 2, b.y + b.height / 2];
  return direction === "right" ? a.x - b.x || first - second : first - second || a.x - b.x;
};

/** The direction in which a design is drawn larger in a pane of this size. */
export function betterDirection(design: Design, pane: { width: number; height: number }): Direction {
  const zoom = (direction: Direction) => {
    const { width, height } = layoutDesign(design, { direction });
    return Math.min(1, pane.width / (width || 1), pane.height / (height || 1));
  };
  return zoom("down") > zoom("right") ? "down" : "right";
}
