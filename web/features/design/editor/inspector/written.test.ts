import { expect, test } from "vitest";
import { parseDesign } from "../../../../../src/features/design/model/language/parse-design.ts";
import { faultOf, writtenValue } from "./written.ts";

const only = (text: string) => {
  const { design, faults } = parseDesign(text);
  const [node] = design.nodes;
  if (!node) throw new Error("no node");
  return { node, faults };
};

test("hardware and replicas that stand together are shown in their own fields", () => {
  const { node } = only("ranker{gpu=L4 x4, batch=32}");
  expect(["gpu", "replicas", "batch", "zones"].map((key) => writtenValue(node, key))).toEqual(["L4", "4", "32", ""]);
});

test("a fault is found by the value that it speaks of", () => {
  const { node, faults } = only("cache{memory=8GB, ttl=60q}");
  expect(faultOf(node.settings, "ttl", faults)?.message).toContain("60q");
  expect(faultOf(node.settings, "memory", faults)).toBeUndefined();
});
