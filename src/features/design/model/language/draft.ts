import { FaultList } from "./fault-list.ts";
import { parseStatements } from "./parse-statements.ts";
import { printStatement, rawLines, type Types } from "./print-statement.ts";
import { ownerOf } from "./resolve-settings.ts";
import { resolveTypes } from "./resolve-types.ts";
import { type Block, type Mention, mentionsOf, type Statement, type Step } from "./syntax.ts";

/** A text under change: only the statements in `changed` are written anew, all other lines stay as they are. */
export type Draft = { blocks: Block[]; types: Types; changed: Set<Block> };

export function openDraft(text: string): Draft {
  const blocks = parseStatements(text, new FaultList());
  return { blocks, types: resolveTypes(blocks), changed: new Set() };
}

export function textOf({ blocks, types, changed }: Draft): string {
  const lines = (block: Block) =>
    block.kind === "statement" && changed.has(block) ? printStatement(block, types) : rawLines(block);
  return blocks.flatMap(lines).join("\n");
}

/** Puts a statement after a block, or after all that is written. */
export function insertStatement({ blocks, changed }: Draft, mentions: Mention[][], after?: Block): void {
  const last = after ? blocks.indexOf(after) : blocks.findLastIndex(({ kind }) => kind !== "blank");
  const statement = newStatement(mentions.map((each) => newStep(each)));
  changed.add(statement);
  const before = blocks.slice(0, last + 1).findLast(({ kind }) => kind !== "comment");
  // An unfinished `a ->` would go on into the next line.
  const apart: Block[] = before?.kind === "statement" && before.broken ? [{ kind: "blank" }] : [];
  blocks.splice(last + 1, 0, ...apart, statement);
}

export function newStep(mentions: Mention[]): Step {
  return { mentions, onNewLine: false, commentsBefore: [], comment: "" };
}

function newStatement(steps: Step[]): Statement {
  return { kind: "statement", steps, raw: [], broken: false };
}

export function newMention(id: string): Mention {
  return { id, settings: [], at: { line: 0, column: 0, endColumn: 0 } };
}

/** Puts the pieces that a statement was cut into in its place; a piece that says nothing new is left out. */
export function replaceStatement(draft: Draft, statement: Statement, pieces: Step[][]): void {
  const written = pieces.filter((steps) => steps.length > 0).map((steps) => newStatement(withoutArrow(draft, steps)));
  const at = draft.blocks.indexOf(statement);
  draft.blocks.splice(at, 1, ...written);
  for (const piece of written) {
    if (saysNothingNew(draft, piece)) draft.blocks.splice(draft.blocks.indexOf(piece), 1);
    else draft.changed.add(piece);
  }
}

/** Leaves a statement out that only names what others name too. */
export function dropIfBare(draft: Draft, statement: Statement): void {
  if (saysNothingNew(draft, statement)) draft.blocks.splice(draft.blocks.indexOf(statement), 1);
}

function saysNothingNew({ blocks }: Draft, statement: Statement): boolean {
  const [step, ...more] = statement.steps;
  if (!step || more.length > 0 || statement.broken || step.comment || step.commentsBefore.length > 0) return false;
  const others = new Set(mentionsOf(blocks.filter((block) => block !== statement)).map(({ id }) => id));
  return step.mentions.every(({ id, type, settings }) => !type && settings.length === 0 && others.has(id));
}

/** Policies have no place where no arrow arrives any more. */
function withoutArrow({ types }: Draft, [first, ...more]: Step[]): Step[] {
  if (!first) return [];
  const mentions = first.mentions.map((mention) => nodeOnly(types, mention));
  return [{ ...first, mentions, onNewLine: false }, ...more];
}

export function nodeOnly(types: Types, mention: Mention): Mention {
  const spec = types.get(mention.id)?.spec;
  return { ...mention, settings: mention.settings.filter(({ key }) => !spec || ownerOf(spec, key) === "node") };
}
