import type { DesignEdge, DesignNode } from "../../../../../src/features/design/model/design.ts";
import type { Point } from "./edge-path.ts";

/** Pixels at zoom 1; a node with a bar of its utilisation is taller. */
export const NODE_WIDTH = 190;
export const NODE_HEIGHT = 70;
export const BAR_HEIGHT = 18;

/** Where the request path runs to. */
export type Direction = "right" | "down";

export type PlacedNode = { node: DesignNode; x: number; y: number; height: number };
export type PlacedEdge = { edge: DesignEdge; label: string; points: Point[]; labelAt: Point };
/** Nodes stand in reading order: along the request path, across it where they stand beside each other. */
export type Layout = {
  direction: Direction;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
  width: number;
  height: number;
};
