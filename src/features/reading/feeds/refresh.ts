import { createHash } from "node:crypto";
import type { Clock } from "../../../lib/clock.ts";
import { failed, ok, type Result } from "../../../lib/result.ts";
import { counted } from "../../../lib/text.ts";
import { isArxiv } from "../model/arxiv.ts";
import type { Entry, Feed, Refreshed } from "../schema.ts";
import { decodeFeed } from "./decode-feed.ts";
import { type Fetched, type FetchFault, fetchFeed, type Net } from "./fetch-feed.ts";
import { parseFeedApart } from "./parse-apart.ts";
import type { ParsedEntry } from "./parsed.ts";
import type { Conditional, FeedsRepo } from "./repo.ts";
import { Turns } from "./turns.ts";

const MINUTE_MS = 60_000;
const BETWEEN_FETCHES_MS = 15 * MINUTE_MS;
const LONGEST_WAIT_MS = 24 * 60 * MINUTE_MS;
const ARXIV_PAUSE_MS = 3_000;

type Deps = { repo: FeedsRepo; net: Net; clock: Clock; wait: (ms: number) => Promise<void> };
type Known = Feed & Conditional;
type Refreshing = Promise<Result<Refreshed, "unknown-feed">>;

/** Fetches feeds when a person asks for it, and politely: one at a time each, seldom, and only what has changed. */
export class Refresher {
  readonly #deps: Deps;
  readonly #arxiv: Turns;
  readonly #underWay = new Map<string, Refreshing>();

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#arxiv = new Turns({ clock: deps.clock, wait: deps.wait, pauseMs: ARXIV_PAUSE_MS });
  }

  /** What fails leaves the entries as they are, and is told. */
  refresh(id: string): Refreshing {
    const known = this.#underWay.get(id);
    if (known) return known;
    const begun = this.#refresh(id).finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, begun);
    return begun;
  }

  async #refresh(id: string): Refreshing {
    const { repo, net, clock } = this.#deps;
    const feed = await repo.feed(id);
    if (!feed) return failed("unknown-feed");
    const waits = minutesToWait(feed, clock());
    if (waits > 0)
      return ok({
        feed: shown(feed),
        added: 0,
        outcome: "waits",
        said: `Fetched a moment ago; again in ${waits} min.`,
      });
    const { hostname } = new URL(feed.address);
    const fetched = await (isArxiv(hostname) ? this.#arxiv.take(() => fetchFeed(feed, net)) : fetchFeed(feed, net));
    return ok(await this.#keep(feed, fetched));
  }

  async #keep(feed: Known, fetched: Result<Fetched, FetchFault>): Promise<Refreshed> {
    if (!fetched.ok) return this.#failed(feed, fetched.reason);
    const { repo, clock } = this.#deps;
    const now = clock();
    const asked = askedAt(feed, now);
    if (fetched.value.kind === "unchanged") {
      const unchanged = { ...asked, readAt: now.toISOString(), fault: null };
      await repo.keepFetch(unchanged, []);
      return { feed: shown(unchanged), added: 0, outcome: "unchanged", said: "Nothing new." };
    }
    const { bytes, contentType, etag, lastModified, at } = fetched.value;
    const { text, note } = decodeFeed(bytes, contentType);
    const parsed = await parseFeedApart(text, at);
    if (!parsed.ok) return this.#failed(feed, { said: parsed.reason, reached: true, retryAfter: null });
    const { title, entries, left } = parsed.value;
    const odd = [note, left > 0 ? `It holds ${left} more entries than are kept at once.` : null].filter(Boolean);
    const read: Known = {
      ...asked,
      etag,
      lastModified,
      title: title || feed.title,
      readAt: now.toISOString(),
      fault: null,
      note: odd.length > 0 ? odd.join(" ") : null,
    };
    const added = await repo.keepFetch(
      read,
      entries.map((entry) => asEntry(entry, feed.id, now)),
    );
    const said =
      entries.length === 0
        ? "The feed is empty."
        : added === 0
          ? "Nothing new."
          : `${counted(added, "new entry", "new entries")}.`;
    return { feed: shown(read), added, outcome: "read", said: [said, ...odd].join(" ") };
  }

  async #failed(feed: Known, { said, reached, retryAfter }: FetchFault): Promise<Refreshed> {
    const now = this.#deps.clock();
    const asked = askedAt(feed, now, waitAsked(retryAfter, now));
    // nobody was asked where the network is down: it may be tried again at once
    const kept = { ...asked, fault: said, nextAt: reached ? asked.nextAt : null };
    await this.#deps.repo.keepFetch(kept, []);
    return { feed: shown(kept), added: 0, outcome: "failed", said };
  }
}

/** A time further off than any wait was made by a clock that was set back. */
function minutesToWait({ nextAt }: Feed, now: Date): number {
  const left = nextAt === null ? 0 : Date.parse(nextAt) - now.getTime();
  return left > 0 && left <= LONGEST_WAIT_MS ? Math.ceil(left / MINUTE_MS) : 0;
}

function askedAt(feed: Known, now: Date, waitMs = 0): Known {
  const nextAt = new Date(now.getTime() + Math.max(BETWEEN_FETCHES_MS, waitMs));
  return { ...feed, fetchedAt: now.toISOString(), nextAt: nextAt.toISOString() };
}

/** Milliseconds that a server asks for: `Retry-After` is in seconds or a date (RFC 9110, 10.2.3). */
function waitAsked(retryAfter: string | null, now: Date): number {
  if (retryAfter === null) return 0;
  const seconds = Number(retryAfter);
  const waitMs = Number.isNaN(seconds) ? Date.parse(retryAfter) - now.getTime() : seconds * 1_000;
  return waitMs > 0 ? Math.min(waitMs, LONGEST_WAIT_MS) : 0;
}

function shown({ etag: _, lastModified: __, ...feed }: Known): Feed {
  return feed;
}

const ID_CHARS = 32;

function asEntry({ key, ...entry }: ParsedEntry, feedId: string, now: Date): Entry {
  const id = createHash("sha256").update(`${feedId}\n${key}`).digest("hex").slice(0, ID_CHARS);
  return { id, feedId, ...entry, fetchedAt: now.toISOString(), state: "unread" };
}
