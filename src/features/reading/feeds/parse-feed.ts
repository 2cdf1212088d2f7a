import { type AnyFeed, type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from "feedsmith";
import { textOfHtml } from "../../../lib/html-text.ts";
import { failed, ok, type Result } from "../../../lib/result.ts";
import { arxivIdIn } from "../model/arxiv.ts";
import { linkIn } from "../model/web-address.ts";
import { declaresEntities, feedNamedBy, isHtml } from "./not-a-feed.ts";
import { MOST_ENTRIES, type ParsedEntry, type ParsedFeed } from "./parsed.ts";
import { oneLine, tidy } from "./plain-text.ts";

const MOST_TITLE = 500;
const MOST_TEXT = 20_000;
const MOST_HTML = 200_000;
const MOST_AUTHORS = 50;
const MOST_NAME = 200;
const EARLIEST = Date.UTC(1990, 0);

/** An entry before its markup is taken off. */
type Raw = {
  ids: (string | undefined)[];
  link: string | undefined;
  title: string | undefined;
  authors: (string | undefined)[];
  texts: (string | undefined)[];
  date: string | undefined;
};

/** Reads RSS, Atom, RDF or JSON Feed; links are resolved against `base`. The reason of a failure is for people. */
export function readFeed(text: string, base: string): Result<ParsedFeed, string> {
  if (isHtml(text)) {
    const named = feedNamedBy(text, base);
    return failed(`This is a web page and no feed.${named ? ` The page names its feed: ${named}` : ""}`);
  }
  if (declaresEntities(text))
    return failed("The feed declares entities of its own, as files do that are made to fill a memory. It is not read.");
  let parsed: AnyFeed<string>;
  try {
    parsed = parseFeed(text);
  } catch (error) {
    return failed(
      (error as Error).name === "DetectError"
        ? "This is no feed: neither RSS, Atom, RDF nor JSON Feed."
        : "The feed is broken: it cannot be read to its end.",
    );
  }
  const { title, entries } = rawOf(parsed);
  const read = entries.slice(0, MOST_ENTRIES).map((entry) => entryOf(entry, base));
  return ok({
    title: bounded(oneLine(textOfHtml(title ?? "")), MOST_TITLE),
    entries: [...new Map(read.map((entry) => [entry.key, entry])).values()],
    left: Math.max(0, entries.length - MOST_ENTRIES),
  });
}

function rawOf(parsed: AnyFeed<string>): { title: string | undefined; entries: Raw[] } {
  switch (parsed.format) {
    case "rss":
      return { title: parsed.feed.title, entries: (parsed.feed.items ?? []).map(ofRss) };
    case "atom":
      return { title: parsed.feed.title?.value, entries: (parsed.feed.entries ?? []).map(ofAtom) };
    case "rdf":
      return { title: parsed.feed.title, entries: (parsed.feed.items ?? []).map(ofRdf) };
    case "json":
      return { title: escaped(parsed.feed.title), entries: (parsed.feed.items ?? []).map(ofJson) };
  }
}

function ofRss({ guid, link, title, authors, dc, content, description, pubDate }: RssFeed.Item<string>): Raw {
  const isLink = guid?.isPermaLink !== false;
  return {
    ids: [guid?.value],
    link: link ?? (isLink ? guid?.value : undefined),
    title,
    authors: [...(authors ?? []).map(({ name, email }) => name ?? email), ...(dc?.creators ?? [])],
    texts: [content?.encoded, description],
    date: pubDate ?? dc?.dates?.[0],
  };
}

function ofAtom({ id, links, title, authors, content, summary, published, updated }: AtomFeed.Entry<string>): Raw {
  const markup = (text: { value?: string; type?: string } | undefined) =>
    text?.type === undefined || text.type === "text" ? escaped(text?.value) : text.value;
  const link = links?.find(({ rel }) => rel === undefined || rel === "alternate") ?? links?.[0];
  return {
    ids: [id],
    link: link?.href,
    title: markup(title),
    authors: (authors ?? []).map(({ name }) => name),
    texts: [content?.value, summary?.value],
    date: published ?? updated,
  };
}

function ofRdf({ rdf, link, title, dc, content, description }: RdfFeed.Item<string>): Raw {
  return {
    ids: [rdf?.about],
    link,
    title,
    authors: dc?.creators ?? [],
    texts: [content?.encoded, description],
    date: dc?.dates?.[0],
  };
}

function ofJson(item: JsonFeed.Item<string>): Raw {
  return {
    ids: [item.id],
    link: item.url ?? item.external_url,
    title: escaped(item.title),
    authors: (item.authors ?? []).map(({ name }) => name),
    texts: [item.content_html, escaped(item.content_text), escaped(item.summary)],
    date: item.date_published ?? item.date_modified,
  };
}

/** Plain text as HTML, so that a "<" in it is no markup. */
function escaped<T extends string | undefined>(text: T): T {
  return text?.replaceAll("&", "&amp;").replaceAll("<", "&lt;") as T;
}

/** What arXiv puts before each abstract of its listings. */
const ARXIV_PREFACE = /^arXiv:\S+\s+Announce Type:\s*\S+\s+Abstract:\s*/i;

function entryOf(raw: Raw, base: string): ParsedEntry {
  const link = linkIn(raw.link?.trim(), base);
  const text = longest(raw.texts.map((each) => tidy(textOfHtml((each ?? "").slice(0, MOST_HTML))))).replace(
    ARXIV_PREFACE,
    "",
  );
  const title = bounded(oneLine(textOfHtml(raw.title ?? "")), MOST_TITLE);
  const named = title || bounded(oneLine(text), 80) || link || "Untitled";
  const id = raw.ids.find((each) => each !== undefined && each.trim() !== "");
  const arxivId = [link, id].map((each) => arxivIdIn(each ?? "")).find((each) => each !== undefined);
  return {
    key: bounded(tidy(arxivId ?? id ?? link ?? named), 2_000),
    title: named,
    link,
    authors: authorsOf(raw.authors),
    text: bounded(text, MOST_TEXT),
    arxivId: arxivId ?? null,
    publishedAt: timeOf(raw.date),
  };
}

/** One name a person; arXiv's listings have all of them in one. */
function authorsOf(found: Raw["authors"]): string[] {
  const names = found.flatMap((each) => oneLine(textOfHtml(each ?? "")).split(/,\s+|\s+and\s+/));
  const told = names.filter((name) => name !== "").map((name) => bounded(name, MOST_NAME));
  return [...new Set(told)].slice(0, MOST_AUTHORS);
}

function timeOf(date: string | undefined): string | null {
  const at = new Date(date ?? "");
  return at.getTime() >= EARLIEST && at.getUTCFullYear() < 10_000 ? at.toISOString() : null;
}

function longest(texts: readonly string[]): string {
  return texts.reduce((most, each) => (each.length > most.length ? each : most), "");
}

function bounded(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}
