import type { SourceLine } from "../../repository/source-text.ts";
import { blank, withoutMarks } from "./mask.ts";

/** What a line of a README is; `none` carries no prose: code, a picture, a rule, a tree of folders. */
export type KnownLine =
  | { kind: "blank" | "none"; source: SourceLine }
  | { kind: "heading"; source: SourceLine; level: number; title: string }
  | { kind: "row"; source: SourceLine }
  /** `words` is the text without its marks, of the same length. */
  | { kind: "item" | "text"; source: SourceLine; words: string; indent: number };

/** Deeper than any heading with a mark: a line in bold alone. */
const BOLD_LEVEL = 7;
const LONGEST_TITLE = 120;
const LONGEST_LINE = 4_000;

const FENCE = /^\s*(?:>\s*)?(`{3,}|~{3,})/u;
const HASHES = /^\s{0,3}(#{1,6})\s*([^#\s].*?)\s*#*\s*$/u;
const HTML_HEADING = /<h([1-6])(?:\s[^>]{0,300})?>(.{1,300}?)<\/h\1>/iu;
const BOLD_ALONE =
  /^\s*(?:\*\*|__)([^*_][^*]{1,80}?)(?:\*\*|__)\s*:?\s*(?:<br\s*\/?>)?\s*$|^\s*<(?:b|strong)>([^<]{2,80})<\/(?:b|strong)>\s*:?\s*(?:<br\s*\/?>)?\s*$/iu;
const RULE = /^\s*([=\-~^"'#*+_.:])(?:\s*\1){2,}\s*$/u;
const UNDERLINE = /^([=\-~^"'#*+])\1{2,}\s*$/u;
const ITEM = /^(\s*(?:>\s*)*)(?:[-*+•–▪◦‣]|\d{1,3}[.)]|[a-z][.)])\s+/u;
const QUOTE = /^\s*(?:>\s?)+(?:\[!\w+\])?/u;
const TREE = /[├└│╰┃┗┣╠╚]/u;
const COMMAND =
  /^\s*(?:(?:\$|>>>|!|%)\s*[a-z]|(?:(?:[A-Z][A-Z_]+=\S+\s+)+|sudo\s+)?(?:pip3?|conda|mamba|python3?|git|docker|docker-compose|npm|npx|yarn|cd|bash|sh|wget|curl|make|uv|poetry|export|source|mkdir|streamlit|uvicorn|accelerate|torchrun|kaggle|unzip|tar|chmod|brew|apt-get|dvc|mlflow)(?:\s+[-./\w]+)+\s*$)/u;
const SENTENCE_END = /[.!?]\s*$/u;

/** Says of every line what it is. */
export function knowLines(lines: readonly SourceLine[]): KnownLine[] {
  const skipped = unreadable(lines);
  let inList = false;
  let afterBlank = true;
  const known: KnownLine[] = [];
  for (const [at, source] of lines.entries()) {
    const line: KnownLine = skipped.has(at) ? { kind: "none", source } : knowLine(lines, at, inList, afterBlank);
    if (line.kind === "item") inList = true;
    else if (line.kind === "heading" || (line.kind === "text" && line.indent === 0 && afterBlank)) inList = false;
    afterBlank = line.kind === "blank";
    known.push(line);
  }
  return known;
}

function knowLine(lines: readonly SourceLine[], at: number, inList: boolean, afterBlank: boolean): KnownLine {
  const source = lines[at] as SourceLine;
  const text = source.text.slice(0, LONGEST_LINE);
  if (text.trim() === "") return { kind: "blank", source };
  const heading = headingIn(text, lines[at + 1]?.text);
  if (heading) return { kind: "heading", source, ...heading };
  if (RULE.test(text) || TREE.test(text) || COMMAND.test(text)) return { kind: "none", source };
  if (isRow(text)) return { kind: "row", source };
  const indent = /^\s*/u.exec(text)?.[0].replaceAll("\t", "    ").length ?? 0;
  const marker = ITEM.exec(text)?.[0];
  if (!marker && indent >= 4 && !inList && afterBlank) return { kind: "none", source };
  const lead = marker ?? QUOTE.exec(text)?.[0] ?? "";
  const body = text.slice(lead.length);
  if ((marker || afterBlank) && isLinkAlone(body)) return { kind: "none", source };
  const words = blank(lead) + withoutMarks(body);
  return { kind: marker ? "item" : "text", source, words, indent };
}

function headingIn(text: string, next: string | undefined): { level: number; title: string } | undefined {
  const titled = (level: number, title: string) => {
    const said = withoutMarks(title).replaceAll(/\s+/gu, " ").trim();
    return said === "" || said.length > LONGEST_TITLE ? undefined : { level, title: said };
  };
  const hashes = HASHES.exec(text);
  if (hashes?.[1] && hashes[2]) return titled(hashes[1].length, hashes[2]);
  const html = HTML_HEADING.exec(text.slice(0, 600));
  if (html?.[1] && html[2]) return titled(Number(html[1]), html[2]);
  const trimmed = text.trim();
  const under = next === undefined ? undefined : UNDERLINE.exec(next)?.[1];
  if (under && trimmed.length > 2 && trimmed.length <= LONGEST_TITLE && !trimmed.includes("|") && !RULE.test(text))
    if ((next ?? "").trim().length >= Math.min(3, trimmed.length * 0.6) && !SENTENCE_END.test(trimmed))
      return titled(under === "=" ? 1 : 2, trimmed.replace(/^[-*+]\s+/u, ""));
  const bold = BOLD_ALONE.exec(text.slice(0, 200));
  const title = bold?.[1] ?? bold?.[2];
  return title !== undefined && !SENTENCE_END.test(title) ? titled(BOLD_LEVEL, title) : undefined;
}

function isRow(text: string): boolean {
  return (
    /^\s*\|/u.test(text) ||
    /\s\|\s.*\s\|\s/u.test(text) ||
    /^[^|]+\|\s*:?-{2,}/u.test(text) ||
    /<t[drh][\s>]/iu.test(text)
  );
}

/** A list of links or badges: what their words say is said elsewhere. */
function isLinkAlone(text: string): boolean {
  if (!/\]\(|<a\s|https?:/iu.test(text)) return false;
  const rest = text
    .replaceAll(/!?\[(?:[^[\]\n]|\[[^[\]\n]{0,300}\](?:\([^)\n]{0,500}\))?){0,400}\]\([^)\n]{0,800}\)/gu, "")
    .replaceAll(/<a\s[^>\n]{0,800}>.{0,400}?<\/a>|<[^>\n]{1,800}>|https?:\/\/\S+/giu, "");
  return (rest.match(/\p{L}{2,}/gu)?.length ?? 0) < 3;
}

/** Places that are code, comments, entries of a bibliography or what a directive holds. */
function unreadable(lines: readonly SourceLine[]): Set<number> {
  const skipped = new Set<number>();
  let until: ((text: string) => "last" | "over" | undefined) | undefined;
  for (const [at, { text }] of lines.entries()) {
    if (until) {
      const end = until(text);
      if (end !== "over") skipped.add(at);
      if (end) until = undefined;
      if (end !== "over") continue;
    }
    until = opensBlock(text, at);
    if (until) skipped.add(at);
  }
  return skipped;
}

/** Where a block begins that is no prose: says of the lines that follow whether they end it. */
function opensBlock(text: string, at: number): ((text: string) => "last" | "over" | undefined) | undefined {
  const fence = FENCE.exec(text)?.[1];
  if (fence)
    return (line) =>
      new RegExp(`^\\s*(?:>\\s*)?${fence[0]}{${fence.length},}\\s*$`, "u").test(line) ? "last" : undefined;
  if (/<!--/u.test(text) && !/-->/u.test(text)) return (line) => (line.includes("-->") ? "last" : undefined);
  if (/<(?:pre|style|script)\b/iu.test(text) && !/<\/(?:pre|style|script)>/iu.test(text))
    return (line) => (/<\/(?:pre|style|script)>/iu.test(line) ? "last" : undefined);
  if (at === 0 && /^---\s*$/u.test(text)) return (line) => (/^---\s*$/u.test(line) ? "last" : undefined);
  if (/^\s*@\w{3,20}\{/u.test(text))
    return (line) => (/^\s*\}\s*$/u.test(line) ? "last" : line.trim() === "" ? "over" : undefined);
  // a directive of reStructuredText, or a literal block after "::", holds what is indented below
  const indent = /^\s*/u.exec(text)?.[0].length ?? 0;
  if (/^\s*\.\.\s/u.test(text) || /(?:^|\S)::\s*$/u.test(text))
    return (line) => (line.trim() === "" || (/^\s*/u.exec(line)?.[0].length ?? 0) > indent ? undefined : "over");
  return undefined;
}
