import { atEnd, type Cursor, NAME, peek, placeFrom, skipSpace, take } from "./cursor.ts";
import type { FaultList } from "./fault-list.ts";
import { type Opener, parseSettings, shortened } from "./parse-settings.ts";
import type { Mention, Step } from "./syntax.ts";

const JUNK = /(?:(?!->)[^\s&()[\]{}:→])+/y;

/** Whether a word can be the name of a node. */
export function isName(word: string): boolean {
  NAME.lastIndex = 0;
  return NAME.exec(word)?.[0] === word;
}

/** Reads one mention, or several with `&` between them, in parentheses or not; always moves on. */
export function parseStep(cursor: Cursor, faults: FaultList): Step {
  const step: Step = { mentions: [], onNewLine: false, commentsBefore: [], comment: "" };
  const start = cursor.at;
  const inParentheses = take(cursor, /\(/y) !== undefined;
  for (;;) {
    skipSpace(cursor);
    const mention = parseMention(cursor, faults);
    if (mention) step.mentions.push(mention);
    skipSpace(cursor);
    if (!take(cursor, /&/y)) break;
    const behind = cursor.at;
    skipSpace(cursor);
    if (atEnd(cursor) || peek(cursor, /->|→|[&)]/y))
      faults.error({ line: cursor.line, column: behind, endColumn: behind + 1 }, () => ({
        message: "No component stands after `&`.",
        mend: "Write what is called at the same time: `a -> b & c`.",
      }));
  }
  if (inParentheses && !take(cursor, /\)/y))
    faults.error({ line: cursor.line, column: start + 1, endColumn: start + 2 }, () => ({
      message: "`(` is never closed.",
      mend: "Close it with `)` on the same line, or leave it out: `a -> b & c`.",
    }));
  return step;
}

function parseMention(cursor: Cursor, faults: FaultList): Mention | undefined {
  const start = cursor.at;
  const id = take(cursor, NAME);
  if (id === undefined) {
    skipJunk(cursor, faults);
    return undefined;
  }
  const mention: Mention = { id, settings: [], at: placeFrom(cursor, start) };
  parseType(cursor, mention, faults);
  for (;;) {
    const before = cursor.at;
    skipSpace(cursor);
    const opener = take(cursor, /[[{]/y);
    if (!opener) {
      cursor.at = before;
      return mention;
    }
    mention.settings.push(...parseSettings(cursor, opener as Opener, faults));
  }
}

function parseType(cursor: Cursor, mention: Mention, faults: FaultList): void {
  if (!take(cursor, /\s*:\s*/y)) return;
  const start = cursor.at;
  const name = take(cursor, NAME);
  if (name === undefined)
    faults.error(placeFrom(cursor, Math.max(0, start - 1)), () => ({
      message: `No component type stands after \`${mention.id}:\`.`,
      mend: `Write what it is: \`${mention.id}:service\`.`,
    }));
  else mention.type = { name, at: placeFrom(cursor, start) };
}

function skipJunk(cursor: Cursor, faults: FaultList): void {
  const start = cursor.at;
  if (atEnd(cursor) || peek(cursor, /->|→|&/y)) {
    if (peek(cursor, /&/y))
      faults.error(placeFrom(cursor, start), () => ({
        message: "No component stands before `&`.",
        mend: "Write what is called at the same time: `a -> b & c`.",
      }));
    return;
  }
  const opener = take(cursor, /[[{]/y);
  if (opener) {
    faults.error(placeFrom(cursor, start), () => ({
      message: `\`${opener}\` stands here without a component before it.`,
      mend: "Write the component that it is about: `cache{ttl=60s}`.",
    }));
    parseSettings(cursor, opener as Opener, faults);
    return;
  }
  const junk = take(cursor, JUNK) ?? take(cursor, /[\s\S]/y) ?? "";
  faults.error(placeFrom(cursor, start), () => ({
    message: `\`${shortened(junk)}\` cannot be read here.`,
    mend: /^\d/.test(junk)
      ? "A name begins with a letter: `cache2`, not `2cache`."
      : "Write names of components with arrows between them: `gateway -> cache -> app`.",
  }));
}
