import { askPinned } from "../../../../lib/pinned-request.ts";
import { failed, ok, type Result } from "../../../../lib/result.ts";
import { type AddressRules, type CheckedAddress, checkedUrl } from "./checked-address.ts";

const MOST_HOPS = 3;
const HOP_TIMEOUT_MS = 10_000;
const ASKED = "/info/refs";

/**
 * Where a repository has moved to: Git itself follows nothing, for the next place may lie inside the network. Where no
 * answer is got here, Git tries by itself and says why it cannot. The reason of a failure is for people.
 */
export async function follow(
  from: CheckedAddress,
  rules: AddressRules,
  signal: AbortSignal,
): Promise<Result<CheckedAddress, string>> {
  if (rules.proxy === "proxy") return ok(from);
  let at = from;
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    const answer = await ask(at, signal);
    if (answer === undefined) return ok(at);
    if (answer.status === 401 || answer.status === 403 || answer.status === 404 || answer.status === 410)
      return failed(
        "There is no public repository at this address. A private one is read from a clone: name its folder.",
      );
    if (answer.isPage) return failed(`${at.url.href} is a page, and no Git repository.`);
    if (answer.location === undefined) return ok(at);
    const path = answer.location.pathname;
    if (!path.endsWith(ASKED)) return failed(`${at.url.hostname} leads on to a page that is no repository.`);
    const next = new URL(answer.location);
    next.pathname = path.slice(0, -ASKED.length);
    next.search = "";
    const checked = await checkedUrl(next, rules);
    if (!checked.ok) return failed(`${at.url.hostname} leads on to ${next.hostname}. ${checked.reason}`);
    at = checked.value;
  }
  return failed(`${from.url.hostname} leads on from place to place without an end.`);
}

type Answer = { status: number; location: URL | undefined; isPage: boolean };

async function ask({ url, numbers }: CheckedAddress, signal: AbortSignal): Promise<Answer | undefined> {
  try {
    const response = await askPinned(new URL(`${url.href.replace(/\/$/, "")}${ASKED}?service=git-upload-pack`), {
      numbers,
      headers: { "user-agent": "git/2 holdout" },
      signal: AbortSignal.any([signal, AbortSignal.timeout(HOP_TIMEOUT_MS)]),
    });
    response.destroy();
    const { statusCode: status = 0, headers } = response;
    const location = status >= 300 && status < 400 ? headers.location : undefined;
    return {
      status,
      isPage: status === 200 && /^text\/html/i.test(headers["content-type"] ?? ""),
      location: location && URL.canParse(location, url.href) ? new URL(location, url.href) : undefined,
    };
  } catch {
    return undefined;
  }
}
