import type { Layout } from "./placed.ts";

type Size = { width: number; height: number };
export type View = { x: number; y: number; zoom: number };

export const ZOOM = { least: 0.2, most: 2 };
/** A small design is not blown up. */
const FITTED_MOST = 1.1;
const MARGIN = 8;
/** Kept free below for the legend and the buttons. */
export const STRIP = 44;

/** The view in which the whole drawing is seen, in the middle of a pane; in pixels. */
export function fittedView({ width, height }: Pick<Layout, "width" | "height">, pane: Size): View {
  const room = { width: pane.width - 2 * MARGIN, height: pane.height - STRIP - MARGIN };
  const zoom = Math.min(FITTED_MOST, room.width / (width || 1), room.height / (height || 1));
  const held = Math.max(ZOOM.least, zoom);
  return {
    x: (pane.width - width * held) / 2,
    y: MARGIN + Math.max(0, (room.height - height * held) / 2),
    zoom: held,
  };
}

type Box = { x: number; y: number; width: number; height: number };

/** The same zoom, moved as little as brings a box into the part of the pane that is seen; the view itself when it is there. */
export function viewWith(view: View, box: Box, seen: Size): View {
  const shift = (start: number, size: number, room: number) => {
    if (start < MARGIN) return MARGIN - start;
    return start + size > room - MARGIN ? Math.max(MARGIN - start, room - MARGIN - start - size) : 0;
  };
  const dx = shift(box.x * view.zoom + view.x, box.width * view.zoom, seen.width);
  const dy = shift(box.y * view.zoom + view.y, box.height * view.zoom, seen.height);
  return dx === 0 && dy === 0 ? view : { ...view, x: view.x + dx, y: view.y + dy };
}
