import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { App } from "../../app.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import { createHttpApp } from "./http-app.ts";

export type Listening = { port: number; url: string; close: () => Promise<void> };

const HOST = "127.0.0.1";
const CLOSE_GRACE_MS = 2000;

/** Listens on this machine alone. The reason of a failure is a sentence. */
export async function listen(app: App, wanted: number, reportBug = console.error): Promise<Result<Listening, string>> {
  let port = wanted;
  const http = createHttpApp(app, { port: () => port, reportBug });
  const server = createAdaptorServer({ fetch: http.fetch }) as Server;
  const failure = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    server.once("error", resolve);
    server.listen(wanted, HOST, () => resolve(undefined));
  });
  if (failure) return failed(whyNot(failure, wanted));
  port = (server.address() as AddressInfo).port;
  return ok({ port, url: `http://${HOST}:${port}`, close: () => closeServer(server) });
}

function whyNot({ code, message }: NodeJS.ErrnoException, port: number): string {
  if (code === "EADDRINUSE") {
    return `Port ${port} is in use, perhaps by another Holdout. Stop that one, or choose another: serve --port ${port + 1}`;
  }
  if (code === "EACCES") return `Port ${port} may not be used by this user. Choose one above 1023: serve --port 4600`;
  return `Could not listen on port ${port}: ${message}`;
}

async function closeServer(server: Server): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
  clearTimeout(timer);
}
