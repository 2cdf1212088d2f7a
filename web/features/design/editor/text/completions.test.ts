import { expect, test } from "vitest";
import { parseDesign } from "../../../../../src/features/design/model/language/parse-design.ts";
import { suggestionsAt } from "./completions.ts";

/** What is suggested at the mark `|`. */
function at(marked: string) {
  const position = marked.indexOf("|");
  const text = marked.replace("|", "");
  return suggestionsAt(text, position, parseDesign(text).design);
}
const labels = (marked: string) => at(marked)?.options.map(({ label }) => label);

test("outside of brackets: ids of the design first, then components by name and alias", () => {
  const found = labels("gateway -> app:service\napp -> ra|") ?? [];
  expect(found.slice(0, 2)).toEqual(["gateway", "app"]);
  expect(found).toContain("ranker");
  expect(found).toContain("kafka");
  expect(found).not.toContain("ra");
});

test("what is typed is replaced from its first letter on", () => {
  expect(at("gateway -> cac|")).toMatchObject({ from: 11, typed: "cac" });
  expect(at("gateway ->cac|")).toMatchObject({ from: 10, typed: "cac" });
});

test("after a colon: types only", () => {
  const found = labels("front:gateway -> app:|") ?? [];
  expect(found).toContain("service");
  expect(found).not.toContain("front");
});

test("in braces: the parameters of that component, without those given", () => {
  const found = labels("gateway -> cache{ttl=60s, |}") ?? [];
  expect(found).toContain("coalesce");
  expect(found).not.toContain("ttl");
  expect(found).not.toContain("timeout");
});

test("in square brackets after an arrow: what the arrow can be told, too", () => {
  expect(labels("app:service -> ranker[|]")?.slice(0, 2)).toEqual(["timeout", "retry"]);
  expect(labels("ranker[|]")).not.toContain("timeout");
});

test("a threshold is written with its sign", () => {
  const signs = at("decide{|}")?.options.map(({ apply }) => apply);
  expect(signs).toEqual(expect.arrayContaining(["block>", "review>", "time="]));
  expect(at("scorer{|}")?.options.map(({ apply }) => apply)).toContain("pass<");
});

test("values: choices, hardware, fallbacks with the ids of the design", () => {
  expect(labels("cache{coalesce=|}")).toEqual(["on", "off"]);
  expect(labels("ranker{gpu=|}")).toContain("L4");
  expect(labels("train{every=|}")?.slice(0, 3)).toEqual(["hourly", "daily", "weekly"]);
  expect(labels("app:service -> ranker[fallback=|]")).toEqual(expect.arrayContaining(["popular", "app"]));
});

test("the type of a mention is found wherever it was given", () => {
  expect(labels("store:kv\ngateway -> store{|}")).toContain("shards");
});

test("nothing in a comment", () => expect(at("gateway # cac|")).toBeUndefined());
