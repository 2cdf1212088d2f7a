import MarkdownIt, { type Token } from "markdown-it";
import { mathRules } from "./math-rules.ts";

/** HTML in the text stays text: what is shown is built from these nodes alone. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
mathRules(markdown);

export type MarkdownNode = { token: Token; children: MarkdownNode[] };

/** markdown-it's flat list of tokens as the tree that it describes. */
export function parseMarkdown(text: string): MarkdownNode[] {
  return nest(markdown.parse(text, {}));
}

function nest(tokens: readonly Token[]): MarkdownNode[] {
  const top: MarkdownNode[] = [];
  const open: MarkdownNode[] = [];
  for (const token of tokens) {
    if (token.nesting === -1) {
      open.pop();
      continue;
    }
    const node: MarkdownNode = { token, children: token.children ? nest(token.children) : [] };
    (open.at(-1)?.children ?? top).push(node);
    if (token.nesting === 1) open.push(node);
  }
  return top;
}
