import type { IncomingMessage } from "node:http";
import { askPinned, bytesOf } from "../../../lib/pinned-request.ts";
import { type Lookup, reached } from "../../../lib/reach.ts";
import { type Failed, failed, ok, type Result } from "../../../lib/result.ts";

export type GetRules = {
  userAgent: string;
  timeoutMs: number;
  mostBytes: number;
  /** Origins that may lie on this machine or in its network, for their addresses were configured and not typed. */
  trusted: readonly string[];
  lookup?: Lookup;
};
/** What of an earlier answer makes the request conditional. */
export type Validators = { etag: string | null; lastModified: string | null };
type Got = { body: string | "unchanged" } & Validators;
/** `answered`: the server was reached and said something; `said` is for people, the end of "The board …". */
export type NotGot = { answered: boolean; status: number | null; said: string };

const MOST_HOPS = 3;

/** Asks for a page once, politely: conditional, bounded in time and size, and never inside the network. */
export async function get(from: URL, validators: Validators, rules: GetRules): Promise<Result<Got, NotGot>> {
  const signal = AbortSignal.timeout(rules.timeoutMs);
  let url = from;
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    const numbers = await numbersFor(url, rules);
    if (!numbers.ok) return failed({ answered: hop > 0, status: null, said: numbers.reason });
    try {
      const response = await askPinned(url, { numbers: numbers.value, headers: headersFor(validators, rules), signal });
      const status = response.statusCode ?? 0;
      const { location } = response.headers;
      if (status >= 300 && status < 400 && status !== 304 && location && URL.canParse(location, url.href)) {
        response.destroy();
        url = new URL(location, url.href);
        continue;
      }
      const answer = await answerOf(response, status, rules, validators);
      return !answer.ok && signal.aborted ? tooLate(rules) : answer;
    } catch (error) {
      return signal.aborted ? tooLate(rules) : failed(unanswered(error as NodeJS.ErrnoException, url));
    }
  }
  return failed({ answered: true, status: null, said: "leads on from place to place without an end" });
}

async function answerOf(
  response: IncomingMessage,
  status: number,
  { mostBytes }: GetRules,
  validators: Validators,
): Promise<Result<Got, NotGot>> {
  if (status === 304) {
    response.resume();
    return ok({ body: "unchanged", ...validators });
  }
  if (status !== 200) {
    response.destroy();
    return failed({ answered: true, status, said: `answered with an error (HTTP ${status})` });
  }
  const bytes = await bytesOf(response, mostBytes).catch(() => "broken" as const);
  if (bytes === undefined || bytes === "broken") {
    const tooMuch = `sent more than ${mostBytes / 1e6} MB, which is no job board`;
    return failed({ answered: true, status, said: bytes === "broken" ? "broke off its answer" : tooMuch });
  }
  const { etag = null, "last-modified": lastModified = null } = response.headers;
  return ok({ body: new TextDecoder().decode(bytes), etag, lastModified });
}

async function numbersFor(url: URL, { trusted, lookup }: GetRules): Promise<Result<readonly string[], string>> {
  if (url.protocol !== "https:" && url.protocol !== "http:") return failed("leads to an address that is no web page");
  const inside = trusted.includes(url.origin) ? "allowed" : "refused";
  const found = await reached(url.hostname, { inside, lookup });
  if (found.ok) return ok(found.value.numbers);
  return failed(
    found.reason === "unknown-host"
      ? `cannot be reached: there is no ${url.hostname}, or the network is down`
      : `leads to ${url.hostname}, an address inside your network: such are not fetched`,
  );
}

function headersFor({ etag, lastModified }: Validators, { userAgent }: GetRules) {
  return {
    accept: "application/json, text/html;q=0.9, */*;q=0.1",
    "user-agent": userAgent,
    ...(etag ? { "if-none-match": etag } : {}),
    ...(lastModified ? { "if-modified-since": lastModified } : {}),
  };
}

function tooLate({ timeoutMs }: GetRules): Failed<NotGot> {
  return failed({ answered: false, status: null, said: `took longer than ${timeoutMs / 1_000} s to answer` });
}

function unanswered({ code, message }: NodeJS.ErrnoException, url: URL): NotGot {
  const said =
    code === "ECONNRESET" ? "broke off its answer" : `cannot be reached at ${url.hostname} (${code ?? message})`;
  return { answered: false, status: null, said };
}
