import type { ReadingRoom } from "../../features/reading/index.ts";
import {
  EntryList,
  FeedBody,
  FeedList,
  NotesBody,
  OpmlBody,
  OpmlTaken,
  PaperBody,
  PaperDetail,
  PartsBody,
  ReadingList,
  ReadingOverview,
  Refreshed,
  Removed,
  Review,
  Saved,
  SkillsBody,
  StatusBody,
  TeachBackBody,
} from "../../features/reading/schema.ts";
import { ok } from "../../lib/result.ts";
import { answerOf } from "./failures.ts";
import { type Route, withBody } from "./route.ts";

const ROOT = "/api/reading";
const FEEDS = `${ROOT}/feeds`;
const ENTRIES = `${ROOT}/entries`;
const PAPERS = `${ROOT}/papers`;
const PAPER = `${PAPERS}/:id`;

/** The reading room over HTTP: parse, call, format. */
export function readingRoutes(reading: ReadingRoom): Route[] {
  return [
    {
      method: "get",
      path: ROOT,
      summary: "The reading list, what is due, and what changed lately",
      answer: { json: ReadingOverview },
      handle: async () => ok(await reading.overview()),
    },
    ...feedRoutes(reading),
    ...entryRoutes(reading),
    ...paperRoutes(reading),
    ...retellingRoutes(reading),
  ];
}

function feedRoutes(reading: ReadingRoom): Route[] {
  const { subscriptions } = reading;
  return [
    {
      method: "get",
      path: FEEDS,
      summary: "Feeds as they stand, and suggestions; nothing is fetched",
      answer: { json: FeedList },
      handle: async () => ok(await subscriptions.list()),
    },
    withBody({
      method: "post",
      path: FEEDS,
      summary: "Subscribes to a feed; nothing is fetched",
      body: FeedBody,
      answer: { json: FeedList },
      handle: async ({ body }) => answerOf(await subscriptions.add(body.address)),
    }),
    {
      method: "get",
      path: `${ROOT}/feeds.opml`,
      summary: "The feeds as OPML",
      answer: { bytes: "text/x-opml" },
      handle: async () =>
        new Response(await subscriptions.opml(), { headers: { "content-type": "text/x-opml; charset=utf-8" } }),
    },
    withBody({
      method: "post",
      path: `${FEEDS}/opml`,
      summary: "Subscribes to the feeds of an OPML file; nothing is fetched",
      body: OpmlBody,
      answer: { json: OpmlTaken },
      handle: async ({ body }) => answerOf(await subscriptions.takeOpml(body.text)),
    }),
    {
      method: "post",
      path: `${FEEDS}/:id/refresh`,
      summary: "Fetches a feed, unless that was done within 15 minutes",
      answer: { json: Refreshed },
      handle: ({ params }) => reading.refresh(params.id ?? ""),
    },
    {
      method: "post",
      path: `${FEEDS}/:id/remove`,
      summary: "Removes a feed with its entries; papers taken from it stay",
      answer: { json: FeedList },
      handle: ({ params }) => subscriptions.remove(params.id ?? ""),
    },
  ];
}

function entryRoutes(reading: ReadingRoom): Route[] {
  return [
    {
      method: "get",
      path: ENTRIES,
      summary: "Unread entries, newest first; with `words` all that have them, with `feed` those of one feed",
      answer: { json: EntryList },
      handle: async ({ query }) => ok(await reading.subscriptions.entries({ feed: query.feed, words: query.words })),
    },
    {
      method: "post",
      path: `${ENTRIES}/:id/take`,
      summary: "Takes an entry to the reading list",
      answer: { json: PaperDetail },
      handle: ({ params }) => reading.take(params.id ?? ""),
    },
    {
      method: "post",
      path: `${ENTRIES}/:id/drop`,
      summary: "Puts an entry out of the way",
      answer: { json: Removed },
      handle: ({ params }) => reading.drop(params.id ?? ""),
    },
  ];
}

function paperRoutes(reading: ReadingRoom): Route[] {
  return [
    {
      method: "get",
      path: PAPERS,
      summary: "The reading list, with `words` what has all of them, and what of it is due",
      answer: { json: ReadingList },
      handle: async ({ query }) => ok(await reading.list(query.words)),
    },
    withBody({
      method: "post",
      path: PAPERS,
      summary: "Adds a paper by hand; nothing is fetched",
      body: PaperBody,
      answer: { json: PaperDetail },
      handle: async ({ body }) => answerOf(await reading.add(body)),
    }),
    {
      method: "get",
      path: PAPER,
      summary: "One paper with its notes and retellings",
      answer: { json: PaperDetail },
      handle: ({ params }) => reading.paper(params.id ?? ""),
    },
    withBody({
      method: "put",
      path: PAPER,
      summary: "Changes title, authors, link or id of arXiv",
      body: PaperBody,
      answer: { json: PaperDetail },
      handle: async ({ params, body }) => answerOf(await reading.change(params.id ?? "", body)),
    }),
    withBody({
      method: "put",
      path: `${PAPER}/status`,
      summary: "Says how far the reading is",
      body: StatusBody,
      answer: { json: PaperDetail },
      handle: ({ params, body }) => reading.setStatus(params.id ?? "", body.status),
    }),
    withBody({
      method: "put",
      path: `${PAPER}/skills`,
      summary: "Tags a paper with skills",
      body: SkillsBody,
      answer: { json: PaperDetail },
      handle: async ({ params, body }) => answerOf(await reading.setSkills(params.id ?? "", body.skills)),
    }),
    withBody({
      method: "put",
      path: `${PAPER}/notes`,
      summary: "Keeps notes as typed",
      body: NotesBody,
      answer: { json: Saved },
      handle: ({ params, body }) => reading.saveNotes(params.id ?? "", body.notes),
    }),
    {
      method: "post",
      path: `${PAPER}/remove`,
      summary: "Removes a paper with notes and retellings; evidence stays",
      answer: { json: Removed },
      handle: ({ params }) => reading.remove(params.id ?? ""),
    },
  ];
}

function retellingRoutes(reading: ReadingRoom): Route[] {
  return [
    withBody({
      method: "post",
      path: `${PAPER}/parts`,
      summary: "Recalls the parts of a paper one by one; held against its notes, and scheduled",
      body: PartsBody,
      answer: { json: Review },
      handle: ({ params, body }) => reading.recallParts(params.id ?? "", body),
    }),
    withBody({
      method: "post",
      path: `${PAPER}/teach-back`,
      summary: "Tells a paper from memory to a listener; held against its notes, and scheduled",
      body: TeachBackBody,
      answer: { json: Review },
      handle: ({ params, body }) => reading.teachBack(params.id ?? "", body),
    }),
  ];
}
