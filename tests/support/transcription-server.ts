import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { burstsIn, wordsFor } from "./tone-bursts.ts";

/** How the server behaves: as it should, without times, or in one of the ways that servers fail. */
export type Manner = "words" | "phrases" | "text-alone" | "refuses" | "malformed" | "late" | "moved" | "endless";
type Heard = { path: string | undefined; authorization: string | undefined; fields: Record<string, string[]> };
export type TranscriptionServer = AsyncDisposable & { url: string; heard: Heard[] };

/**
 * A real server on loopback that speaks OpenAI's protocol of audio transcriptions. It knows no speech: it hears the tones of the
 * WAV that it gets and answers one word for each, so that the answer shows that the recording arrived whole.
 */
export async function startTranscriptionServer(manner: Manner): Promise<TranscriptionServer> {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const form = await formOf(request);
    const file = form.get("file");
    const fields = Object.fromEntries([...new Set(form.keys())].map((key) => [key, form.getAll(key).map(String)]));
    heard.push({ path: request.url, authorization: request.headers.authorization, fields });
    const wav = file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
    if (manner === "late") return; // it never answers: who asked gives up
    const { status, headers = {}, body } = answerOf(manner, String(form.get("response_format")), wav);
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    heard,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

type Answer = { status: number; headers?: Record<string, string>; body: string };

function answerOf(manner: Exclude<Manner, "late">, form: string, wav: Buffer): Answer {
  switch (manner) {
    case "refuses":
      return { status: 401, body: '{"error": {"message": "bad key"}}' };
    case "malformed":
      return { status: 200, body: "<html>It works!</html>" };
    case "moved":
      return { status: 307, headers: { location: "http://127.0.0.1:9/v1/audio/transcriptions" }, body: "" };
    case "endless":
      return { status: 200, body: JSON.stringify({ text: "a".repeat(6_000_000) }) };
    case "text-alone":
      if (form !== "json") return { status: 400, body: '{"error": {"message": "response_format is not supported"}}' };
  }
  return { status: 200, body: JSON.stringify(transcriptOf(manner, wav)) };
}

function transcriptOf(manner: Manner, wav: Buffer): object {
  const bursts = burstsIn(wav);
  const words = wordsFor(bursts);
  const text = words.join(" ");
  const times = bursts.map(({ fromMs, toMs }) => ({ start: fromMs / 1000, end: toMs / 1000 }));
  if (manner === "text-alone") return { text };
  const segments = times.map((time, id) => ({ id, text: ` ${words[id]}`, ...time }));
  const told = { task: "transcribe", language: "english", duration: 1, text, segments };
  return manner === "phrases" ? told : { ...told, words: times.map((time, at) => ({ word: words[at], ...time })) };
}

async function formOf(request: IncomingMessage): Promise<FormData> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  return new Response(Buffer.concat(pieces), { headers }).formData();
}
