import { expect, test } from "vitest";
import { parseDesign } from "../../../../../src/features/design/model/language/parse-design.ts";
import { layoutDesign } from "../canvas/layout.ts";
import { arrowEntries, canConnect, componentEntries, findEntries, targetEntries } from "./choices.ts";

const { design } = parseDesign("gateway -> app:service -> features\nevents:queue -> warehouse -> train");
const node = (id: string) => {
  const found = design.nodes.find((each) => each.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

test("an arrow is offered only where it means something and is not there yet, and says what it means", () => {
  const targets = targetEntries(design, node("app"));
  expect(targets.map(({ value }) => value).sort()).toEqual(["events", "gateway", "warehouse"]);
  expect(targets.find(({ value }) => value === "events")?.detail).toContain("message");
  expect(targetEntries(design, node("train")).map(({ value }) => value)).not.toContain("warehouse");
});

test("by mouse the same arrows are possible", () => {
  const layout = layoutDesign(design, { direction: "right" });
  expect(canConnect(layout, "app", "events")).toBe(true);
  expect(canConnect(layout, "app", "features")).toBe(false);
  expect(canConnect(layout, "features", "gateway")).toBe(false);
  expect(canConnect(layout, "app", "app")).toBe(false);
});

test("the arrows of a component are those that leave it and those that arrive", () => {
  expect(arrowEntries(design, "app").map(({ label }) => label)).toEqual(["gateway → app", "app → features"]);
});

test("a component is found by its other names, exact ones first", () => {
  expect(findEntries(componentEntries, "redis")[0]?.value).toBe("cache");
  expect(findEntries(componentEntries, "batch")[0]?.value).toBe("batch");
  expect(findEntries(componentEntries, "no such thing")).toEqual([]);
});
