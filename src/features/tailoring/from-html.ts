import { Parser } from "htmlparser2";

const BLOCK =
  /^(p|div|section|article|header|footer|main|h[1-6]|ul|ol|table|tr|br|dl|dt|dd|blockquote|pre|hr|form|aside|nav)$/;
const UNREAD = /^(script|style|noscript|template|svg|head|nav|select|button)$/;
const TAG = /<\/?(p|div|br|li|ul|ol|h[1-6]|strong|b|span|table|section|html|body)\b[^<>]*>/i;

/** A text as it was pasted, plain: HTML (escaped HTML too) and Markdown lose their marks, addresses go. */
export function textOfPasted(pasted: string): string {
  const text = pasted.replaceAll("\r\n", "\n").replaceAll("\0", "");
  const escaped = /&lt;(p|div|br|li|ul|h[1-6]|strong)\b/i.test(text);
  const read = escaped ? textOfHtml(textOfHtml(text)) : TAG.test(text) ? textOfHtml(text) : text;
  return read
    .replaceAll(/\[([^[\]\n]{0,300})\]\([^()\s]{0,2000}\)/g, "$1")
    .replaceAll(/https?:\/\/\S+/g, "")
    .replaceAll(/^ {0,3}#{1,6} +/gm, "")
    .replaceAll(/\*\*|__|`/g, "")
    .trim();
}

/** The text of HTML as one reads it: a line a block, a dash a list's item. */
export function textOfHtml(html: string): string {
  let text = "";
  let unread = 0;
  const parser = new Parser({
    onopentag(name) {
      if (UNREAD.test(name)) unread++;
      else if (name === "li") text += "\n- ";
      else if (BLOCK.test(name)) text += "\n";
    },
    ontext(said) {
      if (unread === 0) text += said.replaceAll(/\s+/g, (space) => (space.includes("\n\n") ? "\n" : " "));
    },
    onclosetag(name) {
      if (UNREAD.test(name)) unread = Math.max(0, unread - 1);
      else if (BLOCK.test(name)) text += "\n";
    },
  });
  parser.end(html);
  return text
    .split("\n")
    .map((line) => line.replaceAll(/[ \t\u00a0]+/g, " ").trim())
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}
