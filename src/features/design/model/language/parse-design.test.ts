import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../../../../../tests/support/any-design-text.ts";
import type { Design, DesignFault } from "../design.ts";
import { parseDesign } from "./parse-design.ts";

const EXAMPLE = `# a comment
gateway{limit=6k/s} -> cache[ttl=60s, coalesce=on] -> app:service{cpu=8 x12}
app -> features[timeout=8ms, fallback=default] & vectors[timeout=30ms, fallback=partial]   # & : both at once
app -> ranker{gpu=L4 x4, batch=32, candidates=200}[timeout=60ms, fallback=popular]
gateway -> events:queue -> velocity:stream{window=5m} -> features
events -> warehouse -> train{every=daily} -> registry -> canary{share=5%} -> ranker
labels[delay=2d] -> train
monitor{watch=scores, psi=0.2} -> canary
`;
const node = (design: Design, id: string) => design.nodes.find((each) => each.id === id);
const edge = (design: Design, from: string, to: string) => design.edges.find((e) => e.from === from && e.to === to);
const faultsIn = (text: string) => parseDesign(text).faults;
const shown = ({ at, message, mend }: DesignFault) => `${at.line}:${at.column}-${at.endColumn} ${message} ${mend}`;
const onlyFault = (text: string) => {
  const faults = faultsIn(text);
  expect(faults).toHaveLength(1);
  return faults.map(shown).join("");
};

test("a design is read with its types, values in SI units, defaults and what its arrows mean", () => {
  const { design, faults } = parseDesign(EXAMPLE);
  expect(faults).toEqual([]);
  expect(design.nodes.map(({ id, type }) => (id === type ? id : `${id}:${type}`))).toEqual([
    ...["gateway", "cache", "app:service", "features", "vectors", "ranker", "events:queue", "velocity:stream"],
    ...["warehouse", "train", "registry", "canary", "labels", "monitor"],
  ]);
  expect(node(design, "app")?.parameters).toMatchObject({
    cpu: 8,
    replicas: 12,
    time: { shape: "exponential", mean: 0.002 },
  });
  expect(node(design, "app")?.parameters).not.toHaveProperty("scale");
  expect(node(design, "cache")?.parameters).toMatchObject({ ttl: 60, coalesce: "on", memory: 16e9 });
  expect(node(design, "ranker")?.parameters).toMatchObject({ gpu: "L4", replicas: 4, batch: 32, wait: 0.001 });
  expect(node(design, "labels")?.parameters).toMatchObject({ delay: 172_800 });
  expect(edge(design, "app", "features")).toMatchObject({
    kind: "call",
    group: 0,
    policies: { timeout: 0.008, fallback: "default" },
  });
  expect(edge(design, "app", "vectors")).toMatchObject({ kind: "call", group: 0 });
  expect(edge(design, "app", "ranker")).toMatchObject({ group: 1, settings: [{ key: "timeout", text: "60ms" }, {}] });
  expect(design.edges.map(({ kind }) => kind).filter((kind) => kind !== "call")).toEqual([
    ...["publish", "deliver", "write", "deliver", "read", "deploy", "deploy", "deploy", "label", "trigger"],
  ]);
});

test("a name is a type, an alias, or either with a number", () => {
  const { design, faults } = parseDesign("gateway -> redis -> app2 -> kafka\nx:Postgres -> warehouse");
  expect(faults).toEqual([]);
  expect(design.nodes.map(({ type }) => type)).toEqual(["gateway", "cache", "service", "queue", "sql", "warehouse"]);
});

test("a line that begins or ends with an arrow goes on, over comments, not over blank lines", () => {
  const { design, faults } = parseDesign("gateway ->  # first\n  # why\n  cache\n-> app\r\n\r\ndb");
  expect(faults).toEqual([]);
  expect(design.edges.map(({ from, to }) => `${from} ${to}`)).toEqual(["gateway cache", "cache app"]);
  expect(faultsIn("gateway ->\n\ncache").map(shown)).toEqual([
    expect.stringMatching(/^1:9-11 This arrow leads nowhere\./),
  ]);
});

test("thresholds, distributions and default= are read", () => {
  const { design, faults } = parseDesign(
    "gateway -> s:scorer{pass<0.05, block>92%, review=0.7}[default=allow] -> db{time=lognormal( 10ms ,0.5)}",
  );
  expect(faults).toEqual([]);
  expect(node(design, "s")?.parameters).toMatchObject({ pass: 0.05, block: 0.92, review: 0.7 });
  expect(edge(design, "gateway", "s")?.policies).toEqual({ fallback: "allow" });
  expect(node(design, "db")?.parameters.time).toEqual({ shape: "lognormal", median: 0.01, sigma: 0.5 });
});

