import { queryOptions } from "@tanstack/react-query";
import { getJson } from "../../api/client.ts";
import type { CaseList } from "./types.ts";

/** By itself: the palette of every page asks for it, and what an attempt needs shall not load with every page. */
export const casesQuery = queryOptions({
  queryKey: ["design", "cases"],
  queryFn: ({ signal }) => getJson<CaseList>("/api/design/cases", signal),
});
