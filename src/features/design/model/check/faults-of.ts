import type { World } from "../../../../shared/content/design/world.ts";
import type { Design, DesignFault } from "../design.ts";
import { sortedFaults } from "../language/fault-list.ts";
import { readDesign } from "../language/parse-design.ts";
import { checkDesign, checkParts } from "./check-design.ts";

/**
 * Everything wrong with the text of a design, in the order of reading: how it is written, and what it says. While a part of it
 * cannot be read nothing is said of what seems to be missing.
 */
export function faultsOf(text: string, world?: World): DesignFault[] {
  const { design, faults, unknown, drawn } = readDesign(text);
  if (drawn === "whole") return sortedFaults([...faults, ...checkDesign(design, world)]);
  const known: Design = {
    nodes: design.nodes.filter(({ id }) => !unknown.has(id)),
    edges: design.edges.filter(({ from, to }) => !unknown.has(from) && !unknown.has(to)),
  };
  return sortedFaults([...faults, ...checkParts(known)]);
}
