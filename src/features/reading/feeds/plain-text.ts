import { Parser } from "htmlparser2";

const UNREAD = new Set(["script", "style", "template", "noscript", "iframe", "object", "svg", "math", "head"]);
const APART = new Set(
  "p div section article header footer h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr blockquote pre figure figcaption br hr".split(
    " ",
  ),
);

/** The words of HTML, its blocks on lines of their own. Nothing of the markup is left. */
export function textOfHtml(html: string): string {
  let told = "";
  let unread = 0;
  const apart = (name: string) => {
    if (APART.has(name)) told += "\n";
  };
  const parser = new Parser({
    onopentag(name) {
      if (UNREAD.has(name)) unread++;
      apart(name);
    },
    ontext(text) {
      if (unread === 0) told += text;
    },
    onclosetag(name) {
      if (UNREAD.has(name)) unread = Math.max(0, unread - 1);
      apart(name);
    },
  });
  parser.end(html);
  return tidy(told);
}

/** Text that every store keeps unchanged: no line of blanks, no more than one empty line at a time. */
export function tidy(text: string): string {
  return text
    .replaceAll("\0", "")
    .toWellFormed()
    .split(/\r\n?|\n/)
    .map((line) => line.replaceAll(/[^\S\n]+/g, " ").trim())
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** As `tidy`, on one line. */
export function oneLine(text: string): string {
  return tidy(text).replaceAll(/\s+/g, " ");
}
