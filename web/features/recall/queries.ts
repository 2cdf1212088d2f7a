import { queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "../../api/client.ts";
import type { GradedAnswer, NextQuestion, QuestionDetail, QuestionList, SessionSummary } from "./types.ts";

const root = "/api/recall";
const questionPath = (slug: string) => `${root}/questions/${encodeURIComponent(slug)}`;

export const questionsQuery = queryOptions({
  queryKey: ["recall", "questions"],
  queryFn: ({ signal }) => getJson<QuestionList>(`${root}/questions`, signal),
});

/** Its numbers are drawn with every asking: never from the cache. */
export const questionQuery = (slug: string) =>
  queryOptions({
    queryKey: ["recall", "question", slug],
    queryFn: ({ signal }) => getJson<QuestionDetail>(questionPath(slug), signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const searchQuery = (words: string) =>
  queryOptions({
    queryKey: ["recall", "search", words],
    queryFn: async ({ signal }) =>
      (
        await getJson<{ found: { slug: string; excerpt: string }[] }>(
          `${root}/search?q=${encodeURIComponent(words)}`,
          signal,
        )
      ).found,
    enabled: words.trim() !== "",
  });

export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: ["recall", "session", id],
    queryFn: ({ signal }) => getJson<SessionSummary>(`${root}/sessions/${encodeURIComponent(id)}`, signal),
    staleTime: 0,
  });

export function askNext(recent: readonly string[]): Promise<NextQuestion> {
  return getJson<NextQuestion>(`${root}/next?recent=${encodeURIComponent(recent.join(","))}`);
}

export type Answer = { text: string; seed: number; session: string; secondsUsed: number; probe?: string };

export const sendAnswer = (slug: string, answer: Answer) =>
  sendJson<GradedAnswer>("POST", `${questionPath(slug)}/answers`, answer);

export const overrule = (answerId: string, met: Record<string, boolean>) =>
  sendJson<GradedAnswer>("PUT", `${root}/answers/${encodeURIComponent(answerId)}/overrule`, { met });
