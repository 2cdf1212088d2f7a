/** The rungs of a `hints.md`: an ordered list in Markdown, a hint may run over several lines. */
export function readHints(markdown: string): string[] {
  const hints: string[][] = [];
  for (const line of markdown.split("\n")) {
    const started = /^\d+\.\s+(.*)$/.exec(line);
    if (started) hints.push([started[1] ?? ""]);
    else hints.at(-1)?.push(line.replace(/^ {1,3}/, ""));
  }
  return hints.map((lines) => lines.join("\n").trim());
}
