import { type RefObject, useEffect, useRef, useState } from "react";
import { focusNode } from "./canvas/use-canvas-keys.ts";
import { type Choice, chosenNode } from "./choice.ts";
import type { ReadDesign } from "./use-design.ts";

/** What is chosen. When it goes, by undo say, its neighbour is chosen, and has the focus where that was on what went. */
export function useChoice({ layout }: ReadDesign, canvas: RefObject<HTMLElement | null>) {
  const [choice, choose] = useState<Choice>();
  const place = useRef(-1);
  const id = chosenNode(choice);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen before it is drawn has not gone
  useEffect(() => {
    const isDrawn = layout.nodes.some(({ node }) => node.id === id);
    if (isDrawn || id === "" || place.current < 0) return;
    const heir = layout.nodes[Math.min(place.current, layout.nodes.length - 1)]?.node.id;
    choose(heir === undefined ? undefined : { node: heir });
    requestAnimationFrame(() => {
      if (heir !== undefined && document.activeElement === document.body) focusNode(canvas.current, heir);
    });
  }, [layout]);
  useEffect(() => {
    place.current = layout.nodes.findIndex(({ node }) => node.id === id);
  }, [layout, id]);
  return { choice, choose };
}
