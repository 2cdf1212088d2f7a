import { queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "../../api/client.ts";
import type { ImpactLines, LineBody } from "./types.ts";

const path = "/api/impact/lines";

export const linesQuery = queryOptions({
  queryKey: ["impact", "lines"],
  queryFn: ({ signal }) => getJson<ImpactLines>(path, signal),
});

export const addLine = (body: LineBody) => sendJson<ImpactLines>("POST", path, body);
export const changeLine = ({ id, body }: { id: string; body: LineBody }) =>
  sendJson<ImpactLines>("PUT", `${path}/${encodeURIComponent(id)}`, body);
export const removeLine = (id: string) => sendJson<ImpactLines>("POST", `${path}/${encodeURIComponent(id)}/remove`, {});
