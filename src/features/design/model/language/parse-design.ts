import type { Design, DesignFault } from "../design.ts";
import { FaultList, sortedFaults } from "./fault-list.ts";
import { parseStatements } from "./parse-statements.ts";
import { resolveDesign } from "./resolve-design.ts";

type Read = {
  design: Design;
  faults: DesignFault[];
  /** Nodes whose type is a guess. */
  unknown: ReadonlySet<string>;
  /** "part": something that was drawn is not in the design, so that what seems to be missing may be there. */
  drawn: "whole" | "part";
};

/**
 * Reads the arrow language. Never throws; a design with faults is as complete as can be: what could not be read is left out,
 * a value at fault stands at its default, a component that is not known is taken for the nearest one.
 */
export function parseDesign(text: string): { design: Design; faults: DesignFault[] } {
  const { design, faults } = readDesign(text);
  return { design, faults };
}

/** The same, with what a check has to know of the faults. */
export function readDesign(text: string): Read {
  const faults = new FaultList();
  const blocks = parseStatements(text, faults);
  const syntaxFaults = faults.count;
  const { design, unknown, refused } = resolveDesign(blocks, faults);
  const drawn = syntaxFaults + unknown.size + refused > 0 ? "part" : "whole";
  return { design, faults: sortedFaults(faults.found), unknown, drawn };
}
