import { queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "../../api/client.ts";
import type { PromptDetail, StoryBank, StoryDetail, TellBody } from "./types.ts";

const root = "/api/stories";
const storyPath = (id: string) => `${root}/${encodeURIComponent(id)}`;

export const bankQuery = queryOptions({
  queryKey: ["stories"],
  queryFn: ({ signal }) => getJson<StoryBank>(root, signal),
});

export const storyQuery = (id: string) =>
  queryOptions({
    queryKey: ["stories", "story", id],
    queryFn: ({ signal }) => getJson<StoryDetail>(storyPath(id), signal),
  });

export const promptQuery = (slug: string) =>
  queryOptions({
    queryKey: ["stories", "prompt", slug],
    queryFn: ({ signal }) => getJson<PromptDetail>(`${root}/prompts/${encodeURIComponent(slug)}`, signal),
    staleTime: 0,
  });

export const createStory = (title: string) => sendJson<StoryDetail>("POST", root, { title });
export const renameStory = (id: string, title: string) =>
  sendJson<StoryDetail>("PUT", `${storyPath(id)}/title`, { title });
export const saveDraft = (id: string, text: string, options: { keepalive: boolean }) =>
  sendJson<{ savedAt: string }>("PUT", `${storyPath(id)}/draft`, { text }, options);
export const tellStory = (id: string, body: TellBody) =>
  sendJson<StoryDetail>("POST", `${storyPath(id)}/tellings`, body);
export const answerProbe = (id: string, body: { probe: string; text: string }) =>
  sendJson<StoryDetail>("POST", `${storyPath(id)}/answers`, body);
export const removeStory = (id: string) => sendJson<StoryBank>("POST", `${storyPath(id)}/remove`, {});
