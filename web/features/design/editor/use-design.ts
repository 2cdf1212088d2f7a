import { type RefObject, useDeferredValue, useEffect, useMemo, useState } from "react";
import { faultsOf } from "../../../../src/features/design/model/check/faults-of.ts";
import type { Design, DesignFault } from "../../../../src/features/design/model/design.ts";
import { parseDesign } from "../../../../src/features/design/model/language/parse-design.ts";
import { betterDirection, layoutDesign } from "./canvas/layout.ts";
import type { Direction, Layout } from "./canvas/placed.ts";

export type World = Parameters<typeof faultsOf>[1];

export type ReadDesign = {
  design: Design;
  faults: DesignFault[];
  layout: Layout;
  turn: () => void;
};

type Source = {
  text: string;
  world: World;
  load: Record<string, number> | undefined;
  canvas: RefObject<HTMLElement | null>;
};

/** What the text means: the design, its faults, its drawing. Typing comes before it. */
export function useReadDesign({ text, world, load, canvas }: Source): ReadDesign {
  const settled = useDeferredValue(text);
  const design = useMemo(() => parseDesign(settled).design, [settled]);
  // nothing is wrong yet where nothing was begun
  const faults = useMemo(() => (settled.trim() === "" ? [] : faultsOf(settled, world)), [settled, world]);
  const [direction, setDirection] = useState<Direction>();
  useEffect(() => {
    // once there is something to see, and then only when asked: a drawing that turns by itself is hard to follow
    if (direction === undefined && design.nodes.length > 1)
      setDirection(betterDirection(design, roomFor(canvas.current)));
  }, [direction, design, canvas]);
  const layout = useMemo(
    () => layoutDesign(design, { direction: direction ?? "right", load }),
    [design, direction, load],
  );
  const turn = () => setDirection(layout.direction === "right" ? "down" : "right");
  return { design, faults, layout, turn };
}

/** The size of the canvas; of the window while the canvas is behind a tab. */
function roomFor(canvas: HTMLElement | null): { width: number; height: number } {
  const { clientWidth: width = 0, clientHeight: height = 0 } = canvas ?? {};
  return width > 0 ? { width, height } : { width: window.innerWidth, height: window.innerHeight };
}
