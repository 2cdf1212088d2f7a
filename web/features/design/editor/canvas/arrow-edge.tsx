import { type Edge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import { memo } from "react";
import type { Point } from "./edge-path.ts";

type ArrowData = {
  /** Paths of the line and of its head. */
  way: string;
  head: string;
  stroke: "solid" | "dashed" | "dotted";
  label: string;
  labelAt: Point;
  current: boolean;
};
export type ArrowFlowEdge = Edge<ArrowData, "arrow">;

/** An arrow along the way that the layout found for it. */
export const ArrowEdge = memo(function ArrowEdge({ data }: EdgeProps<ArrowFlowEdge>) {
  if (!data) return null;
  const { way, head, stroke, label, labelAt, current } = data;
  return (
    <g className="design-edge" data-stroke={stroke} data-current={current || undefined}>
      <path d={way} className="design-edge-way" />
      <path d={head} className="design-edge-head" />
      {/* wider than it looks, for the pointer */}
      <path d={way} className="react-flow__edge-interaction" fill="none" strokeOpacity={0} strokeWidth={16} />
      {label !== "" && (
        // in a layer of its own, so that no other arrow strikes it through
        <EdgeLabelRenderer>
          <span
            className="design-edge-label"
            style={{ transform: `translate(-50%, -50%) translate(${labelAt.x}px, ${labelAt.y}px)` }}
          >
            {label}
          </span>
        </EdgeLabelRenderer>
      )}
    </g>
  );
});
