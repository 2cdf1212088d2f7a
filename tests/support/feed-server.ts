import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Serve = (request: IncomingMessage, response: ServerResponse) => void;
export type FeedServer = {
  url: string;
  port: number;
  /** What is answered at a path, from now on. */
  serve: (path: string, serve: Serve) => void;
  /** Paths in the order in which they were asked for, with the headers. */
  asked: IncomingMessage[];
  close: () => void;
};

/** A real server of feeds on loopback. */
export async function startFeedServer(): Promise<FeedServer> {
  const paths = new Map<string, Serve>();
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    const serve = paths.get(new URL(request.url ?? "/", "http://localhost").pathname);
    if (serve) serve(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    serve: (path, serve) => void paths.set(path, serve),
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Answers with a body. */
export function body(
  content: string | Uint8Array,
  type = "application/xml",
  headers: Record<string, string> = {},
): Serve {
  return (_, response) => response.writeHead(200, { "content-type": type, ...headers }).end(content);
}

export type Item = { id?: string; title: string; link?: string; text?: string; date?: string };

export function atom(items: readonly Item[], title = "A lab"): string {
  const entries = items.map(
    ({ id, title: name, link, text = "", date = "2026-03-01T00:00:00Z" }) =>
      `<entry>${id ? `<id>${id}</id>` : ""}<title>${name}</title>${link ? `<link href="${link}"/>` : ""}<updated>${date}</updated><summary type="html">${text}</summary><author><name>Ada Example</name></author></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>${title}</title><id>urn:x</id><updated>2026-03-01T00:00:00Z</updated>${entries.join("")}</feed>`;
}
