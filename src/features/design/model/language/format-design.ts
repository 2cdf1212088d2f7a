import { FaultList } from "./fault-list.ts";
import { parseStatements } from "./parse-statements.ts";
import { printStatement, rawLines, type Types } from "./print-statement.ts";
import { resolveTypes } from "./resolve-types.ts";
import type { Block } from "./syntax.ts";

/**
 * Canonical text: one way to space and to bracket, no more than one blank line on end. Comments, order and line breaks stay; a
 * statement that cannot be read stays as it is. Formatting twice changes nothing.
 */
export function formatDesign(text: string): string {
  const blocks = parseStatements(text, new FaultList());
  const types = resolveTypes(blocks);
  const lines = blocks.flatMap((block) => canonicalLines(block, types));
  const kept = lines.filter((line, index) => line !== "" || (lines[index - 1] ?? "") !== "");
  if (kept.at(-1) === "") kept.pop();
  return kept.length === 0 ? "" : `${kept.join("\n")}\n`;
}

function canonicalLines(block: Block, types: Types): string[] {
  if (block.kind === "statement" && !block.broken) return printStatement(block, types);
  return rawLines(block).map((line) => (block.kind === "comment" ? line.trim() : line.trimEnd()));
}
