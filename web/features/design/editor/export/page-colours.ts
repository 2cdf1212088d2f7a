import type { Colours } from "./write-svg.ts";

const NAMES: readonly (keyof Colours)[] = [
  "paper",
  "sheet",
  "line",
  "control",
  "ink",
  "ink-2",
  "ink-3",
  "pass",
  "part",
  "fail",
];

/** The page's colours as they are now, light or dark. */
export function pageColours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const entries = NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
  return Object.fromEntries(entries) as Colours;
}
