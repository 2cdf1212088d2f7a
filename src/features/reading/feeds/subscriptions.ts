import type { Clock } from "../../../lib/clock.ts";
import { newId } from "../../../lib/ids.ts";
import { reachOf } from "../../../lib/reach.ts";
import { failed, ok, type Result } from "../../../lib/result.ts";
import { webAddress } from "../model/web-address.ts";
import type { EntryList, Feed, FeedList, OpmlTaken } from "../schema.ts";
import type { Net } from "./fetch-feed.ts";
import { parseOpmlApart } from "./parse-apart.ts";
import type { FeedsRepo } from "./repo.ts";
import { SUGGESTED_FEEDS } from "./suggestions.ts";

const MOST_FEEDS = 500;
const MOST_SHOWN = 100;
const MOST_REFUSED = 20;
const INSIDE = "is an address inside your network: feeds are read from the open web alone.";
type Said = { said: string };

/** The feeds that a person has subscribed to. Nothing here asks a server. */
export class Subscriptions {
  readonly #repo: FeedsRepo;
  readonly #net: Pick<Net, "loopback">;
  readonly #clock: Clock;

  constructor({ repo, net, clock }: { repo: FeedsRepo; net: Pick<Net, "loopback">; clock: Clock }) {
    this.#repo = repo;
    this.#net = net;
    this.#clock = clock;
  }

  async list(): Promise<FeedList> {
    const [feeds, counts] = await Promise.all([this.#repo.feeds(), this.#repo.counts()]);
    const known = new Set(feeds.map(({ address }) => address));
    return {
      feeds: feeds.map((feed) => {
        const own = counts.filter(({ feedId }) => feedId === feed.id);
        const sum = (rows: typeof own) => rows.reduce((all, { count }) => all + count, 0);
        return { ...feed, entries: sum(own), unread: sum(own.filter(({ state }) => state === "unread")) };
      }),
      suggestions: SUGGESTED_FEEDS.filter(({ address }) => !known.has(address)),
    };
  }

  async add(typed: string): Promise<Result<FeedList, Said>> {
    const address = await this.#allowed(typed);
    if (!address.ok) return failed({ said: address.reason });
    if ((await this.#repo.feeds()).length >= MOST_FEEDS) return failed({ said: TOO_MANY });
    const suggested = SUGGESTED_FEEDS.find((each) => each.address === address.value);
    const added = await this.#repo.add([this.#feed(address.value, suggested?.title ?? "")]);
    return added === 0 ? failed({ said: "This feed is on the list already." }) : ok(await this.list());
  }

  async remove(id: string): Promise<Result<FeedList, "unknown-feed">> {
    if ((await this.#repo.feed(id)) === undefined) return failed("unknown-feed");
    await this.#repo.remove(id);
    return ok(await this.list());
  }

  async takeOpml(text: string): Promise<Result<OpmlTaken, Said>> {
    const listed = await parseOpmlApart(text);
    if (!listed.ok) return failed({ said: listed.reason });
    const refused: string[] = [];
    const feeds = new Map<string, Feed>();
    for (const { title, address } of listed.value) {
      const allowed = await this.#allowed(address);
      if (allowed.ok) feeds.set(allowed.value, this.#feed(allowed.value, title));
      else refused.push(allowed.reason);
    }
    const room = MOST_FEEDS - (await this.#repo.feeds()).length;
    if (feeds.size > room) return failed({ said: TOO_MANY });
    const added = await this.#repo.add([...feeds.values()]);
    return ok({ added, known: feeds.size - added, refused: refused.slice(0, MOST_REFUSED) });
  }

  async opml(): Promise<string> {
    // loaded here, so that what has to do with no list starts without a parser of feeds
    const { writeOpml } = await import("./opml.ts");
    return writeOpml(await this.#repo.feeds(), this.#clock());
  }

  async entries(asked: { feed?: string | undefined; words?: string | undefined }): Promise<EntryList> {
    const { feed, words } = asked;
    // who looks for words looks through all; else what was dropped or taken is out of the way
    const state = words?.trim() ? undefined : ("unread" as const);
    const [feeds, found] = await Promise.all([
      this.#repo.feeds(),
      this.#repo.entries({ feed, words, state }, MOST_SHOWN + 1),
    ]);
    const titles = new Map(feeds.map(({ id, title, address }) => [id, title || address]));
    // one paper may be in two feeds
    const distinct = new Map(found.toReversed().map((entry) => [entry.arxivId ?? entry.link ?? entry.id, entry]));
    const entries = [...distinct.values()].toReversed().slice(0, MOST_SHOWN);
    return {
      entries: entries.map((entry) => ({ ...entry, feed: titles.get(entry.feedId) ?? "" })),
      more: found.length > MOST_SHOWN,
    };
  }

  #feed(address: string, title: string): Feed {
    const now = this.#clock();
    const never = { fetchedAt: null, readAt: null, nextAt: null, fault: null, note: null };
    return { id: newId(now), address, title: title || new URL(address).hostname, addedAt: now.toISOString(), ...never };
  }

  /** An address whose host is a number inside the network is refused at once; a name is looked up when it is fetched. */
  async #allowed(typed: string): Promise<Result<string, string>> {
    const address = webAddress(typed);
    if (!address.ok) return address;
    const { hostname } = new URL(address.value);
    const literal = hostname === "localhost" ? "127.0.0.1" : hostname;
    const found = await reachOf(literal, async () => []);
    const inside = found !== undefined && found.reach !== "public";
    const forTests = found?.reach === "loopback" && this.#net.loopback === "allowed";
    return inside && !forTests ? failed(`${hostname} ${INSIDE}`) : address;
  }
}

const TOO_MANY = `More than ${MOST_FEEDS} feeds are not kept. Remove some first.`;
