import { failed, ok, type Result } from "../../../lib/result.ts";

const MOST_CHARS = 2_000;

/** An address as a person types it, with or without `https://`. The reason of a failure is for people. */
export function webAddress(typed: string): Result<string, string> {
  const text = typed.trim();
  const short = text.slice(0, 120);
  if (text.length > MOST_CHARS) return failed("The address is too long.");
  const whole = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
  if (text === "" || /\s/.test(text) || !URL.canParse(whole))
    return failed(`"${short}" is no address. It looks like https://example.org/feed.xml.`);
  const url = new URL(whole);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return failed(`"${short}" is no web address: only http and https are read.`);
  if (url.username !== "" || url.password !== "")
    return failed("The address holds a name or a password. Leave it out: what is kept here can be exported.");
  if (!/[.:]/.test(url.hostname) && url.hostname !== "localhost")
    return failed(`"${short}" is no address. It looks like https://example.org/feed.xml.`);
  url.hash = "";
  return ok(url.href);
}

/** A link of a feed, resolved against where the feed was found; null where it leads to nothing on the web. */
export function linkIn(found: string | undefined, base: string): string | null {
  if (found === undefined || found.length > MOST_CHARS || !URL.canParse(found, base)) return null;
  const url = new URL(found, base);
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
}
