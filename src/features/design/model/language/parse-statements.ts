import type { Place } from "../design.ts";
import { atEnd, type Cursor, peek, placeFrom, skipSpace, take } from "./cursor.ts";
import type { FaultList } from "./fault-list.ts";
import { parseStep } from "./parse-step.ts";
import type { Block, Statement } from "./syntax.ts";

const ARROW = /->|→/y;
/** What people write for an arrow. */
const NO_ARROW = /<?[-=–—]{1,10}>{1,10}|<[-=–—]{1,10}|[-–—]{1,10}\s?>|[>–—-]+/y;

/**
 * A statement that lines may still be added to. `held`: comment lines that belong to it only if another line does;
 * `comments`: those before its next step.
 */
type Open = { statement: Statement; arrow: Place | undefined; held: string[]; comments: string[] };

/** Reads any text into blocks; what is wrong goes to `faults`. */
export function parseStatements(text: string, faults: FaultList): Block[] {
  const blocks: Block[] = [];
  let open: Open | undefined;
  const close = () => {
    if (open) closeStatement(open, blocks, faults);
    open = undefined;
  };
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const hash = raw.indexOf("#");
    const code = hash < 0 ? raw : raw.slice(0, hash);
    const comment = hash < 0 ? "" : raw.slice(hash).trimEnd();
    if (code.trim() === "") {
      if (comment && open) open.held.push(raw);
      else if (comment) blocks.push({ kind: "comment", raw });
      else {
        close();
        blocks.push({ kind: "blank" });
      }
      return;
    }
    const cursor = { text: code, line: index + 1, at: 0 };
    skipSpace(cursor);
    if (open && !open.arrow && !peek(cursor, ARROW)) close();
    open ??= newStatement();
    readLine(open, { cursor, raw, comment }, faults);
  });
  close();
  return blocks;
}

function newStatement(): Open {
  const statement: Statement = { kind: "statement", steps: [], raw: [], broken: false };
  return { statement, arrow: undefined, held: [], comments: [] };
}

function closeStatement({ statement, arrow, held }: Open, blocks: Block[], faults: FaultList): void {
  if (arrow) {
    statement.broken = true;
    faults.error(arrow, () => ({
      message: "This arrow leads nowhere.",
      mend: "Write the component that it leads to, here or at the start of the next line.",
    }));
  }
  blocks.push(statement, ...held.map((raw) => ({ kind: "comment", raw }) as const));
}

function readLine(open: Open, line: { cursor: Cursor; raw: string; comment: string }, faults: FaultList): void {
  const { statement } = open;
  const { cursor } = line;
  const before = statement.steps.length;
  const faultsBefore = faults.count;
  readChain(open, cursor, faults);
  if (faults.count > faultsBefore) statement.broken = true;
  statement.raw.push(...open.held, line.raw);
  open.comments.push(...open.held.map((raw) => raw.trim()));
  open.held = [];
  const first = statement.steps[before];
  if (first) {
    first.onNewLine = before > 0;
    first.commentsBefore = open.comments;
    open.comments = [];
  }
  const last = statement.steps.at(-1);
  // A line can bring no step: an arrow alone, or nothing that could be read.
  if (last && line.comment) last.comment = last.comment ? `${last.comment} ${line.comment}` : line.comment;
}

function readChain(open: Open, cursor: Cursor, faults: FaultList): void {
  const { steps } = open.statement;
  let unread = false;
  for (skipSpace(cursor); !atEnd(cursor); skipSpace(cursor)) {
    const start = cursor.at;
    const arrow = take(cursor, ARROW);
    if (arrow) {
      const at = placeFrom(cursor, start);
      if (steps.length === 0 || open.arrow) faults.error(at, () => emptyArrow(open.arrow ? "arrow" : "start"));
      open.arrow = at;
      unread = false;
      continue;
    }
    const misspelt = take(cursor, NO_ARROW);
    if (misspelt) {
      const at = placeFrom(cursor, start);
      faults.error(at, () => ({
        message: `\`${misspelt.slice(0, 10)}\` is no arrow.`,
        mend: "Write `->`, from left to right.",
      }));
      if (steps.length > 0) open.arrow ??= at;
      continue;
    }
    const step = parseStep(cursor, faults);
    unread = step.mentions.length === 0;
    if (unread) continue;
    if (steps.length > 0 && !open.arrow) {
      const [from, to] = [steps.at(-1)?.mentions.at(-1)?.id, step.mentions[0]?.id];
      faults.error(placeFrom(cursor, start), () => ({
        message: `There is no arrow between \`${from}\` and \`${to}\`.`,
        mend: `Write \`${from} -> ${to}\`, or put \`${to}\` on a line of its own.`,
      }));
    }
    steps.push(step);
    open.arrow = undefined;
  }
  // What the last arrow leads to was told of.
  if (unread) open.arrow = undefined;
}

function emptyArrow(after: "arrow" | "start"): { message: string; mend: string } {
  return after === "start"
    ? {
        message: "Nothing stands before this arrow.",
        mend: "Write the component that it comes from: `gateway -> app`.",
      }
    : {
        message: "Two arrows stand with no component between them.",
        mend: "Write a component between them, or take one out.",
      };
}
