import type { IncomingMessage } from "node:http";
import { askPinned, bytesOf } from "../../../lib/pinned-request.ts";
import { type Lookup, reached } from "../../../lib/reach.ts";
import { failed, ok, type Result } from "../../../lib/result.ts";

export type Net = {
  /** Of tests; else the system's. */
  lookup?: Lookup;
  /** Addresses of this machine are for tests with a server of their own. */
  loopback: "refused" | "allowed";
  /** Who asks, as servers are told. */
  agent: string;
};
export type Asked = { address: string; etag: string | null; lastModified: string | null };
export type Fetched =
  | { kind: "unchanged" }
  | {
      kind: "brought";
      bytes: Uint8Array;
      contentType: string;
      etag: string | null;
      lastModified: string | null;
      /** Where it was found in the end. */
      at: string;
    };
/** `reached` says whether a server was asked at all; `retryAfter` is what its header of this name said. */
export type FetchFault = { said: string; reached: boolean; retryAfter: string | null };

const MOST_BYTES = 10_000_000;
const TIMEOUT_MS = 20_000;
const MOST_HOPS = 5;
const ACCEPTED = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";

/** Fetches a feed unless it is as it was. Redirects are followed, each to where it may lead alone. */
export async function fetchFeed(asked: Asked, net: Net): Promise<Result<Fetched, FetchFault>> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let url = new URL(asked.address);
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    const numbers = await numbersOf(url, net);
    if (!numbers.ok) return fault(numbers.reason, { reached: hop > 0 });
    try {
      const answer = await askPinned(url, { numbers: numbers.value, headers: headersFor(asked, net.agent), signal });
      const next = locationOf(answer, url);
      if (next === undefined) return await taken(answer, url);
      answer.destroy();
      url = next;
    } catch (error) {
      return fault(wordsOf(error, url, signal), { reached: true });
    }
  }
  return fault(`${url.hostname} leads on from place to place without an end.`, { reached: true });
}

/** The numbers of the host, where it may be asked. */
async function numbersOf(url: URL, { lookup, loopback }: Net): Promise<Result<readonly string[], string>> {
  if (url.protocol !== "https:" && url.protocol !== "http:") return failed("It leads to what is no web address.");
  const inside = loopback === "allowed" ? "loopback" : "refused";
  const found = await reached(url.hostname, { inside, lookup });
  if (found.ok) return ok(found.value.numbers);
  return failed(
    found.reason === "unknown-host"
      ? `There is no ${url.hostname}, or the network is down.`
      : `${url.hostname} is an address inside your network: feeds are read from the open web alone.`,
  );
}

function headersFor({ etag, lastModified }: Asked, agent: string) {
  return {
    accept: ACCEPTED,
    "user-agent": agent,
    ...(etag === null ? {} : { "if-none-match": etag }),
    ...(lastModified === null ? {} : { "if-modified-since": lastModified }),
  };
}

function locationOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | undefined {
  const { location } = headers;
  if (statusCode < 301 || statusCode > 308 || statusCode === 304 || location === undefined) return undefined;
  return URL.canParse(location, from.href) ? new URL(location, from) : undefined;
}

async function taken(answer: IncomingMessage, url: URL): Promise<Result<Fetched, FetchFault>> {
  const { statusCode = 0, headers } = answer;
  if (statusCode === 304 || statusCode !== 200) {
    answer.destroy();
    return statusCode === 304 ? ok({ kind: "unchanged" }) : refused(statusCode, headers["retry-after"] ?? null, url);
  }
  const bytes = await bytesOf(answer, MOST_BYTES);
  if (bytes === undefined) return fault(`It is larger than ${MOST_BYTES / 1e6} MB.`, { reached: true });
  return ok({
    kind: "brought",
    bytes,
    contentType: headers["content-type"] ?? "",
    etag: headers.etag ?? null,
    lastModified: headers["last-modified"] ?? null,
    at: url.href,
  });
}

function refused(status: number, retryAfter: string | null, { hostname }: URL): Result<never, FetchFault> {
  const said =
    status === 404 || status === 410
      ? `${hostname} has no feed at this address (any more).`
      : status === 429
        ? `${hostname} asks to be left alone for a while.`
        : `${hostname} answered ${status}.`;
  return failed({ said, reached: true, retryAfter });
}

function fault(said: string, { reached }: { reached: boolean }): Result<never, FetchFault> {
  return failed({ said, reached, retryAfter: null });
}

function wordsOf(error: unknown, { hostname }: URL, signal: AbortSignal): string {
  if (signal.aborted) return `${hostname} did not answer within ${TIMEOUT_MS / 1_000} seconds.`;
  const { code = "" } = error as NodeJS.ErrnoException;
  if (code === "ECONNREFUSED") return `${hostname} takes no connection.`;
  if (code.startsWith("Z_") || code.startsWith("ERR__ERROR_FORMAT"))
    return "It is packed in a way that does not unpack.";
  if (/CERT|TLS|SSL/.test(code)) return `${hostname} does not prove that it is ${hostname} (${code}).`;
  return `${hostname} broke off.`;
}
