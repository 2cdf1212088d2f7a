import type { StoriesRoom } from "../../features/stories/index.ts";
import {
  DraftBody,
  DraftSaved,
  NewStoryBody,
  ProbeAnswerBody,
  PromptDetail,
  RenameBody,
  StoryBank,
  StoryDetail,
  TellBody,
} from "../../features/stories/schema.ts";
import { ok } from "../../lib/result.ts";
import { type Route, withBody } from "./route.ts";

const ROOT = "/api/stories";
const STORY = `${ROOT}/:id`;

/** The story bank over HTTP: parse, call, format. */
export function storyRoutes(stories: StoriesRoom): Route[] {
  return [
    {
      method: "get",
      path: ROOT,
      summary: "Stories, which competencies they cover, and the practice questions",
      answer: { json: StoryBank },
      handle: async () => ok(await stories.bank()),
    },
    withBody({
      method: "post",
      path: ROOT,
      summary: "Begins a story",
      body: NewStoryBody,
      answer: { json: StoryDetail },
      handle: async ({ body }) => ok(await stories.create(body.title)),
    }),
    {
      method: "get",
      path: `${ROOT}/prompts/:slug`,
      summary: "One question, what it listens for, and which of your stories would answer it",
      answer: { json: PromptDetail },
      handle: ({ params }) => stories.prompt(params.slug ?? ""),
    },
    ...storyRoutesOf(stories),
  ];
}

function storyRoutesOf(stories: StoriesRoom): Route[] {
  return [
    {
      method: "get",
      path: STORY,
      summary: "One story with its draft, every telling and its feedback, and answers to probes",
      answer: { json: StoryDetail },
      handle: ({ params }) => stories.story(params.id ?? ""),
    },
    withBody({
      method: "put",
      path: `${STORY}/title`,
      summary: "Renames a story",
      body: RenameBody,
      answer: { json: StoryDetail },
      handle: ({ params, body }) => stories.rename(params.id ?? "", body.title),
    }),
    withBody({
      method: "put",
      path: `${STORY}/draft`,
      summary: "Keeps the draft as typed",
      body: DraftBody,
      answer: { json: DraftSaved },
      handle: ({ params, body }) => stories.saveDraft(params.id ?? "", body.text),
    }),
    withBody({
      method: "post",
      path: `${STORY}/tellings`,
      summary: "Tells the story: read as an interviewer hears it, and kept with its feedback",
      body: TellBody,
      answer: { json: StoryDetail },
      handle: ({ params, body }) => stories.tell(params.id ?? "", body),
    }),
    withBody({
      method: "post",
      path: `${STORY}/answers`,
      summary: "Attaches an answer to a follow-up",
      body: ProbeAnswerBody,
      answer: { json: StoryDetail },
      handle: ({ params, body }) => stories.answerProbe(params.id ?? "", body),
    }),
    {
      method: "post",
      path: `${STORY}/remove`,
      summary: "Removes a story with its tellings; evidence stays",
      answer: { json: StoryBank },
      handle: ({ params }) => stories.remove(params.id ?? ""),
    },
  ];
}
