import { askPinned, bytesOf } from "../../lib/pinned-request.ts";
import { reached } from "../../lib/reach.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import { textOfPage } from "./from-page.ts";

/** Addresses of this machine are for tests with a server of their own. */
export type FetchRules = { loopback: "refused" | "allowed" };

const MOST_BYTES = 2_000_000;
const TIMEOUT_MS = 10_000;
const MOST_HOPS = 5;
const PASTE = "Paste its text instead.";
const HEADERS = { accept: "text/html, text/plain", "user-agent": "holdout (a person asked for this page)" };

/** Fetches the text of a posting from a public page, at the person's request. The reason of a failure is for people. */
export async function fetchPosting(given: string, rules: FetchRules): Promise<Result<string, string>> {
  const text = given.trim();
  const whole = /^[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/.test(text) ? `https://${text}` : text;
  if (!URL.canParse(whole))
    return failed(`"${text.slice(0, 120)}" is no address. It looks like https://example.com/jobs/1.`);
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let url = new URL(whole);
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    const numbers = await numbersFor(url, rules);
    if (!numbers.ok) return numbers;
    const answer = await ask(url, numbers.value, signal);
    if (!answer.ok) return answer;
    if (answer.value.next === undefined) return textOf(answer.value);
    url = answer.value.next;
  }
  return failed(`${url.hostname} leads on from place to place without an end. ${PASTE}`);
}

/** The numbers of the host, where it may be asked. */
async function numbersFor(url: URL, { loopback }: FetchRules): Promise<Result<readonly string[], string>> {
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return failed("Only http and https addresses are fetched.");
  if (url.username !== "" || url.password !== "")
    return failed("The address holds a name or a password. Leave it out.");
  const found = await reached(url.hostname, { inside: loopback === "allowed" ? "loopback" : "refused" });
  if (found.ok) return ok(found.value.numbers);
  return failed(
    found.reason === "unknown-host"
      ? `There is no ${url.hostname}, or the network is down. ${PASTE}`
      : `${url.hostname} is an address inside your network, which is not fetched. ${PASTE}`,
  );
}

type Answer = { type: string; bytes: Buffer; next: URL | undefined };

async function ask(url: URL, numbers: readonly string[], signal: AbortSignal): Promise<Result<Answer, string>> {
  try {
    const response = await askPinned(url, { numbers, headers: HEADERS, signal });
    const { statusCode: status = 0, headers } = response;
    const to = status >= 300 && status < 400 ? headers.location : undefined;
    if (status !== 200) response.destroy();
    if (to !== undefined && URL.canParse(to, url.href))
      return ok({ type: "", bytes: Buffer.alloc(0), next: new URL(to, url) });
    if (status !== 200) return failed(`${url.hostname} answers ${status}. ${PASTE}`);
    const bytes = await bytesOf(response, MOST_BYTES);
    if (!bytes) return failed(`The page is larger than ${MOST_BYTES / 1e6} MB. ${PASTE}`);
    return ok({ type: headers["content-type"] ?? "", bytes, next: undefined });
  } catch {
    const late = `${url.hostname} took longer than ${TIMEOUT_MS / 1000} seconds.`;
    return failed(`${signal.aborted ? late : `${url.hostname} cannot be reached.`} ${PASTE}`);
  }
}

function textOf({ type, bytes }: Answer): Result<string, string> {
  if (!/^(text\/(html|plain)|application\/xhtml\+xml)/i.test(type))
    return failed(`The address is no page of text (${type.split(";")[0] || "no type"}). ${PASTE}`);
  const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1] ?? "utf-8";
  const decoded = decode(bytes, charset);
  const text = /plain/i.test(type) ? decoded : textOfPage(decoded);
  return text.length < LEAST_CHARACTERS
    ? failed(`The page has no text of its own; it is made by scripts. ${PASTE}`)
    : ok(text.slice(0, MOST_CHARACTERS));
}

const LEAST_CHARACTERS = 120;
const MOST_CHARACTERS = 100_000;

function decode(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
