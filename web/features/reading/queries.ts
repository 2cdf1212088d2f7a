import { queryOptions } from "@tanstack/react-query";
import { getJson, send, sendJson } from "../../api/client.ts";
import type {
  EntryList,
  FeedList,
  Notes,
  OpmlTaken,
  PaperBody,
  PaperDetail,
  PartsBody,
  ReadingList,
  ReadingOverview,
  Refreshed,
  Review,
  Status,
  TeachBackBody,
} from "./types.ts";

const root = "/api/reading";
const paperPath = (id: string) => `${root}/papers/${encodeURIComponent(id)}`;
const feedPath = (id: string) => `${root}/feeds/${encodeURIComponent(id)}`;
const entryPath = (id: string) => `${root}/entries/${encodeURIComponent(id)}`;

/** All of the room is asked for anew where it is opened: another page or a refresh has changed it. */
const ROOM = ["reading"] as const;
export const roomKey = { queryKey: ROOM };

export const overviewQuery = queryOptions({
  queryKey: [...ROOM, "overview"],
  queryFn: ({ signal }) => getJson<ReadingOverview>(root, signal),
  staleTime: 0,
});

/** The papers with all the words; without words the overview has them. */
export const foundPapersQuery = (words: string) =>
  queryOptions({
    queryKey: [...ROOM, "found", words],
    queryFn: ({ signal }) => getJson<ReadingList>(`${root}/papers?words=${encodeURIComponent(words)}`, signal),
    placeholderData: (before) => before,
    staleTime: 0,
    enabled: words.trim() !== "",
  });

export const feedsQuery = queryOptions({
  queryKey: [...ROOM, "feeds"],
  queryFn: ({ signal }) => getJson<FeedList>(`${root}/feeds`, signal),
});

export const entriesQuery = ({ words = "", feed = "" }: { words?: string; feed?: string | undefined }) =>
  queryOptions({
    queryKey: [...ROOM, "entries", words, feed],
    queryFn: ({ signal }) => {
      const asked = new URLSearchParams({ ...(words ? { words } : {}), ...(feed ? { feed } : {}) });
      return getJson<EntryList>(`${root}/entries?${asked}`, signal);
    },
    placeholderData: (before) => before,
  });

export const paperQuery = (id: string) =>
  queryOptions({
    queryKey: [...ROOM, "paper", id],
    queryFn: ({ signal }) => getJson<PaperDetail>(paperPath(id), signal),
    // notes are typed on the page: nothing is put in their place while it is open
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const addFeed = (address: string) => sendJson<FeedList>("POST", `${root}/feeds`, { address });
export const removeFeed = (id: string) => sendJson<FeedList>("POST", `${feedPath(id)}/remove`, {});
export const refreshFeed = (id: string) => sendJson<Refreshed>("POST", `${feedPath(id)}/refresh`, {});
export const takeOpml = (text: string) => sendJson<OpmlTaken>("POST", `${root}/feeds/opml`, { text });
export const opmlFile = async () => (await send(`${root}/feeds.opml`)).blob();
export const takeEntry = (id: string) => sendJson<PaperDetail>("POST", `${entryPath(id)}/take`, {});
export const dropEntry = (id: string) => sendJson<{ removed: boolean }>("POST", `${entryPath(id)}/drop`, {});
export const addPaper = (body: PaperBody) => sendJson<PaperDetail>("POST", `${root}/papers`, body);
export const changePaper = (id: string, body: PaperBody) => sendJson<PaperDetail>("PUT", paperPath(id), body);
export const setStatus = ({ id, status }: { id: string; status: Status }) =>
  sendJson<PaperDetail>("PUT", `${paperPath(id)}/status`, { status });
export const setSkills = (id: string, skills: readonly string[]) =>
  sendJson<PaperDetail>("PUT", `${paperPath(id)}/skills`, { skills });
export const saveNotes = (id: string, notes: Notes, options: { keepalive: boolean }) =>
  sendJson<{ savedAt: string }>("PUT", `${paperPath(id)}/notes`, { notes }, options);
export const removePaper = (id: string) => sendJson<{ removed: boolean }>("POST", `${paperPath(id)}/remove`, {});
export const tellParts = (id: string, body: PartsBody) => sendJson<Review>("POST", `${paperPath(id)}/parts`, body);
export const teachBack = (id: string, body: TeachBackBody) =>
  sendJson<Review>("POST", `${paperPath(id)}/teach-back`, body);
