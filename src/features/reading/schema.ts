import type { ListedTool } from "../../shared/content/tool-bank.ts";

/** A tool as the directory shows it. */
export type FoundTool = ListedTool;

export type ToolFilter = {
  kind?: string;
  terms?: string;
  /** The language that it is used from, in any case. */
  language?: string;
  /** Only those with a question that interviews ask. */
  interviewsOnly?: boolean;
};
