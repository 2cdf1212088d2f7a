import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

const [light = "", dark = ""] = css.split("@media screen and (prefers-color-scheme: dark)");

/** Colours of one theme by token name, as in the style sheet. */
function tokens(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

/** Relative luminance of an sRGB colour (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(first: string, second: string): number {
  const [dim = 0, bright = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

const grounds = ["paper", "sheet", "sunk"];
const inks = ["ink", "ink-2", "ink-3", "accent", "accent-strong", "pass", "part", "fail"];
const textPairs = [
  ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
  ...["pass", "part", "fail", "accent"].map((tone) => [tone, `${tone}-wash`] as const),
  ...["pass", "part", "fail", "accent"].flatMap((tone) => [
    ["ink", `${tone}-wash`] as const,
    ["ink-2", `${tone}-wash`] as const,
  ]),
  ...["ink", "ink-3", "accent", "pass", "part"].map((ink) => [ink, "active-line"] as const),
  ...["ink", "ink-3", "accent", "pass"].map((ink) => [ink, "select"] as const),
  ["accent-ink", "accent"] as const,
  ["accent-ink", "accent-strong"] as const,
];

describe.each([
  ["light", tokens(light)],
  ["dark", tokens(dark)],
])("%s theme", (_name, colours) => {
  const of = (name: string) => colours.get(name) ?? "missing";

  test.each(textPairs)("text in %s on %s reads at 4.5:1 or better", (ink, ground) => {
    expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(grounds)("the edge of a control stands out from %s at 3:1 or better", (ground) => {
    expect(contrast(of("control"), of(ground))).toBeGreaterThanOrEqual(3);
  });
});
