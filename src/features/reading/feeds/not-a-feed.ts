import { Parser } from "htmlparser2";
import { linkIn } from "../model/web-address.ts";

const HEAD_CHARS = 200_000;

/** Whether a text is a web page. */
export function isHtml(text: string): boolean {
  return /^\s*(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 2_000));
}

/** The feed that a web page names in its head. */
export function feedNamedBy(html: string, base: string): string | null {
  let found: string | null = null;
  const parser = new Parser({
    onopentag(name, { rel = "", type = "", href }) {
      if (found === null && name === "link" && /\balternate\b/i.test(rel) && /(?:rss|atom|feed)\+/i.test(type))
        found = linkIn(href, base);
    },
  });
  parser.end(html.slice(0, HEAD_CHARS));
  return found;
}

/** Whether an XML file declares entities: what one file needs none of, and bombs are made of. */
export function declaresEntities(text: string): boolean {
  return withoutQuoted(text).search(/<!ENTITY/i) >= 0;
}

/** Leaves out CDATA and comments, in which an article may well show such a thing. */
function withoutQuoted(text: string): string {
  const kept: string[] = [];
  let at = 0;
  while (at < text.length) {
    const opened = [
      { from: text.indexOf("<![CDATA[", at), end: "]]>" },
      { from: text.indexOf("<!--", at), end: "-->" },
    ].filter(({ from }) => from >= 0);
    const [next] = opened.sort((a, b) => a.from - b.from);
    if (!next) break;
    kept.push(text.slice(at, next.from));
    const closed = text.indexOf(next.end, next.from);
    // what is never closed is not quoted
    if (closed < 0) return kept.join("") + text.slice(next.from);
    at = closed + next.end.length;
  }
  return kept.join("") + text.slice(at);
}
