import type { SettingsRoom } from "../../features/settings/index.ts";
import { ModelBody, ModelShown, ModelTested } from "../../features/settings/schema.ts";
import { ok } from "../../lib/result.ts";
import { type Route, withBody } from "./route.ts";

const PATH = "/api/settings/language-model";

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
  ];
}
