import { queryOptions } from "@tanstack/react-query";
import { getJson, send, sendJson } from "../../api/client.ts";
import type { Attempt, CaseDetail, RunReport, WorkedOut } from "./types.ts";

const root = "/api/design";
const casePath = (slug: string) => `${root}/cases/${encodeURIComponent(slug)}`;
const attemptPath = (id: string) => `${root}/attempts/${encodeURIComponent(id)}`;

export const caseQuery = (slug: string) =>
  queryOptions({
    queryKey: ["design", "case", slug],
    queryFn: ({ signal }) => getJson<CaseDetail>(casePath(slug), signal),
  });

type Attempted = { attempt: Attempt };
const attemptOf = async (answer: Promise<Attempted>): Promise<Attempt> => (await answer).attempt;

export const attemptKey = (id: string) => ["design", "attempt", id];

/** Loaded once: every step of an attempt answers with the attempt as it then stands. */
export const attemptQuery = (id: string) =>
  queryOptions({
    queryKey: attemptKey(id),
    queryFn: ({ signal }) => attemptOf(getJson<Attempted>(attemptPath(id), signal)),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const beginAttempt = (slug: string) => attemptOf(sendJson("POST", `${casePath(slug)}/attempts`, {}));

/** `draft` is the body as JSON text. */
export async function saveDraft(id: string, draft: string, init: RequestInit): Promise<{ savedAt: string }> {
  const headers = { "content-type": "application/json" };
  return (await send(`${attemptPath(id)}/draft`, { ...init, method: "PUT", headers, body: draft })).json();
}

export const askInterviewer = (id: string, text: string) =>
  attemptOf(sendJson("POST", `${attemptPath(id)}/questions`, { text }));

export const handInEstimates = (id: string, estimates: Record<string, string>) =>
  attemptOf(sendJson("POST", `${attemptPath(id)}/estimates`, { estimates }));

/** An estimate's formula with figures of one's own; the same figures always give the same. */
export const workedOutQuery = (id: string, estimate: string, given: Record<string, number>) =>
  queryOptions({
    queryKey: ["design", "worked-out", id, estimate, given],
    queryFn: () =>
      sendJson<WorkedOut>("POST", `${attemptPath(id)}/estimates/${encodeURIComponent(estimate)}`, { given }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const keepRun = (id: string, run: { design: string; report: RunReport }) =>
  attemptOf(sendJson("POST", `${attemptPath(id)}/runs`, run));

export const answerProbe = (id: string, probe: string, text: string) =>
  attemptOf(sendJson("POST", `${attemptPath(id)}/probes/${encodeURIComponent(probe)}`, { text }));

export const finishAttempt = (id: string) => attemptOf(sendJson("POST", `${attemptPath(id)}/finish`, {}));
