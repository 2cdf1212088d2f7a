import { useReactFlow, useStore } from "@xyflow/react";
import { useEffect } from "react";
import { type Layout, NODE_WIDTH } from "./placed.ts";
import { fittedView, viewWith } from "./view-of.ts";

type Props = {
  layout: Layout;
  /** The user moved the view: theirs it is. */
  moved: boolean;
  /** Id of the chosen component, "" for none. */
  chosen: string;
  inspecting: boolean;
  /** Pixels of the canvas that lie under something else. */
  covered: () => number;
};

/** The whole design stays in view while it grows, until the user moves the view; what is chosen always does. */
export function KeepInView({ layout, moved, chosen, inspecting, covered }: Props) {
  const { setViewport, getViewport } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  // biome-ignore lint/correctness/useExhaustiveDependencies: fits anew when one of these sizes changes, not with every layout
  useEffect(() => {
    if (width > 0 && !moved) void setViewport(fittedView(layout, { width, height }));
  }, [moved, width, height, layout.width, layout.height, layout.direction]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the choice; what is under something is asked at that time
  useEffect(() => {
    const placed = layout.nodes.find(({ node }) => node.id === chosen);
    if (!placed || width === 0) return;
    const view = getViewport();
    const box = { x: placed.x, y: placed.y, width: NODE_WIDTH, height: placed.height };
    const next = viewWith(view, box, { width, height: height - covered() });
    if (next !== view) void setViewport(next);
  }, [chosen, inspecting, layout, covered]);
  return null;
}
