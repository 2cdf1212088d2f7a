import { queryOptions } from "@tanstack/react-query";
import type { AskedTools, DirectoryOfTools } from "../../../../src/features/reading/schema.ts";
import { getJson } from "../../../api/client.ts";

/** The directory does not change while the server runs. */
export const toolsQuery = queryOptions({
  queryKey: ["tools"],
  queryFn: ({ signal }) => getJson<DirectoryOfTools>("/api/tools", signal),
  staleTime: Number.POSITIVE_INFINITY,
});

export const askedToolsQuery = (skills: readonly string[]) =>
  queryOptions({
    queryKey: ["tools", "asked", ...skills],
    queryFn: ({ signal }) =>
      getJson<AskedTools>(`/api/tools/asked?skills=${encodeURIComponent(skills.join(","))}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
