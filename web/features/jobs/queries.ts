import { queryOptions } from "@tanstack/react-query";
import type {
  ApplicationBoard,
  ApplicationBody,
  MoveBody,
  NewApplication,
  PayTable,
  PostingDetail,
  PostingList,
  Refreshed,
  Sources,
} from "../../../src/features/jobs/schema.ts";
import { getJson, sendJson } from "../../api/client.ts";
import type { JobFilters, PayFilters } from "./filters.ts";

const path = "/api/jobs";

/** All that hangs on which postings there are: it is asked for anew after a refresh. */
export const jobsKey = ["jobs"];

export const sourcesQuery = queryOptions({
  queryKey: [...jobsKey, "sources"],
  queryFn: ({ signal }) => getJson<Sources>(`${path}/sources`, signal),
});

export const postingsQuery = (filters: JobFilters, from: number) =>
  queryOptions({
    queryKey: [...jobsKey, "postings", filters, from],
    queryFn: ({ signal }) => getJson<PostingList>(`${path}/postings?${asked({ ...filters, from })}`, signal),
  });

export const postingQuery = (id: string) =>
  queryOptions({
    queryKey: [...jobsKey, "posting", id],
    queryFn: ({ signal }) => getJson<PostingDetail>(`${path}/postings/${encodeURIComponent(id)}`, signal),
  });

export const payQuery = (filters: PayFilters) =>
  queryOptions({
    queryKey: [...jobsKey, "pay", filters],
    queryFn: ({ signal }) => getJson<PayTable>(`${path}/pay?${asked(filters)}`, signal),
  });

export const boardQuery = queryOptions({
  queryKey: ["job-applications"],
  queryFn: ({ signal }) => getJson<ApplicationBoard>(`${path}/applications`, signal),
  // a reminder falls due overnight
  staleTime: 0,
});

export const addSource = (address: string) =>
  sendJson<{ id: string; sources: Sources }>("POST", `${path}/sources`, { address });
export const refreshSource = (id: string) =>
  sendJson<Refreshed>("POST", `${path}/sources/${encodeURIComponent(id)}/refresh`, {});
export const refreshAll = () => sendJson<Refreshed>("POST", `${path}/refresh`, {});
export const removeSource = (id: string) =>
  sendJson<Sources>("POST", `${path}/sources/${encodeURIComponent(id)}/remove`, {});
export const changeSample = (to: "remove" | "restore") => sendJson<Sources>("POST", `${path}/sample/${to}`, {});

export const beginApplication = (body: NewApplication) =>
  sendJson<{ id: string; board: ApplicationBoard }>("POST", `${path}/applications`, body);
export const changeApplication = ({ id, body }: { id: string; body: ApplicationBody }) =>
  sendJson<ApplicationBoard>("PUT", `${path}/applications/${encodeURIComponent(id)}`, body);
export const moveApplication = ({ id, body }: { id: string; body: MoveBody }) =>
  sendJson<ApplicationBoard>("POST", `${path}/applications/${encodeURIComponent(id)}/move`, body);
export const removeApplication = (id: string) =>
  sendJson<ApplicationBoard>("POST", `${path}/applications/${encodeURIComponent(id)}/remove`, {});

function asked(query: Record<string, string | number | undefined>): string {
  const said = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return new URLSearchParams(said).toString();
}
