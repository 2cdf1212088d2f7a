import { Parser } from "htmlparser2";

const BLOCKS = new Set(
  "address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul".split(
    " ",
  ),
);
const UNREAD = new Set("head iframe math noscript object script style svg template".split(" "));
const ITEM = "\n- ";
/** A tag that was closed; a mere "<div>" may be what the text is about. */
const STILL_HTML = /<\/(?:p|li|ul|div|h[1-6]|strong|span)>|<br\s*\/?>/i;
const NOTHING: ReadonlySet<string> = new Set();

/** The words of HTML, a line a block, "- " before the items of lists. Nothing of it is kept as HTML. */
export function textOfHtml(html: string, alsoUnread = NOTHING): string {
  const parts: string[] = [];
  let [unread, kept] = [0, 0];
  // the first block of an item stands behind its dash
  const startsItem = () => parts.at(-1) === ITEM;
  const isUnread = (name: string) => UNREAD.has(name) || alsoUnread.has(name);
  const parser = new Parser({
    onopentag(name) {
      if (isUnread(name)) unread++;
      else if (name === "li") parts.push(ITEM);
      else if (BLOCKS.has(name) && !startsItem()) parts.push("\n");
      if (name === "pre") kept++;
    },
    ontext(text) {
      if (unread > 0 || (startsItem() && text.trim() === "")) return;
      parts.push(kept > 0 ? text : text.replace(/\s+/g, blank));
    },
    onclosetag(name) {
      if (isUnread(name)) unread = Math.max(0, unread - 1);
      else if (BLOCKS.has(name) && name !== "br") parts.push("\n");
      if (name === "pre") kept = Math.max(0, kept - 1);
    },
  });
  parser.end(html);
  return tidied(parts.join(""));
}

/** An empty line parts paragraphs also where no tag does. */
function blank(run: string): string {
  return run.includes("\n\n") ? "\n\n" : " ";
}

/** The same for HTML that may have come escaped ("&lt;p&gt;"), as some boards send it. */
export function textOfMaybeEscaped(html: string): string {
  const text = textOfHtml(html);
  return STILL_HTML.test(text) ? textOfHtml(text) : text;
}

/** Without empty items, runs of spaces and more than one empty line. */
export function tidied(text: string): string {
  return text
    .replace(/[^\S\n]+/g, " ")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "-")
    .join("\n")
    .replace(/^(- .*)\n{2,}(?=- )/gm, "$1\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
