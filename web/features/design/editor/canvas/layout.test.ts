import { expect, test } from "vitest";
import { parseDesign } from "../../../../../src/features/design/model/language/parse-design.ts";
import { betterDirection, layoutDesign } from "./layout.ts";
import { type Layout, NODE_WIDTH } from "./placed.ts";

const TEXT = `gateway -> cache -> app:service
app -> features[timeout=8ms, fallback=default] & vectors
app -> ranker
gateway -> events:queue -> velocity:stream -> features
events -> warehouse -> train -> canary -> ranker`;
const laid = (text: string, direction: "right" | "down" = "down") =>
  layoutDesign(parseDesign(text).design, { direction });
const placeOf = ({ nodes }: Layout, id: string) => {
  const found = nodes.find(({ node }) => node.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

test("no two components lie over each other, and all lie inside the drawing", () => {
  for (const direction of ["right", "down"] as const) {
    const { nodes, width, height } = laid(TEXT, direction);
    expect(nodes).toHaveLength(11);
    for (const a of nodes) {
      expect(a.x).toBeGreaterThanOrEqual(0);
      expect(a.x + NODE_WIDTH).toBeLessThanOrEqual(width);
      expect(a.y + a.height).toBeLessThanOrEqual(height);
      for (const b of nodes)
        if (a !== b)
          expect(Math.abs(a.x - b.x) >= NODE_WIDTH || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
    }
  }
});

test("what feeds the request path stands behind it and does not tear it apart", () => {
  const layout = laid(TEXT);
  expect(placeOf(layout, "ranker").y).toBe(placeOf(layout, "vectors").y);
  expect(placeOf(layout, "canary").y).toBeGreaterThan(placeOf(layout, "ranker").y);
});

test("an arrow begins at the component that it leaves and ends at the one that it leads to", () => {
  const layout = laid(TEXT);
  for (const { edge, points } of layout.edges) {
    for (const [id, point] of [
      [edge.from, points[0]],
      [edge.to, points.at(-1)],
    ] as const) {
      const { x, y, height } = placeOf(layout, id);
      expect(point?.x).toBeGreaterThan(x);
      expect(point?.x).toBeLessThan(x + NODE_WIDTH);
      expect([y, y + height]).toContain(point?.y);
    }
  }
});

test("reading order begins where requests enter", () => {
  expect(laid(TEXT).nodes[0]?.node.id).toBe("gateway");
  expect(laid("a:service -> b:service -> c:service", "right").nodes.map(({ node }) => node.id)).toEqual([
    "a",
    "b",
    "c",
  ]);
});

test("the same text always lies the same", () => expect(laid(TEXT)).toEqual(laid(TEXT)));

test("an empty design and an arrow onto itself are drawn without a fuss", () => {
  expect(laid("")).toMatchObject({ nodes: [], edges: [], width: 0 });
  expect(laid("app:service -> app").edges).toEqual([]);
});

test("a long chain runs down where it is narrow and to the right where it is wide", () => {
  const { design } = parseDesign("a:service -> b:service -> c:service -> d:service -> e:service");
  expect(betterDirection(design, { width: 360, height: 600 })).toBe("down");
  expect(betterDirection(design, { width: 1400, height: 400 })).toBe("right");
});
