import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type BoardServer = {
  url: string;
  /** The requests that came, oldest first. */
  asked: { path: string; headers: IncomingMessage["headers"] }[];
  /** What the server answers from now on. */
  answer: (with_: (request: IncomingMessage, response: ServerResponse) => void) => void;
  /** Answers with this as JSON, or as it is where it is a text. */
  say: (body: unknown, headers?: Record<string, string>) => void;
  close: () => Promise<void>;
};

/** A real HTTP server on loopback that says what a job board would. */
export async function startBoardServer(): Promise<BoardServer> {
  const asked: BoardServer["asked"] = [];
  let handle: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => response.end();
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? "", headers: request.headers });
    handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer(with_) {
      handle = with_;
    },
    say(body, headers = {}) {
      handle = (_, response) => {
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
        response.end(typeof body === "string" ? body : JSON.stringify(body));
      };
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
