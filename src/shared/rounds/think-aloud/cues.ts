/** Whether a text has a word of every group. A word ends in `*` for any ending; inside, `*` stands for one word. */
export function hasCues(text: string, groups: readonly (readonly string[])[]): boolean {
  const plain = text.toLowerCase().replaceAll("’", "'").replaceAll(/\s+/g, " ");
  return groups.every((group) => group.some((cue) => patternOf(cue).test(plain)));
}

const patterns = new Map<string, RegExp>();

function patternOf(cue: string): RegExp {
  const known = patterns.get(cue);
  if (known) return known;
  const escaped = cue.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
  const source = escaped.replaceAll(" * ", String.raw` [\p{L}\p{N}'-]+ `).replace(/\*$/, String.raw`[\p{L}\p{N}]*`);
  const before = /^[\p{L}\p{N}]/u.test(cue) ? String.raw`(?<![\p{L}\p{N}])` : "";
  const after = /[\p{L}\p{N}]$/u.test(cue) ? String.raw`(?![\p{L}\p{N}])` : "";
  const pattern = new RegExp(`${before}${source}${after}`, "u");
  patterns.set(cue, pattern);
  return pattern;
}
