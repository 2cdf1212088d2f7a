import type { InterviewRoom } from "../../features/interview/index.ts";
import { KeptRecordings, Transcribed } from "../../features/interview/schema.ts";
import type { Result } from "../../lib/result.ts";
import { MOST_AUDIO_BYTES } from "../../shared/models/transcriber/transcriber.ts";
import { answerOf, type FailureCode } from "./failures.ts";
import { type BytesBody, type Route, withBytes } from "./route.ts";

const SESSION = "/api/interviews/:id";
const RECORDINGS = `${SESSION}/recordings`;

/** A recording as body. Thirteen minutes as WAV of 16 kHz, hours as WebM. */
export const RECORDING: BytesBody = {
  types: /^audio\/[\w.+-]+\s*(;|$)/i,
  mostBytes: MOST_AUDIO_BYTES,
  wrongType: "no-recording",
  tooLarge: "recording-too-large",
};

/** What is spoken in a mock, over HTTP: parse, call, format. */
export function speechRoutes(speech: InterviewRoom["speech"]): Route[] {
  return [
    withBytes({
      method: "post",
      path: `${SESSION}/transcribe`,
      summary: "Turns a recording into text, with its pauses; nothing is said by it and nothing is kept",
      bytes: RECORDING,
      answer: { json: Transcribed },
      handle: async ({ params, body }) => heard(await speech.transcribe(params.id ?? "", body)),
    }),
    {
      method: "get",
      path: RECORDINGS,
      summary: "Recordings that were kept of a mock",
      answer: { json: KeptRecordings },
      handle: async ({ params }) => heard(await speech.list(params.id ?? "")),
    },
    {
      method: "post",
      path: `${RECORDINGS}/remove`,
      summary: "Removes every recording of a mock",
      answer: { json: KeptRecordings },
      handle: async ({ params }) => heard(await speech.forgetEvery(params.id ?? "")),
    },
    withBytes({
      method: "put",
      path: `${RECORDINGS}/:event`,
      summary: "Keeps the recording of what was said under this event id, on this machine; only with keep=true",
      bytes: RECORDING,
      answer: { json: KeptRecordings },
      handle: async ({ params: { id = "", event = "" }, query, body }) =>
        query.keep === "true"
          ? heard(await speech.keep(id, event, body))
          : { ok: false, reason: "recording-not-asked-for" },
    }),
    {
      method: "get",
      path: `${RECORDINGS}/:event`,
      summary: "A recording that was kept",
      answer: { bytes: "audio/*" },
      async handle({ params: { id = "", event = "" } }) {
        const found = await speech.play(id, event);
        if (!found.ok) return heard(found);
        const { bytes, type } = found.value;
        return new Response(bytes, { headers: { "content-type": type, "cache-control": "no-store" } });
      },
    },
    {
      method: "post",
      path: `${RECORDINGS}/:event/remove`,
      summary: "Removes one recording",
      answer: { json: KeptRecordings },
      handle: async ({ params: { id = "", event = "" } }) => heard(await speech.forget(id, event)),
    },
  ];
}

/** What was not heard is told in words. */
export const heard = <T extends object>(result: Result<T, FailureCode | { said: string }>) =>
  answerOf(result, "not-heard");
