import { queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "../../api/client.ts";
import type { PostingBody, PostingDetail, PostingList } from "./types.ts";

const path = "/api/tailoring/postings";
const pathOf = (id: string) => `${path}/${encodeURIComponent(id)}`;

export const postingsQuery = queryOptions({
  queryKey: ["tailoring", "postings"],
  queryFn: ({ signal }) => getJson<PostingList>(path, signal),
});

/** What it says of gaps, stories and the CV changes with other rooms: it is asked for anew whenever the page opens. */
export const postingQuery = (id: string) =>
  queryOptions({
    queryKey: ["tailoring", "postings", id],
    queryFn: ({ signal }) => getJson<PostingDetail>(pathOf(id), signal),
    staleTime: 0,
  });

export const addPosting = (body: PostingBody) => sendJson<PostingDetail>("POST", path, body);
export const releasePosting = (id: string) => sendJson<PostingDetail>("POST", `${pathOf(id)}/release`, {});

export const preparePosting = (id: string) => sendJson<PostingDetail>("POST", `${pathOf(id)}/prepare`, {});
export const removePosting = (id: string) => sendJson<PostingList>("POST", `${pathOf(id)}/remove`, {});
