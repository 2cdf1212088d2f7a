import type { MarkdownIt } from "markdown-it";

/** Where a dollar sign that closes `$…$` stands, or -1: not escaped, no space before it, no digit after it (as Pandoc). */
function closingDollar(source: string, from: number): number {
  for (let at = source.indexOf("$", from); at >= 0; at = source.indexOf("$", at + 1)) {
    const escaped = source[at - 1] === "\\";
    if (!escaped && !/\s/.test(source[at - 1] ?? " ") && !/\d/.test(source[at + 1] ?? "")) return at;
  }
  return -1;
}

/** Adds `$inline$` and `$$display$$` mathematics to Markdown: tokens `math_inline` and `math_block`, TeX as content. */
export function mathRules(markdown: MarkdownIt): void {
  markdown.inline.ruler.after("escape", "math", (state, silent) => {
    const { src, pos } = state;
    if (src[pos] !== "$") return false;
    const display = src.startsWith("$$", pos);
    const start = pos + (display ? 2 : 1);
    if (!display && /\s/.test(src[start] ?? " ")) return false;
    const end = display ? src.indexOf("$$", start) : closingDollar(src, start);
    if (end <= start) return false;
    if (!silent) state.push(display ? "math_block" : "math_inline", "", 0).content = src.slice(start, end);
    state.pos = end + (display ? 2 : 1);
    return true;
  });

  // display mathematics over several lines is a block of its own: its lines are not lists, headings or quotes
  markdown.block.ruler.before(
    "fence",
    "math_block",
    (state, startLine, endLine, silent) => {
      const lineAt = (line: number) =>
        state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
      if (!lineAt(startLine).startsWith("$$")) return false;
      const lines = [lineAt(startLine).slice(2)];
      while (!lines.at(-1)?.trimEnd().endsWith("$$")) {
        const next = startLine + lines.length;
        if (next >= endLine) return false;
        lines.push(lineAt(next));
      }
      if (silent) return true;
      state.push("math_block", "", 0).content = lines.join("\n").trimEnd().slice(0, -2);
      state.line = startLine + lines.length;
      return true;
    },
    { alt: ["paragraph", "reference", "blockquote", "list"] },
  );
}
