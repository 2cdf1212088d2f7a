import { queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "../../api/client.ts";
import type { Audience, ConceptDetail, ConceptList, ReadAttempt, SideBySide } from "./types.ts";

const root = "/api/explain";
const conceptPath = (slug: string) => `${root}/concepts/${encodeURIComponent(slug)}`;
const attemptPath = (id: string) => `${root}/attempts/${encodeURIComponent(id)}`;

export const conceptsQuery = queryOptions({
  queryKey: ["explain", "concepts"],
  queryFn: ({ signal }) => getJson<ConceptList>(`${root}/concepts`, signal),
});

export const conceptQuery = (slug: string) =>
  queryOptions({
    queryKey: ["explain", "concept", slug],
    queryFn: ({ signal }) => getJson<ConceptDetail>(conceptPath(slug), signal),
  });

export const attemptQuery = (id: string) =>
  queryOptions({
    queryKey: ["explain", "attempt", id],
    queryFn: ({ signal }) => getJson<ReadAttempt>(attemptPath(id), signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const sideBySideQuery = (slug: string, { left, right }: { left: string; right: string }) =>
  queryOptions({
    queryKey: ["explain", "side-by-side", slug, left, right],
    queryFn: ({ signal }) =>
      getJson<SideBySide>(
        `${conceptPath(slug)}/side-by-side?left=${encodeURIComponent(left)}&right=${encodeURIComponent(right)}`,
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const sendExplanation = (slug: string, body: { audience: Audience; text: string; secondsUsed: number }) =>
  sendJson<ReadAttempt>("POST", `${conceptPath(slug)}/attempts`, body);

export const sendFollowUp = (id: string, text: string) =>
  sendJson<ReadAttempt>("POST", `${attemptPath(id)}/follow-ups`, { text });
