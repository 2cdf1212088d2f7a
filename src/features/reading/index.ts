import { once } from "../../lib/once.ts";
import type { Skill } from "../../shared/content/skill.ts";
import { searchable, searchTools } from "./model/search-tools.ts";
import type { AskedTools, DirectoryOfTools, FoundTool, ToolFilter } from "./schema.ts";

export { readExportedReading } from "./archive.ts";
export { FeedsRepo } from "./feeds/repo.ts";
export { paperRound } from "./papers/paper-round.ts";
export { PapersRepo } from "./papers/repo.ts";
export { ReadingRoom } from "./room.ts";

type Deps = { tools: () => readonly FoundTool[]; skills: ReadonlyMap<string, Skill> };

const MOST_ASKED = 4;

/** The directory of tools. It keeps nothing. */
export class ToolDirectory {
  readonly #deps: Deps;
  readonly #searched: () => ReturnType<typeof searchable>;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#searched = once(() => searchable(deps.tools()));
  }

  /** The nearest first. */
  search(text: string, filter: ToolFilter = {}): FoundTool[] {
    return searchTools(this.#searched(), text, filter);
  }

  all(): DirectoryOfTools {
    const tools = this.#deps.tools();
    const asked = new Set(tools.flatMap(({ interview }) => interview?.skills ?? []));
    const titles = [...this.#deps.skills].flatMap(([id, { title }]) => (asked.has(id) ? [[id, title] as const] : []));
    return { tools, skills: Object.fromEntries(titles) };
  }

  /** Those whose question is about the skills, the one that shares the most important ones first. */
  askedAbout(skills: readonly string[]): AskedTools {
    const shares = ({ interview }: FoundTool) =>
      skills.reduce((sum, id, rank) => sum + (interview?.skills.includes(id) ? 1 / (rank + 1) : 0), 0);
    const tools = this.#deps
      .tools()
      .map((tool) => ({ tool, shared: shares(tool) }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared)
      .slice(0, MOST_ASKED)
      .map(({ tool: { id, name, use } }) => ({ id, name, use }));
    return { tools };
  }
}
