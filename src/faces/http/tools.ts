import type { ToolDirectory } from "../../features/reading/index.ts";
import { AskedTools, DirectoryOfTools } from "../../features/reading/schema.ts";
import { ok } from "../../lib/result.ts";
import type { Route } from "./route.ts";

/** The directory of tools over HTTP; the browser searches in it. */
export function toolRoutes(tools: ToolDirectory): Route[] {
  return [
    {
      method: "get",
      path: "/api/tools",
      summary: "The whole directory of AI and ML tools",
      answer: { json: DirectoryOfTools },
      handle: async () => ok(tools.all()),
    },
    {
      method: "get",
      path: "/api/tools/asked",
      summary: "Tools that interviews ask about where they ask about `skills` (ids with commas between)",
      answer: { json: AskedTools },
      handle: async ({ query }) => ok(tools.askedAbout((query.skills ?? "").split(","))),
    },
  ];
}
