import { generateOpml, type Opml, parseOpml } from "feedsmith";
import { failed, ok, type Result } from "../../../lib/result.ts";
import { declaresEntities } from "./not-a-feed.ts";
import { type ListedFeed, MOST_LISTED } from "./parsed.ts";
import { oneLine } from "./plain-text.ts";

/** The feeds of a list in OPML, folders opened. The reason of a failure is for people. */
export function readOpml(text: string): Result<ListedFeed[], string> {
  if (declaresEntities(text)) return failed("The file declares entities of its own. It is not read.");
  let outlines: Opml.Outline<string>[];
  try {
    outlines = parseOpml(text).body?.outlines ?? [];
  } catch {
    return failed("This is no OPML, or it is broken. Readers export it as “OPML” or “subscriptions”.");
  }
  const found: ListedFeed[] = [];
  const waiting = [...outlines];
  for (let next = waiting.shift(); next !== undefined && found.length < MOST_LISTED; next = waiting.shift()) {
    waiting.unshift(...(next.outlines ?? []));
    const { xmlUrl, title, text: said } = next;
    if (xmlUrl !== undefined) found.push({ title: oneLine(title ?? said ?? "").slice(0, 500), address: xmlUrl });
  }
  return found.length > 0 ? ok(found) : failed("The list names no feed.");
}

export function writeOpml(feeds: readonly ListedFeed[], now: Date): string {
  return generateOpml({
    head: { title: "Feeds of Holdout", dateCreated: now },
    body: { outlines: feeds.map(({ title, address }) => ({ text: title, title, type: "rss", xmlUrl: address })) },
  });
}
