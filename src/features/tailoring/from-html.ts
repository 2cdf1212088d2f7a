import { textOfHtml } from "../../lib/html-text.ts";

const AROUND = new Set(["nav", "select", "button"]);
const TAG = /<\/?(p|div|br|li|ul|ol|h[1-6]|strong|b|span|table|section|html|body)\b[^<>]*>/i;

/** A text as it was pasted, plain: HTML (escaped HTML too) and Markdown lose their marks, addresses go. */
export function textOfPasted(pasted: string): string {
  const text = pasted.replaceAll("\r\n", "\n").replaceAll("\0", "");
  const escaped = /&lt;(p|div|br|li|ul|h[1-6]|strong)\b/i.test(text);
  const read = escaped ? textOfPageHtml(textOfPageHtml(text)) : TAG.test(text) ? textOfPageHtml(text) : text;
  return read
    .replaceAll(/\[([^[\]\n]{0,300})\]\([^()\s]{0,2000}\)/g, "$1")
    .replaceAll(/https?:\/\/\S+/g, "")
    .replaceAll(/^ {0,3}#{1,6} +/gm, "")
    .replaceAll(/\*\*|__|`/g, "")
    .trim();
}

/** The text of HTML as one reads it, without what stands around it on a page. */
export function textOfPageHtml(html: string): string {
  return textOfHtml(html, AROUND);
}
