import { atEnd, type Cursor, NAME, peek, placeFrom, skipSpace, take } from "./cursor.ts";
import type { FaultList } from "./fault-list.ts";
import type { WrittenSetting } from "./syntax.ts";

export type Opener = "[" | "{";
type Reading = { cursor: Cursor; faults: FaultList; opener: Opener; settings: WrittenSetting[] };

const CLOSER = { "[": "]", "{": "}" } as const;
const OPERATOR = /[<>]=?|=[<>]?|:/y;
const NEXT_SETTING = /[\p{L}_][\p{L}\p{N}_]*\s?[=<>]/uy;
const STOP = /->|[[\]{}]/y;

/** Reads a list of `key=value` behind its opening bracket, the closing one included. */
export function parseSettings(cursor: Cursor, opener: Opener, faults: FaultList): WrittenSetting[] {
  const openedAt = cursor.at - 1;
  const reading: Reading = { cursor, faults, opener, settings: [] };
  for (;;) {
    skipSpace(cursor);
    if (atEnd(cursor) || peek(cursor, /->|[[{]/y)) {
      const at = { line: cursor.line, column: openedAt + 1, endColumn: openedAt + 2 };
      faults.error(at, () => ({
        message: `\`${opener}\` is never closed.`,
        mend: `Close it with \`${CLOSER[opener]}\` on the same line.`,
      }));
      return reading.settings;
    }
    const closer = take(cursor, /[\]}]/y);
    if (closer) {
      if (closer !== CLOSER[opener])
        faults.error(placeFrom(cursor, cursor.at - 1), () => ({
          message: `\`${opener}\` is closed by \`${closer}\`.`,
          mend: `Write \`${CLOSER[opener]}\` here.`,
        }));
      return reading.settings;
    }
    readSetting(reading);
  }
}

function readSetting(reading: Reading): void {
  const { cursor, faults } = reading;
  const start = cursor.at;
  const comma = take(cursor, /,[\s,]*/y);
  if (comma) {
    faults.error(placeFrom(cursor, start), () => ({
      message: "Nothing stands before this comma.",
      mend: "Write `key=value` before it, or take it out.",
    }));
    return;
  }
  const key = take(cursor, NAME);
  if (key === undefined) {
    const text = take(cursor, /(?:(?!->)[^,[\]{}])+/y) ?? "";
    faults.error(placeFrom(cursor, start), () => ({
      message: `\`${shortened(text.trim())}\` is no \`key=value\`.`,
      mend: "Write a list such as `ttl=60s, coalesce=on`.",
    }));
    skipComma(cursor);
    return;
  }
  skipSpace(cursor);
  readValue(reading, key, start);
  skipComma(cursor);
}

function readValue({ cursor, faults, settings }: Reading, key: string, start: number): void {
  const written = take(cursor, OPERATOR);
  if (written === ":")
    faults.error(placeFrom(cursor, cursor.at - 1), () => ({
      message: `\`${key}\` and its value stand with \`:\` between them.`,
      mend: `Write \`=\`: \`${key}=…\`.`,
    }));
  skipSpace(cursor);
  const valueStart = cursor.at;
  const text = normalised(takeValue(cursor, faults));
  if (/^[=<>]/.test(text)) {
    faults.error(placeFrom(cursor, start), () => ({
      message: `\`${key}\` has more than one sign before its value.`,
      mend: `Write one of \`=\`, \`<\` and \`>\`: \`${key}=${shortened(text.replace(/^[=<> ]+/, ""))}\`.`,
    }));
    return;
  }
  if (written === undefined || text === "") {
    faults.error(placeFrom(cursor, start), () => ({
      message: `\`${key}\` has no value.`,
      mend: `Write \`${key}=${text && !text.includes("(") ? shortened(text) : "…"}\`.`,
    }));
    return;
  }
  const operator = written.includes("<") ? "<" : written.includes(">") ? ">" : "=";
  const [at, valueAt] = [placeFrom(cursor, start), placeFrom(cursor, valueStart)];
  settings.push({ key, text, operator, at, valueAt });
}

/** Up to a comma outside parentheses, a bracket, an arrow, or where the next `key=` begins because a comma was forgotten. */
function takeValue(cursor: Cursor, faults: FaultList): string {
  let depth = 0;
  let value = "";
  while (!atEnd(cursor) && peek(cursor, STOP) === undefined && (depth > 0 || cursor.text[cursor.at] !== ",")) {
    const space = peek(cursor, /\s+/y);
    if (space !== undefined) {
      const ahead = { ...cursor, at: cursor.at + space.length };
      if (atEnd(ahead) || peek(ahead, STOP) || (depth === 0 && cursor.text[ahead.at] === ",")) break;
      if (depth === 0 && value !== "" && peek(ahead, NEXT_SETTING)) {
        faults.error(placeFrom(ahead, cursor.at), () => ({
          message: "A comma is missing here.",
          mend: "Separate settings by commas: `ttl=60s, coalesce=on`.",
        }));
        break;
      }
      value += " ";
      cursor.at = ahead.at;
      continue;
    }
    const character = take(cursor, /[\s\S]/y) ?? "";
    if (character === "(") depth++;
    if (character === ")") depth = Math.max(0, depth - 1);
    value += character;
  }
  if (depth > 0)
    faults.error(placeFrom(cursor, cursor.at), () => ({
      message: "`(` is never closed.",
      mend: "Write `)` here: `time=lognormal(10ms, 0.5)`.",
    }));
  return value + ")".repeat(depth);
}

function skipComma(cursor: Cursor): void {
  take(cursor, /\s*,/y);
}

/** One way to space a value: `lognormal(10ms, 0.5)`. */
export function normalised(value: string): string {
  return value
    .trim()
    .replace(/\s+/g, " ")
    .replace(/ ?\( ?/g, "(")
    .replace(/ ?\)/g, ")")
    .replace(/ ?, ?/g, ", ")
    .trim();
}

export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
