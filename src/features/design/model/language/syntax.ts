import type { Place, Setting } from "../design.ts";

/** What is written, before names mean anything: blocks of lines, and chains of mentions within statements. */

/** `valueAt`: where the value alone stands. */
export type WrittenSetting = Setting & { valueAt: Place };

export type Mention = {
  id: string;
  type?: { name: string; at: Place };
  settings: WrittenSetting[];
  at: Place;
};

/** What one arrow leads to: one mention, or several that are called at once. */
export type Step = {
  mentions: Mention[];
  /** It begins a line of its own within the statement. */
  onNewLine: boolean;
  /** Whole lines of comment that stand before that line. */
  commentsBefore: string[];
  /** Comment at the end of the line; only the last step of a line has one. */
  comment: string;
};

export type Statement = {
  kind: "statement";
  steps: Step[];
  /** Its lines as they were written. */
  raw: string[];
  /** Something in it could not be read: `steps` hold what could. */
  broken: boolean;
};

export type Block = Statement | { kind: "comment"; raw: string } | { kind: "blank" };

export function statementsOf(blocks: readonly Block[]): Statement[] {
  return blocks.filter((block) => block.kind === "statement");
}

export function mentionsOf(blocks: readonly Block[]): Mention[] {
  return statementsOf(blocks).flatMap(({ steps }) => steps.flatMap(({ mentions }) => mentions));
}
