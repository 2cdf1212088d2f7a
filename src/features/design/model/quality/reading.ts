import type { World } from "../../../../shared/content/design/world.ts";
import type { DesignNode } from "../design.ts";
import { numberAt } from "./node-parameters.ts";

/** How many places of the index's order one place of a reranked order is worth. Proposed by us. */
const RERANKED = 4;

/**
 * Passages that a language model has read, counted in places of the index's order: as many as its prompt holds, each worth
 * four where a ranking model put the best first. All of them where the case does not say how long a passage is.
 */
export function passagesRead(
  world: World,
  writer: DesignNode,
  { found, ranked }: { found: number; ranked: "yes" | "no" },
): number {
  const { tokens } = world.traffic;
  if (!tokens?.passage) return found;
  const held = Math.floor((numberAt(writer, "prompt") ?? tokens.prompt) / tokens.passage);
  return Math.min(found, held * (ranked === "yes" ? RERANKED : 1));
}

/** Share of the quality that poisoned passages leave, a language model that fences off what it reads losing a quarter as much. */
export function poisonLeaves(writer: DesignNode, size: number): number {
  return 1 - size * (writer.parameters.guard === "on" ? 0.25 : 1);
}