test.each([
  ["gatway -> app", /^1:1-7 There is no component `gatway`; did you mean `gateway`\? Write `gateway`, or/],
  ["gateway -> app:servce", /^1:16-22 There is no component `servce`; did you mean `service`\?/],
  [
    "gateway -> ranker{ttl=60s}",
    /^1:19-26 `ttl` is no parameter of a ranking model; it has: gpu, .*belongs to a CDN, a cache/,
  ],
  ["gateway -> app{cpus=8}", /^1:16-22 `cpus` is no parameter of a stateless service.*Did you mean `cpu`\?/],
  ["gateway[timeout=5ms] -> app", /^1:9-20 `timeout` says how a call is made, and no arrow arrives here at `gateway`/],
  ["gateway -> cache{ttl=60}", /^1:22-24 `60` has no unit of time\. Write `ttl=60s` or `ttl=60ms`\./],
  ["gateway -> vectors{k=5m}", /^1:22-24 `5m` is a time: `m` is minutes\. Write `k=5M` for millions\./],
  [
    "gateway -> vectors{recall=0.2}",
    /^1:27-30 `0.2` is beyond what makes sense for `recall`\. Write a value between 50% and/,
  ],
  [
    "gateway -> ranker{gpu=L5 x4}",
    /`L5` is no accelerator that is known here; did you mean `L4`\? Write one of: T4, L4/,
  ],
  ["gateway -> ranker{size=huge}", /`huge` is no choice for `size`\. Write one of: medium, small, large/],
  ["gateway -> app{cpu=8 x12, replicas=3}", /^1:27-37 `replicas` is given twice, first in line 1: `cpu=8 x12`/],
  ["gateway -> scorer{pass>0.1}", /^1:19-27 `pass` holds below its threshold.*Write `pass<0\.1`/],
  ["gateway -> app{cpu<4}", /`cpu` is no threshold.*Write `cpu=4`/],
  ["gateway -> features & vectors -> app", /^1:34-37 No arrow can go on from `features` and `vectors` together/],
  ["gateway -> x:llm\nx:service", /^2:3-10 `x` is an LLM inference in another place \(`x:llm`\)/],
  [
    "gateway -> app\ngateway -> app -> db",
    /^2:12-15 The arrow `gateway -> app` was drawn before, in line 1; it counts once/,
  ],
  ["gateway -> cache[ttl=60s -> app", /^1:17-18 `\[` is never closed\. Close it with `\]`/],
  ["gateway -> cache[ttl=60s}", /^1:25-26 `\[` is closed by `}`\. Write `\]` here/],
  ["gateway -> cache{ttl=60s coalesce=on}", /^1:25-26 A comma is missing here/],
  ["gateway -> cache{coalesce}", /^1:18-26 `coalesce` has no value/],
  ["gateway => app", /^1:9-11 `=>` is no arrow\. Write `->`/],
  ["gateway app", /^1:9-12 There is no arrow between `gateway` and `app`\. Write `gateway -> app`/],
  ["gateway -> -> app", /^1:12-14 Two arrows stand with no component between them/],
  ["-> app", /^1:1-3 Nothing stands before this arrow/],
  ["gateway -> app & ", /^1:16-17 No component stands after `&`/],
  ["gateway -> 2app", /^1:12-16 `2app` cannot be read here\. A name begins with a letter/],
  ["gateway -> (features & vectors", /^1:12-13 `\(` is never closed/],
])("%j is told of at its place, with the mend", (text, said) => {
  expect(onlyFault(text)).toMatch(said);
});

test("all faults are told at once, in the order of reading, and the rest of the design is there", () => {
  const { design, faults } = parseDesign("gatway -> cache{tll=60s}\ncache -> app{cpu=x}[timeout=5]\napp -> $ -> db");
  expect(faults.map(({ at, severity }) => [at.line, severity])).toEqual([
    ...[1, 1, 2, 2, 3, 3].map((line) => [line, "error"]),
  ]);
  expect(design.nodes.map(({ type }) => type)).toEqual(["gateway", "cache", "service", "sql"]);
  expect(design.edges).toHaveLength(3);
});

const inside = (text: string, { at }: DesignFault) => {
  const line = text.split(/\r\n|\r|\n/)[at.line - 1];
  return (
    line !== undefined &&
    at.column >= 1 &&
    at.column <= line.length + 1 &&
    at.endColumn > at.column &&
    at.endColumn <= line.length + 2
  );
};

test("any text is read without a throw, and its faults lie in it", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { design, faults } = parseDesign(text);
      expect(faults.filter((fault) => !inside(text, fault))).toEqual([]);
      const ids = new Set(design.nodes.map(({ id }) => id));
      expect(ids.size).toBe(design.nodes.length);
      expect(design.edges.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true);
      for (const { message, mend } of faults) expect([message, mend]).not.toContain("");
    }),
    { numRuns: 2000 },
  );
});

test("a long text of any shape is read, and says no more than a person can use", () => {
  const pieces = [
    "->",
    "a->",
    "{",
    "a{",
    "a[b=c ",
    "(",
    "a&",
    "a=",
    "a:",
    "<-",
    "-=",
    " ,",
    "gateway->cache\n",
    "cache{cpu=1}",
    "x=(a ",
  ];
  const chain = Array.from({ length: 4000 }, (_, index) => `n${index}`);
  for (const text of [...pieces.map((piece) => piece.repeat(20_000 / piece.length)), chain.join("->"), chain.join("&")])
    expect(faultsIn(text).length).toBeLessThanOrEqual(100);
});
