import { queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "../../api/client.ts";
import type { DocumentBody, DocumentDetail, Ledger } from "./types.ts";

const path = "/api/claims";

/** Other rooms change what it says: it is asked for anew whenever the page opens. */
export const ledgerQuery = queryOptions({
  queryKey: ["claims"],
  queryFn: ({ signal }) => getJson<Ledger>(path, signal),
  staleTime: 0,
});

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ["claims", "document", id],
    queryFn: ({ signal }) => getJson<DocumentDetail>(`${path}/documents/${encodeURIComponent(id)}`, signal),
  });

export const addDocument = (body: DocumentBody) => sendJson<Ledger>("POST", `${path}/documents`, body);
export const removeDocument = (id: string) =>
  sendJson<Ledger>("POST", `${path}/documents/${encodeURIComponent(id)}/remove`, {});
export const settleFinding = ({ id, note }: { id: string; note: string }) =>
  sendJson<Ledger>("PUT", `${path}/findings/${encodeURIComponent(id)}/settled`, { note });
export const reopenFinding = (id: string) =>
  sendJson<Ledger>("POST", `${path}/findings/${encodeURIComponent(id)}/reopen`, {});
