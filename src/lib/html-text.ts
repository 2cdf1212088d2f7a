import { Parser } from "htmlparser2";

const BREAKS = new Set(
  "address article aside blockquote br dd div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul".split(
    " ",
  ),
);
/** A tag that was closed; a mere "<div>" may be what the text is about. */
const STILL_HTML = /<\/(?:p|li|ul|div|h[1-6]|strong|span)>|<br\s*\/?>/i;
const SILENT = new Set(["script", "style", "template", "noscript", "iframe", "object", "svg", "title"]);

/** The words of HTML, a line a block, "- " before the items of lists. Nothing of it is kept as HTML. */
export function textOfHtml(html: string): string {
  const parts: string[] = [];
  let silent = 0;
  const parser = new Parser({
    onopentag(name) {
      if (SILENT.has(name)) silent++;
      else if (BREAKS.has(name)) parts.push(name === "li" ? "\n- " : "\n");
    },
    ontext(text) {
      if (silent === 0) parts.push(text.replace(/\s+/g, " "));
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1);
      else if (BREAKS.has(name) && name !== "br") parts.push("\n");
    },
  });
  parser.end(html);
  return tidied(parts.join(""));
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
    .replace(/- \n+/g, "- ")
    .replace(/^(- .*)\n{2,}(?=- )/gm, "$1\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
