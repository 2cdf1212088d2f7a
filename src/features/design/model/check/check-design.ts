import type { World } from "../../../../shared/content/design/world.ts";
import type { Design, DesignFault } from "../design.ts";
import { sortedFaults } from "../language/fault-list.ts";
import { checkArrows } from "./check-arrows.ts";
import { checkNodes } from "./check-nodes.ts";
import { checkRoles } from "./check-roles.ts";
import { checkShape } from "./check-shape.ts";
import { checkTask } from "./check-task.ts";
import { graphOf } from "./graph.ts";

/** What is wrong with a design that is well written; with a world also whether it can do what the case asks for. */
export function checkDesign(design: Design, world?: World): DesignFault[] {
  const graph = graphOf(design);
  return sortedFaults([
    ...checkShape(graph),
    ...checkParts(design),
    ...checkRoles(graph),
    ...(world ? checkTask(graph, world) : []),
  ]);
}

/** The part that can be said of a design of which something could not be read. */
export function checkParts(design: Design): DesignFault[] {
  const graph = graphOf(design);
  return [...checkNodes(graph), ...checkArrows(graph)];
}
