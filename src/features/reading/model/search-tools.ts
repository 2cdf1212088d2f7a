import { TOOL_KINDS } from "../../../shared/content/tool-kinds.ts";
import type { FoundTool, ToolFilter } from "../schema.ts";

/** How much a word found in a field counts; its beginning counts more than its middle. */
const WORTH = { name: 8, also: 6, id: 5, kind: 3, language: 2, use: 2, maker: 1 };
const WHOLE = 2;
const INSIDE = 0.4;
const NO_LONGER_DEVELOPED = 0.7;
const IN_INTERVIEWS = 1.1;

export type Searched = {
  tool: FoundTool;
  fields: readonly { worth: number; text: string; words: readonly string[] }[];
};

/** What is looked through, made once for all searches. */
export function searchable(tools: readonly FoundTool[]): Searched[] {
  return tools.map((tool) => {
    const field = (worth: number, text: string) => {
      const plain = text.toLowerCase();
      return { worth, text: plain, words: wordsOf(plain) };
    };
    const fields = [
      field(WORTH.name, tool.name),
      ...(tool.also ?? []).map((name) => field(WORTH.also, name)),
      field(WORTH.id, tool.id),
      ...(tool.package ? [field(WORTH.also, tool.package.replace(/^\w+:/, ""))] : []),
      field(WORTH.kind, TOOL_KINDS[tool.kind]),
      field(WORTH.language, tool.languages.join(" ")),
      field(WORTH.use, tool.use),
      field(WORTH.maker, tool.maker),
    ];
    return { tool, fields };
  });
}

/** Tools in which every word of `text` is found, the nearest first; all that pass the filter where there is no word. */
export function searchTools(all: readonly Searched[], text: string, filter: ToolFilter): FoundTool[] {
  const plain = text.toLowerCase().trim();
  const asked = wordsOf(plain);
  return all
    .filter(({ tool }) => passes(tool, filter))
    .map((each) => ({ tool: each.tool, score: scoreOf(each, plain, asked) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.tool.name.toLowerCase() < b.tool.name.toLowerCase() ? -1 : 1))
    .map(({ tool }) => tool);
}

function passes(tool: FoundTool, { kind, terms, language, interviewsOnly }: ToolFilter): boolean {
  return (
    (kind === undefined || tool.kind === kind) &&
    (terms === undefined || tool.terms === terms) &&
    (language === undefined || tool.languages.some((each) => each.toLowerCase() === language.toLowerCase())) &&
    (!interviewsOnly || tool.interview !== undefined)
  );
}

function scoreOf({ tool, fields }: Searched, plain: string, asked: readonly string[]): number {
  let score = fields.some(({ text, worth }) => worth >= WORTH.also && text === plain) ? WORTH.name * WHOLE : 1;
  for (const word of asked) {
    const found = Math.max(...fields.map((field) => field.worth * matchOf(field, word)));
    if (found === 0) return 0;
    score += found;
  }
  const ended = tool.status === "archived" || tool.status === "discontinued";
  return score * (ended ? NO_LONGER_DEVELOPED : 1) * (tool.interview ? IN_INTERVIEWS : 1);
}

function matchOf({ text, words }: Searched["fields"][number], asked: string): number {
  if (words.includes(asked)) return WHOLE;
  if (words.some((word) => word.startsWith(asked))) return 1;
  return text.includes(asked) ? INSIDE : 0;
}

function wordsOf(plain: string): string[] {
  return plain.split(/[^\p{L}\p{N}+#]+/u).filter((word) => word !== "");
}
