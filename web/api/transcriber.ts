import { queryOptions } from "@tanstack/react-query";
import type { Transcribed, TranscriberShown } from "../../src/features/settings/schema.ts";
import { getJson, send } from "./client.ts";

/** Something that turns a recording into text, and where the recording goes for that, in words. */
export type Transcriber = { sent: string; hear: (audio: Blob, signal: AbortSignal) => Promise<Transcribed> };

const SETTINGS = "/api/settings/transcriber";

/** Who turns speech into text on the server's side. */
export const transcriberQuery = queryOptions({
  queryKey: ["settings", "transcriber"],
  queryFn: ({ signal }) => getJson<TranscriberShown>(SETTINGS, signal),
});

/**
 * The transcriber behind an address: `/api/interviews/ID/transcribe` in a mock, `/api/settings/transcriber/try` where it is tried.
 * Undefined while none is set.
 */
export function transcriberAt(path: string, shown: TranscriberShown | undefined): Transcriber | undefined {
  if (!shown || shown.used === "none") return undefined;
  return {
    sent: shown.sent,
    async hear(audio, signal) {
      const headers = { "content-type": audio.type };
      return (await send(path, { method: "POST", headers, body: audio, signal })).json() as Promise<Transcribed>;
    },
  };
}
