import { z } from "zod";
import { Tool } from "../../shared/content/tool.ts";
import type { ListedTool } from "../../shared/content/tool-bank.ts";
import { TOOL_KIND_IDS } from "../../shared/content/tool-kinds.ts";

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

/** The whole directory, to be searched where it is shown. */
export const DirectoryOfTools = z.object({
  tools: z.array(z.object({ ...Tool.shape, kind: z.enum(TOOL_KIND_IDS) })),
  /** Titles of the skills that questions about tools are about, by id. */
  skills: z.record(z.string(), z.string()),
});
export type DirectoryOfTools = { tools: readonly FoundTool[]; skills: Record<string, string> };

/** Tools that interviews ask about where they ask about some skills. */
export const AskedTools = z.object({ tools: z.array(z.object({ id: z.string(), name: z.string(), use: z.string() })) });
export type AskedTools = z.infer<typeof AskedTools>;
