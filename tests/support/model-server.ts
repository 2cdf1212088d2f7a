import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What a server of ours answers to a request of the model protocol; a status other than 200 is a refusal. */
export type ModelReply = { status?: number; text: string; delayMs?: number };
export type ModelServer = { url: string; asked: unknown[]; close: () => Promise<void> };

/**
 * A real server on loopback that speaks the protocols of chat completions (compatible servers), responses (OpenAI) and messages (Anthropic),
 * and says what `reply` makes of each request.
 */
export async function startModelServer(reply: (body: string) => ModelReply): Promise<ModelServer> {
  const asked: unknown[] = [];
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    asked.push({ path: request.url, headers: request.headers, body: JSON.parse(body) });
    const { status = 200, text, delayMs = 0 } = reply(body);
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    response.writeHead(status, { "content-type": "application/json" });
    response.end(status === 200 ? JSON.stringify(envelope(request.url ?? "", text)) : text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, asked, close: () => closed(server) };
}

function envelope(path: string, text: string): object {
  const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };
  if (path.endsWith("/messages"))
    return {
      id: "m1",
      type: "message",
      role: "assistant",
      model: "m",
      content: [{ type: "text", text }],
      stop_reason: "end_turn",
      usage: { input_tokens: 100, output_tokens: 20 },
    };
  if (path.endsWith("/responses"))
    return {
      id: "r1",
      object: "response",
      created_at: 1,
      status: "completed",
      model: "m",
      output: [
        {
          type: "message",
          id: "m1",
          role: "assistant",
          status: "completed",
          content: [{ type: "output_text", text, annotations: [] }],
        },
      ],
      usage: { input_tokens: 100, output_tokens: 20, total_tokens: 120 },
    };
  const message = { role: "assistant", content: text };
  return {
    id: "c1",
    object: "chat.completion",
    created: 1,
    model: "m",
    choices: [{ index: 0, message, finish_reason: "stop" }],
    usage,
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
