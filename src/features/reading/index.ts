import { once } from "../../lib/once.ts";
import { searchable, searchTools } from "./model/search-tools.ts";
import type { FoundTool, ToolFilter } from "./schema.ts";

/** The directory of tools. It keeps nothing. */
export class ToolDirectory {
  readonly #searched: () => ReturnType<typeof searchable>;

  constructor({ tools }: { tools: () => readonly FoundTool[] }) {
    this.#searched = once(() => searchable(tools()));
  }

  /** The nearest first. */
  search(text: string, filter: ToolFilter = {}): FoundTool[] {
    return searchTools(this.#searched(), text, filter);
  }
}
