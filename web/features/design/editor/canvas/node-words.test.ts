import { expect, test } from "vitest";
import { parseDesign } from "../../../../../src/features/design/model/language/parse-design.ts";
import { edgeLabel, meaningOf, replicasOf, tellingLine } from "./node-words.ts";

const read = (text: string) => parseDesign(text).design;
const lineOf = (text: string) => {
  const [node] = read(text).nodes;
  return node && tellingLine(node);
};
const labelsOf = (text: string) => {
  const design = read(text);
  return design.edges.map((edge) => edgeLabel(edge, design));
};

test("what was written comes before what is default", () => {
  expect(lineOf("cache{coalesce=on}")).toBe("coalesce on · ttl 60s");
  expect(lineOf("ranker{gpu=L4 x4, batch=32}")).toMatch(/^L4 · batch 32/);
});

test("a threshold keeps its sign, and a line its length", () => {
  expect(lineOf("decide{block>0.92}")).toBe("block>0.92");
  expect(lineOf("app:service{scale=100, lag=300s, queue=5000, zones=3}")?.length).toBeLessThanOrEqual(30);
});

test("replicas are counted, one is not", () => {
  expect(read("gateway{replicas=1}").nodes.map(replicasOf)).toEqual([""]);
  expect(read("app:service{cpu=8 x1200}").nodes.map(replicasOf)).toEqual(["×1,200"]);
});

test("an arrow says its timeout and its fallback", () => {
  expect(labelsOf("app:service -> ranker[timeout=60ms, fallback=popular]")).toEqual(["60ms · else popular"]);
});

test("calls one after the other say their turn, calls at once the same one", () => {
  expect(labelsOf("app:service -> features & vectors\napp -> ranker[timeout=5ms]")).toEqual(["1.", "1.", "2. 5ms"]);
});

test("who watches and who is watched are told apart", () => {
  expect(meaningOf("watch", "monitor")).toBe("watches it");
  expect(meaningOf("watch", "service")).toBe("is watched by it");
});
