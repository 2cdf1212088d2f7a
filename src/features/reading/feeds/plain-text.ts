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
