import type { JobsRoom } from "../../features/jobs/index.ts";
import {
  AddedSource,
  ApplicationBoard,
  ApplicationBody,
  MoveBody,
  NewApplication,
  PayQuery,
  PayTable,
  PostingDetail,
  PostingList,
  PostingQuery,
  Refreshed,
  SavedApplication,
  SourceBody,
  Sources,
} from "../../features/jobs/schema.ts";
import { ok } from "../../lib/result.ts";
import { failureResponse } from "./failures.ts";
import { type Route, withBody } from "./route.ts";

const ROOT = "/api/jobs";
const APPLICATION = `${ROOT}/applications/:id`;

/** Jobs over HTTP: parse, call, format. */
export function jobRoutes(jobs: JobsRoom): Route[] {
  return [...sourceRoutes(jobs), ...postingRoutes(jobs), ...applicationRoutes(jobs)];
}

function sourceRoutes(jobs: JobsRoom): Route[] {
  return [
    {
      method: "get",
      path: `${ROOT}/sources`,
      summary: "The boards that you named, and what came of their last refresh",
      answer: { json: Sources },
      handle: async () => ok(await jobs.sources()),
    },
    withBody({
      method: "post",
      path: `${ROOT}/sources`,
      summary: "Names a board; nothing is fetched by that",
      body: SourceBody,
      answer: { json: AddedSource },
      handle: async ({ body }) => {
        const added = await jobs.addSource(body.address);
        return added.ok ? added : failureResponse("bad-input", added.reason);
      },
    }),
    {
      method: "post",
      path: `${ROOT}/refresh`,
      summary: "Asks every board for what it has now",
      answer: { json: Refreshed },
      handle: () => jobs.refresh(),
    },
    {
      method: "post",
      path: `${ROOT}/sources/:id/refresh`,
      summary: "Asks one board for what it has now",
      answer: { json: Refreshed },
      handle: ({ params }) => jobs.refresh(params.id ?? ""),
    },
    {
      method: "post",
      path: `${ROOT}/sources/:id/remove`,
      summary: "Removes a board and its postings, but for those that an application is about",
      answer: { json: Sources },
      handle: ({ params }) => jobs.removeSource(params.id ?? ""),
    },
    {
      method: "post",
      path: `${ROOT}/sample/remove`,
      summary: "Removes the invented postings",
      answer: { json: Sources },
      handle: async () => ok(await jobs.removeSample()),
    },
    {
      method: "post",
      path: `${ROOT}/sample/restore`,
      summary: "Brings the invented postings back, which are shown while no board has been fetched",
      answer: { json: Sources },
      handle: async () => ok(await jobs.bringSampleBack()),
    },
  ];
}

function postingRoutes(jobs: JobsRoom): Route[] {
  return [
    {
      method: "get",
      path: `${ROOT}/postings`,
      summary: "Postings by text, role, level, place, workplace, pay a year, day and board; 50 from `from` on",
      answer: { json: PostingList },
      handle: async ({ query }) => {
        const asked = PostingQuery.safeParse(query);
        return asked.success ? ok(await jobs.search(asked.data)) : wrongQuery(asked.error);
      },
    },
    {
      method: "get",
      path: `${ROOT}/postings/:id`,
      summary: "One posting with its text, its pay and how it matches what is known of you",
      answer: { json: PostingDetail },
      handle: ({ params }) => jobs.posting(params.id ?? ""),
    },
    {
      method: "get",
      path: `${ROOT}/pay`,
      summary: "Pay as published, by role and level, and by place where asked; currencies apart",
      answer: { json: PayTable },
      handle: async ({ query }) => {
        const asked = PayQuery.safeParse(query);
        return asked.success ? ok(await jobs.pay(asked.data)) : wrongQuery(asked.error);
      },
    },
  ];
}

function applicationRoutes({ applications }: JobsRoom): Route[] {
  return [
    {
      method: "get",
      path: `${ROOT}/applications`,
      summary: "Your applications with their history, the newest first",
      answer: { json: ApplicationBoard },
      handle: async () => ok(await applications.board()),
    },
    withBody({
      method: "post",
      path: `${ROOT}/applications`,
      summary: "Saves a posting, or a job that was typed, as an application",
      body: NewApplication,
      answer: { json: SavedApplication },
      handle: ({ body }) => applications.begin(body),
    }),
    withBody({
      method: "put",
      path: APPLICATION,
      summary: "What you write of an application: notes, contacts, the next step and its reminder",
      body: ApplicationBody,
      answer: { json: ApplicationBoard },
      handle: ({ params, body }) => applications.change(params.id ?? "", body),
    }),
    withBody({
      method: "post",
      path: `${APPLICATION}/move`,
      summary: "Moves an application to a stage, today or on the day that is told",
      body: MoveBody,
      answer: { json: ApplicationBoard },
      handle: ({ params, body }) => applications.move(params.id ?? "", body),
    }),
    {
      method: "post",
      path: `${APPLICATION}/remove`,
      summary: "Removes an application with its history",
      answer: { json: ApplicationBoard },
      handle: ({ params }) => applications.remove(params.id ?? ""),
    },
  ];
}

type Faults = { issues: readonly { path: readonly PropertyKey[]; message: string }[] };

function wrongQuery({ issues }: Faults): Response {
  return failureResponse("bad-input", issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "));
}
