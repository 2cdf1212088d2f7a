import { NODE_WIDTH, type PlacedNode } from "./placed.ts";

export type Arrow = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

/** Sideways distance counts twice: an arrow key goes where it points. */
const ASIDE = 2;

/** The node that an arrow key leads to: the nearest one in that direction, or none. */
export function neighbourOf(nodes: readonly PlacedNode[], id: string, arrow: Arrow): string | undefined {
  const from = nodes.find(({ node }) => node.id === id);
  if (!from) return nodes[0]?.node.id;
  let nearest: { id: string; distance: number } | undefined;
  for (const to of nodes) {
    const { along, aside } = offset(from, to, arrow);
    if (to === from || along <= 0 || aside > along * 4) continue;
    const distance = along + ASIDE * aside;
    if (!nearest || distance < nearest.distance) nearest = { id: to.node.id, distance };
  }
  return nearest?.id;
}

function offset(from: PlacedNode, to: PlacedNode, arrow: Arrow): { along: number; aside: number } {
  const dx = to.x + NODE_WIDTH / 2 - (from.x + NODE_WIDTH / 2);
  const dy = to.y + to.height / 2 - (from.y + from.height / 2);
  switch (arrow) {
    case "ArrowLeft":
      return { along: -dx, aside: Math.abs(dy) };
    case "ArrowRight":
      return { along: dx, aside: Math.abs(dy) };
    case "ArrowUp":
      return { along: -dy, aside: Math.abs(dx) };
    case "ArrowDown":
      return { along: dy, aside: Math.abs(dx) };
  }
}
