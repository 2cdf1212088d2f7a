import { queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "../../../api/client.ts";
import type { Diagnostic, DiagnosticHome, ReplyBody } from "./types.ts";

const root = "/api/diagnostics";
const one = (id: string) => `${root}/${encodeURIComponent(id)}`;

export const diagnosticHomeQuery = queryOptions({
  queryKey: ["diagnostics"],
  queryFn: ({ signal }) => getJson<DiagnosticHome>(root, signal),
  staleTime: 0,
});

export const diagnosticQuery = (id: string) =>
  queryOptions({
    queryKey: ["diagnostics", id],
    queryFn: ({ signal }) => getJson<Diagnostic>(one(id), signal),
    staleTime: 0,
  });

export const beginDiagnostic = (role: string) => sendJson<Diagnostic>("POST", root, { role });
export const sendReply = (id: string, reply: ReplyBody) => sendJson<Diagnostic>("POST", `${one(id)}/reply`, reply);
export const endDiagnostic = (id: string) => sendJson<Diagnostic>("POST", `${one(id)}/end`, {});
