import { queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "../../api/client.ts";
import type {
  Health,
  HintTaken,
  ProblemDetail,
  ProblemList,
  Revealed,
  SubmissionDetail,
  SubmissionSummary,
} from "./types.ts";

const root = "/api/coding";
const TESTS_PAUSE_MS = 2000;
const MOST_ASKED = 15; // where a judge takes longer, its tests come with the first verdict
const problemPath = (slug: string) => `${root}/problems/${encodeURIComponent(slug)}`;
export const submissionPath = (id: string) => `${root}/submissions/${encodeURIComponent(id)}`;

export const healthQuery = queryOptions({
  queryKey: ["health"],
  queryFn: ({ signal }) => getJson<Health>("/api/health", signal),
  // the one question asked for as long as the page is open: is the server still there?
  refetchInterval: 15_000,
  retry: false,
});

export const problemsQuery = queryOptions({
  queryKey: ["coding", "problems"],
  queryFn: ({ signal }) => getJson<ProblemList>(`${root}/problems`, signal),
});

export const problemQuery = (slug: string) =>
  queryOptions({
    queryKey: ["coding", "problem", slug],
    queryFn: ({ signal }) => getJson<ProblemDetail>(problemPath(slug), signal),
    // a judge that starts has not listed the tests yet
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data?.available && data.tests.length === 0 && dataUpdateCount < MOST_ASKED ? TESTS_PAUSE_MS : false,
  });

export const submissionsQuery = (slug: string) =>
  queryOptions({
    queryKey: ["coding", "submissions", slug],
    queryFn: async ({ signal }) =>
      (await getJson<{ submissions: SubmissionSummary[] }>(`${problemPath(slug)}/submissions`, signal)).submissions,
  });

export const submissionQuery = (id: string) =>
  queryOptions({
    queryKey: ["coding", "submission", id],
    queryFn: ({ signal }) => getJson<SubmissionDetail>(submissionPath(id), signal),
  });

export const takeHint = (slug: string) => sendJson<HintTaken>("POST", `${problemPath(slug)}/hints`, {});

export const revealSolution = (slug: string) => sendJson<Revealed>("POST", `${problemPath(slug)}/reveal`, {});

export const cancelSubmission = (id: string) =>
  sendJson<{ cancelled: boolean }>("POST", `${submissionPath(id)}/cancel`, {});

export const draftPath = (slug: string) => `${problemPath(slug)}/draft`;
export const submissionsPath = (slug: string) => `${problemPath(slug)}/submissions`;
