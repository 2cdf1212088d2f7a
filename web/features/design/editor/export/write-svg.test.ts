import { expect, test } from "vitest";
import { parseDesign } from "../../../../../src/features/design/model/language/parse-design.ts";
import { layoutDesign } from "../canvas/layout.ts";
import { type Colours, writeSvg } from "./write-svg.ts";

const names = ["paper", "sheet", "line", "control", "ink", "ink-2", "ink-3", "pass", "part", "fail"] as const;
const colours = Object.fromEntries(names.map((name, at) => [name, `#00000${at}`])) as Colours;
const drawn = (text: string, load?: Record<string, number>) =>
  writeSvg(layoutDesign(parseDesign(text).design, { direction: "right", load }), { colours, load });

test("every component and every arrow is in the picture", () => {
  const svg = drawn("gateway{limit=6k/s} -> app:service -> features[timeout=8ms, fallback=default]");
  for (const words of ["gateway", "API gateway", "limit 6k/s", "app", "features", "8ms · else default"])
    expect(svg).toContain(`>${words}`);
  expect(svg.match(/stroke-width="1.5"/g)).toHaveLength(2);
});

test("a file of its own: no class, no style, no variable, every text escaped", () => {
  const svg = drawn("decide{block>0.92}\napp:service{time=exp(2ms)} -> decide");
  expect(svg).toContain("block&gt;0.92");
  expect(svg).not.toMatch(/var\(|class=|style=|NaN|undefined/);
  const opened = [...svg.matchAll(/<([a-z]+)(?:\s[^>]*)?(?<!\/)>/g)].map(([, tag]) => tag).sort();
  const closed = [...svg.matchAll(/<\/([a-z]+)>/g)].map(([, tag]) => tag).sort();
  expect(opened).toEqual(closed);
});

test("after a run the utilisation stands in it as a number and as a tone", () => {
  const svg = drawn("gateway -> app:service", { app: 0.97 });
  expect(svg).toContain(">97 %<");
  expect(svg).toContain(`fill="${colours.fail}"`);
});

test("messages are dashed and data is dotted", () => {
  const svg = drawn("gateway -> events:queue -> warehouse -> train");
  expect(svg.match(/stroke-dasharray="6 4"/g)).toHaveLength(2);
  expect(svg.match(/stroke-dasharray="1.5 3.5"/g)).toHaveLength(1);
});
