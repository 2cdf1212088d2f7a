import type { Place } from "../design.ts";

/** A place in one line of text that is being read; `at` counts UTF-16 units from 0. */
export type Cursor = { readonly text: string; readonly line: number; at: number };

/** A name of a node, a type or a setting. */
export const NAME = /[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*/uy;

/** What a sticky pattern reads here, or undefined; the cursor moves behind it. */
export function take(cursor: Cursor, pattern: RegExp): string | undefined {
  const found = peek(cursor, pattern);
  if (found !== undefined) cursor.at += found.length;
  return found;
}

export function peek(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  return pattern.exec(cursor.text)?.[0];
}

export function skipSpace(cursor: Cursor): void {
  take(cursor, /\s*/y);
}

export function atEnd(cursor: Cursor): boolean {
  return cursor.at >= cursor.text.length;
}

/** From `start` to where the cursor is; at least one column wide, so that it can be seen. */
export function placeFrom(cursor: Cursor, start: number): Place {
  return { line: cursor.line, column: start + 1, endColumn: Math.max(cursor.at, start + 1) + 1 };
}
