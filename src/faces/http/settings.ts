import type { SettingsRoom } from "../../features/settings/index.ts";
import {
  ModelBody,
  ModelShown,
  ModelTested,
  Transcribed,
  TranscriberBody,
  TranscriberShown,
} from "../../features/settings/schema.ts";
import { ok } from "../../lib/result.ts";
import { type Route, withBody, withBytes } from "./route.ts";
import { heard, RECORDING } from "./speech.ts";

const PATH = "/api/settings/language-model";
const VOICE = "/api/settings/transcriber";

/** The settings over HTTP: parse, call, format. */
export function settingsRoutes(settings: SettingsRoom): Route[] {
  return [
    {
      method: "get",
      path: PATH,
      summary: "Which language model is asked, what was spent, and what is sent",
      answer: { json: ModelShown },
      handle: async () => ok(settings.show()),
    },
    withBody({
      method: "put",
      path: PATH,
      summary: "Sets the language model; an empty key keeps the one that is there",
      body: ModelBody,
      answer: { json: ModelShown },
      handle: async ({ body }) => ok(settings.save(body)),
    }),
    {
      method: "post",
      path: `${PATH}/remove`,
      summary: "Forgets the language model and its key",
      answer: { json: ModelShown },
      handle: async () => ok(settings.remove()),
    },
    {
      method: "post",
      path: `${PATH}/test`,
      summary: "Asks the language model one small question",
      answer: { json: ModelTested },
      handle: async () => ok(await settings.test()),
    },
    ...voiceRoutes(settings.voice),
  ];
}

function voiceRoutes(voice: SettingsRoom["voice"]): Route[] {
  return [
    {
      method: "get",
      path: VOICE,
      summary: "Who turns speech into text, and what is sent",
      answer: { json: TranscriberShown },
      handle: async () => ok(voice.show()),
    },
    withBody({
      method: "put",
      path: VOICE,
      summary: "Sets the server that turns speech into text; an empty key keeps the one that is there",
      body: TranscriberBody,
      answer: { json: TranscriberShown },
      handle: async ({ body }) => ok(voice.save(body)),
    }),
    {
      method: "post",
      path: `${VOICE}/remove`,
      summary: "Forgets that server and its key",
      answer: { json: TranscriberShown },
      handle: async () => ok(voice.remove()),
    },
    withBytes({
      method: "post",
      path: `${VOICE}/try`,
      summary: "Turns a recording into text, to see whether it works; nothing is kept",
      bytes: RECORDING,
      answer: { json: Transcribed },
      handle: async ({ body }) => heard(await voice.hear(body)),
    }),
  ];
}
