import type { ComponentSpec } from "../components/spec.ts";
import { ownerOf } from "./resolve-settings.ts";
import type { TypedNode } from "./resolve-types.ts";
import type { Block, Mention, Statement, Step } from "./syntax.ts";

export type Types = ReadonlyMap<string, TypedNode>;

/** Canonical lines of a statement: node parameters in `{}`, then policies in `[]`; line breaks stay where they were, before an arrow. */
export function printStatement(statement: Statement, types: Types): string[] {
  const lines: string[] = [];
  let line = "";
  let comment = "";
  statement.steps.forEach((step, index) => {
    const written = printStep(step, types);
    if (index === 0) {
      lines.push(...step.commentsBefore);
      line = written;
    } else if (step.onNewLine || comment) {
      lines.push(withComment(line, comment), ...step.commentsBefore.map((each) => `  ${each}`));
      line = `  -> ${written}`;
    } else line += ` -> ${written}`;
    comment = step.comment;
  });
  return [...lines, withComment(line, comment)];
}

/** A block as it was written; edits leave untouched what they do not change. */
export function rawLines(block: Block): string[] {
  if (block.kind === "blank") return [""];
  return block.kind === "comment" ? [block.raw] : block.raw;
}

function withComment(line: string, comment: string): string {
  return comment ? `${line}  ${comment}` : line;
}

function printStep({ mentions }: Step, types: Types): string {
  return mentions.map((mention) => printMention(mention, types.get(mention.id)?.spec)).join(" & ");
}

function printMention({ id, type, settings }: Mention, spec: ComponentSpec | undefined): string {
  const list = (owner: "node" | "policy") =>
    settings
      .filter(({ key }) => (spec ? ownerOf(spec, key) : "node") === owner)
      .map(
        ({ key, operator, text }) => `${key === "default" && owner === "policy" ? "fallback" : key}${operator}${text}`,
      )
      .join(", ");
  const [parameters, policies] = [list("node"), list("policy")];
  return `${id}${type ? `:${type.name}` : ""}${parameters && `{${parameters}}`}${policies && `[${policies}]`}`;
}
