import { queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "../../api/client.ts";
import type { ModelBody, ModelShown, ModelTested, TranscriberBody, TranscriberShown } from "./types.ts";

const path = "/api/settings/language-model";

export const modelQuery = queryOptions({
  queryKey: ["settings", "language-model"],
  queryFn: ({ signal }) => getJson<ModelShown>(path, signal),
});

export const saveModel = (settings: ModelBody) => sendJson<ModelShown>("PUT", path, settings);
export const removeModel = () => sendJson<ModelShown>("POST", `${path}/remove`, {});
export const testModel = () => sendJson<ModelTested>("POST", `${path}/test`, {});

const voicePath = "/api/settings/transcriber";

export const saveTranscriber = (settings: TranscriberBody) => sendJson<TranscriberShown>("PUT", voicePath, settings);
export const removeTranscriber = () => sendJson<TranscriberShown>("POST", `${voicePath}/remove`, {});
