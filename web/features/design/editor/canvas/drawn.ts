import { type NodeHandle, Position } from "@xyflow/react";
import { specOf } from "../../../../../src/features/design/model/components/catalogue.ts";
import type { DesignFault, DesignNode } from "../../../../../src/features/design/model/design.ts";
import { percent } from "../../../../ui/figures.ts";
import type { Choice } from "../choice.ts";
import type { ArrowFlowEdge } from "./arrow-edge.tsx";
import type { ComponentFlowNode } from "./component-node.tsx";
import { arrowHead, smoothPath } from "./edge-path.ts";
import { replicasOf, strokeOf, tellingLine } from "./node-words.ts";
import { type Layout, NODE_WIDTH } from "./placed.ts";

type State = {
  faults: readonly DesignFault[];
  load: Record<string, number> | undefined;
  choice: Choice | undefined;
};

/** The placed components as React Flow takes them: what is shown and no more, so that it stays the same when it looks the same. */
export function drawnNodes(layout: Layout, { faults, load, choice }: State): ComponentFlowNode[] {
  return layout.nodes.map(({ node, x, y, height }) => {
    const own = faults.filter((fault) => fault.node === node.id);
    const fault = own.some(({ severity }) => severity === "error") ? "error" : own[0]?.severity;
    const busy = load?.[node.id];
    return {
      id: node.id,
      type: "component",
      position: { x, y },
      width: NODE_WIDTH,
      height,
      // known beforehand: an arrow need not wait until its ends were measured
      measured: { width: NODE_WIDTH, height },
      handles: handlesOf(layout.direction, height),
      ariaLabel: spoken(node, { layout, busy, said: own[0]?.message }),
      ariaRole: "button",
      data: {
        type: node.type,
        copies: replicasOf(node),
        telling: tellingLine(node),
        direction: layout.direction,
        load: busy,
        fault,
        current: choice !== undefined && "node" in choice && choice.node === node.id,
      },
    };
  });
}

/** Where arrows are taken hold of: in the middle of the side that they arrive at, and of the one that they leave. */
function handlesOf(direction: Layout["direction"], height: number): NodeHandle[] {
  const [across, down] = [NODE_WIDTH / 2, height / 2];
  return direction === "right"
    ? [
        { type: "target", position: Position.Left, x: 0, y: down },
        { type: "source", position: Position.Right, x: NODE_WIDTH, y: down },
      ]
    : [
        { type: "target", position: Position.Top, x: across, y: 0 },
        { type: "source", position: Position.Bottom, x: across, y: height },
      ];
}

type Told = { layout: Layout; busy: number | undefined; said: string | undefined };

/** A component for those who hear the canvas. */
function spoken(node: DesignNode, { layout, busy, said }: Told): string {
  const targets = layout.edges.filter(({ edge }) => edge.from === node.id).map(({ edge }) => edge.to);
  return [
    `${node.id}, ${specOf(node.type).title} ${replicasOf(node)}`.trim(),
    tellingLine(node).replaceAll(" ·", ","),
    busy === undefined ? "" : `utilisation ${percent(busy)}`,
    targets.length === 0 ? "leads nowhere" : `leads to ${targets.join(", ")}`,
    said ?? "",
  ]
    .filter((part) => part !== "")
    .join("; ");
}

export function drawnEdges(layout: Layout, choice: Choice | undefined): ArrowFlowEdge[] {
  return layout.edges.map(({ edge, points, label, labelAt }) => ({
    id: `${edge.from} ${edge.to}`,
    type: "arrow",
    source: edge.from,
    target: edge.to,
    data: {
      way: smoothPath(points),
      head: arrowHead(points),
      stroke: strokeOf[edge.kind],
      label,
      labelAt,
      current: isChosen(edge, choice),
    },
  }));
}

function isChosen({ from, to }: { from: string; to: string }, choice: Choice | undefined): boolean {
  if (!choice) return false;
  // the arrows of a chosen component stand out with it
  return "node" in choice ? choice.node === from || choice.node === to : choice.from === from && choice.to === to;
}
