const MARK = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$/gm;

/**
 * A text in which a merge left both sides: the other side and the marks become spaces, so that every character keeps
 * its line and its place.
 */
export function withoutConflict(text: string): { text: string; conflict: boolean } {
  if (!/^<{7} /m.test(text)) return { text, conflict: false };
  const parts: string[] = [];
  let from = 0;
  let side: "ours" | "theirs" = "ours";
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const before = text.slice(from, index);
    parts.push(side === "ours" ? before : blank(before), blank(mark));
    from = index + mark.length;
    side = mark.startsWith("<") || mark.startsWith(">") ? "ours" : "theirs";
  }
  return { text: [...parts, text.slice(from)].join(""), conflict: true };
}

function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/g, " ");
}
