import { join } from "node:path";
import { nearest } from "../../lib/text.ts";
import type { ContentFault } from "./content-fault.ts";
import { type Tool, Tools } from "./tool.ts";
import { TOOL_KIND_IDS, type ToolKind } from "./tool-kinds.ts";
import { readYamlItem, yamlFiles } from "./yaml-items.ts";

export type ListedTool = Tool & { kind: ToolKind };
export type ToolBank = { tools: ListedTool[]; faults: ContentFault[] };

type Placed = { tool: ListedTool; path: string };

/** Reads `tools/<kind>.yaml` under `contentDir`. A shelf with a fault is left out and told of. */
export function loadTools(contentDir: string, known: { skills: ReadonlyMap<string, unknown> }): ToolBank {
  const shelves = yamlFiles(join(contentDir, "tools")).map((path) => readShelf(path));
  const placed = shelves.flatMap(({ placed }) => placed);
  return {
    tools: placed.map(({ tool }) => tool),
    faults: [
      ...shelves.flatMap(({ faults }) => faults),
      ...twice(placed, "id", ({ id }) => [id]),
      ...twice(placed, "name", ({ name, also = [] }) => [...new Set([name, ...also].map(plainName))]),
      ...twice(placed, "home", ({ home }) => [plainAddress(home)]),
      ...referenceFaults(placed, known),
    ],
  };
}

function readShelf(path: string): { placed: Placed[]; faults: ContentFault[] } {
  const read = readYamlItem(path, Tools);
  if (!read.ok) return { placed: [], faults: read.faults };
  const kind = TOOL_KIND_IDS.find((each) => each === read.value.slug);
  if (!kind) return { placed: [], faults: [{ path, line: 1, message: `there is no kind "${read.value.slug}"` }] };
  return { placed: read.value.content.map((tool) => ({ tool: { ...tool, kind }, path })), faults: [] };
}

/** Tools that have what an earlier one has: most likely one tool under two names. */
function twice(placed: readonly Placed[], what: string, keysOf: (tool: Tool) => string[]): ContentFault[] {
  const keyed = placed.flatMap((each) => keysOf(each.tool).map((key) => ({ ...each, key })));
  return [...Map.groupBy(keyed, ({ key }) => key).values()].flatMap(([first, ...others]) =>
    others.map(({ tool, path }) => ({ path, line: 1, message: `${tool.id} has the ${what} of ${first?.tool.id}` })),
  );
}

/** Alternatives and skills that a tool names and that there are not. */
function referenceFaults(
  placed: readonly Placed[],
  { skills }: { skills: ReadonlyMap<string, unknown> },
): ContentFault[] {
  const ids = new Set(placed.map(({ tool }) => tool.id));
  return placed.flatMap(({ tool, path }) => {
    const { id, alternatives, interview } = tool;
    const tools = [...alternatives, ...(interview ? [interview.against.tool] : [])];
    const fault = (name: string, all: Iterable<string>): ContentFault => {
      const meant = nearest(name, all);
      return { path, line: 1, message: `${id}: there is no "${name}"${meant ? `; did you mean "${meant}"?` : ""}` };
    };
    return [
      ...tools.filter((each) => each === id).map(() => ({ path, line: 1, message: `${id} is its own alternative` })),
      ...tools.filter((each) => !ids.has(each)).map((each) => fault(each, ids)),
      ...(interview?.skills ?? []).filter((each) => !skills.has(each)).map((each) => fault(each, skills.keys())),
    ];
  });
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}+#]/gu, "");
}

function plainAddress(home: string): string {
  return home
    .toLowerCase()
    .replace(/^https:\/\/(www\.)?/, "")
    .replace(/\/+$/, "");
}
