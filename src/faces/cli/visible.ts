const MARK = "\uFFFD";

/**
 * The same with a mark for each control character: names and lines of a stranger's repository would otherwise speak to
 * the terminal, which may set its title, move over what was printed, or answer.
 */
export function visible<T>(value: T): T {
  return shown(value) as T;
}

function shown(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\t", " ").replaceAll(/\p{Cc}/gu, MARK);
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shown(each)]));
}
