import { Link } from "@tanstack/react-router";
import { TOOL_KINDS, TOOL_TERMS } from "../../../../src/features/reading/model/tool-names.ts";
import type { FoundTool } from "../../../../src/features/reading/schema.ts";
import { Tag } from "../../../ui/tag.tsx";

export function ToolRow({ tool: { id, name, use, kind, terms, status, interview } }: { tool: FoundTool }) {
  return (
    <li className="border-line border-t first:border-t-0">
      <Link
        to="/reading/tools/$id"
        params={{ id }}
        data-row
        className="grid items-baseline gap-x-4 gap-y-1 px-4 py-3 -outline-offset-2 hover:bg-sunk focus-visible:bg-accent-wash sm:px-6 md:grid-cols-[minmax(0,1fr)_220px_128px]"
      >
        <span className="min-w-0">
          <span className="font-medium">{name}</span>{" "}
          {status !== "active" && <span className="text-sm text-part">{status}</span>}{" "}
          {interview && <Tag>asked about</Tag>}
          <span className="mt-0.5 block text-sm text-ink-2">{use}</span>
        </span>
        <span className="text-sm text-ink-2">{TOOL_KINDS[kind]}</span>
        <span className="text-sm text-ink-2 max-md:hidden">{TOOL_TERMS[terms]}</span>
      </Link>
    </li>
  );
}
