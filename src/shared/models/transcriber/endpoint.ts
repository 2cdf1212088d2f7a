import { z } from "zod";
import { parseJson } from "../../../lib/parse-json.ts";
import { failed, type Result } from "../../../lib/result.ts";
import { extensionOf } from "./audio-type.ts";
import type { TranscriberSettings } from "./settings-shape.ts";
import {
  type Heard,
  heardOrNothing,
  MANNER,
  MOST_AUDIO_BYTES,
  type Recording,
  type TranscribeFailure,
  type Transcriber,
} from "./transcriber.ts";

const TIMEOUT_MS = 120_000;
const MOST_ANSWER_BYTES = 5_000_000;
/** A server that does not know the form that was asked for says so with one of these. */
const OTHER_FORM = [400, 415, 422];
const MS = 1000;

type Answered = { status: number; text: string };

/** A server that speaks OpenAI's protocol: `POST {baseUrl}/audio/transcriptions`, as multipart. */
export function endpointTranscriber(settings: TranscriberSettings, timeoutMs = TIMEOUT_MS): Transcriber {
  return {
    name: `${settings.model} at ${new URL(settings.baseUrl).host}`,
    async transcribe(recording) {
      const extension = extensionOf(recording.type);
      if (!extension) return failed("wrong-type");
      if (recording.bytes.length > MOST_AUDIO_BYTES) return failed("too-large");
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const timed = await ask(settings, { recording, form: "verbose_json", signal });
        // the newer models of OpenAI, for one, have no times to give
        const answered = OTHER_FORM.includes(timed.status)
          ? await ask(settings, { recording, form: "json", signal })
          : timed;
        return answered.status === 200 ? heardIn(answered.text) : failed("refused");
      } catch (error) {
        return failed(reasonOf(error));
      }
    },
  };
}

type Asked = { recording: Recording; form: "verbose_json" | "json"; signal: AbortSignal };

async function ask(
  { baseUrl, model, apiKey }: TranscriberSettings,
  { recording: { bytes, type }, form, signal }: Asked,
): Promise<Answered> {
  const body = new FormData();
  body.set("file", new Blob([bytes], { type }), `recording.${extensionOf(type)}`);
  body.set("model", model);
  body.set("language", "en");
  body.set("prompt", MANNER);
  body.set("response_format", form);
  if (form === "verbose_json")
    for (const granularity of ["word", "segment"]) body.append("timestamp_granularities[]", granularity);
  const response = await fetch(`${baseUrl.replace(/\/+$/, "")}/audio/transcriptions`, {
    method: "POST",
    headers: { accept: "application/json", ...(apiKey === "" ? {} : { authorization: `Bearer ${apiKey}` }) },
    body,
    signal,
    redirect: "manual", // neither voice nor key goes to a place that nobody entered
  });
  return { status: response.status, text: await textOf(response) };
}

class AnswerTooLarge extends Error {}

async function textOf(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > MOST_ANSWER_BYTES) throw new AnswerTooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

const Seconds = z.number().min(0).max(86_400);
const Answer = z.object({
  text: z.string().max(200_000),
  words: z.array(z.object({ word: z.string(), start: Seconds, end: Seconds })).nullish(),
  segments: z.array(z.object({ text: z.string(), start: Seconds, end: Seconds })).nullish(),
});

function heardIn(text: string): Result<Heard, TranscribeFailure> {
  const answer = Answer.safeParse(parseJson(text));
  if (!answer.success) return failed("malformed");
  const { words, segments } = answer.data;
  return heardOrNothing({
    text: answer.data.text,
    words: (words ?? []).map(({ word, start, end }) => ({ text: word, fromMs: start * MS, toMs: end * MS })),
    phrases: (segments ?? []).map(({ text: said, start, end }) => ({ text: said, fromMs: start * MS, toMs: end * MS })),
  });
}

function reasonOf(error: unknown): TranscribeFailure {
  if (error instanceof AnswerTooLarge) return "malformed";
  return error instanceof Error && /^(TimeoutError|AbortError)$/.test(error.name) ? "timeout" : "unreachable";
}
