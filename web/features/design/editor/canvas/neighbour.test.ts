import { expect, test } from "vitest";
import { parseDesign } from "../../../../../src/features/design/model/language/parse-design.ts";
import { layoutDesign } from "./layout.ts";
import { neighbourOf } from "./neighbour.ts";

const { design } = parseDesign("gateway -> app:service -> features & vectors");
const { nodes } = layoutDesign(design, { direction: "right" });

test("an arrow key leads along the request path and back", () => {
  expect(neighbourOf(nodes, "gateway", "ArrowRight")).toBe("app");
  expect(neighbourOf(nodes, "app", "ArrowLeft")).toBe("gateway");
});

test("across the path it leads to what stands beside", () => {
  const [above, below] = ["features", "vectors"].sort(
    (a, b) => (nodes.find(({ node }) => node.id === a)?.y ?? 0) - (nodes.find(({ node }) => node.id === b)?.y ?? 0),
  ) as [string, string];
  expect(neighbourOf(nodes, above, "ArrowDown")).toBe(below);
  expect(neighbourOf(nodes, below, "ArrowUp")).toBe(above);
});

test("where nothing lies it leads nowhere", () => expect(neighbourOf(nodes, "gateway", "ArrowLeft")).toBeUndefined());
