import { lookup } from "node:dns/promises";
import { request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { type Lookup, reachOf } from "../../../lib/reach.ts";
import { type Failed, failed, ok, type Result } from "../../../lib/result.ts";
import { bodyOf } from "./body.ts";

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
    const reached = await numbersFor(url, rules);
    if (!reached.ok) return failed({ answered: hop > 0, status: null, said: reached.reason });
    try {
      const response = await ask(url, { numbers: reached.value, validators, rules, signal });
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
  const body = await bodyOf(response, mostBytes);
  if (!body.ok) return failed({ answered: true, status, said: body.reason });
  const { etag = null, "last-modified": lastModified = null } = response.headers;
  return ok({ body: body.value, etag, lastModified });
}

/** The numbers of a host, where it may be asked: looked up once, so that the name cannot mean another place after it. */
async function numbersFor(
  url: URL,
  { trusted, lookup: find = numbersOf }: GetRules,
): Promise<Result<readonly string[], string>> {
  if (url.protocol !== "https:" && url.protocol !== "http:") return failed("leads to an address that is no web page");
  const found = await reachOf(url.hostname, find);
  if (found === undefined) return failed(`cannot be reached: there is no ${url.hostname}, or the network is down`);
  if (found.reach !== "public" && !trusted.includes(url.origin))
    return failed(`leads to ${url.hostname}, an address inside your network: such are not fetched`);
  return ok(found.numbers);
}

async function numbersOf(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

type Asking = { numbers: readonly string[]; validators: Validators; rules: GetRules; signal: AbortSignal };

function ask(url: URL, { numbers, validators, rules, signal }: Asking): Promise<IncomingMessage> {
  const pinned = numbers.map((address) => ({ address, family: isIP(address) }));
  const lookup: LookupFunction = (_host, options, done) => {
    if (options.all) done(null, pinned);
    else done(null, pinned[0]?.address ?? "", pinned[0]?.family ?? 4);
  };
  const { etag, lastModified } = validators;
  const options: RequestOptions = {
    lookup,
    signal,
    headers: {
      accept: "application/json, text/html;q=0.9, */*;q=0.1",
      "accept-encoding": "gzip, br",
      "user-agent": rules.userAgent,
      ...(etag ? { "if-none-match": etag } : {}),
      ...(lastModified ? { "if-modified-since": lastModified } : {}),
    },
  };
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    request(url, options, resolve).on("error", reject).end();
  });
}

function tooLate({ timeoutMs }: GetRules): Failed<NotGot> {
  return failed({ answered: false, status: null, said: `took longer than ${timeoutMs / 1_000} s to answer` });
}

function unanswered({ code, message }: NodeJS.ErrnoException, url: URL): NotGot {
  const said =
    code === "ECONNRESET" ? "broke off its answer" : `cannot be reached at ${url.hostname} (${code ?? message})`;
  return { answered: false, status: null, said };
}
