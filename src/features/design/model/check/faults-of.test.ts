import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../../../../../tests/support/any-design-text.ts";
import type { World } from "../../../../shared/content/design/world.ts";
import { faultsOf } from "./faults-of.ts";

const said = (text: string, world?: World) =>
  faultsOf(text, world).map(
    ({ severity, at, message, mend }) => `${severity} ${at.line}:${at.column} ${message} ${mend}`,
  );
/** A check reads no more of a world than its task, and whether there are items to find. */
const worldOf = (task: World["task"]) => ({ task, catalogue: { items: 1e6, dimension: 128, newShare: 0 } }) as World;

const SOUND = `gateway{limit=6k/s} -> cache[ttl=60s, coalesce=on] -> app:service{cpu=8 x12}
app -> features[timeout=8ms, fallback=default] & vectors[timeout=30ms, fallback=partial]
app -> ranker{gpu=L4 x4, batch=32, candidates=200}[timeout=60ms, fallback=popular]
gateway -> events:queue -> velocity:stream{window=5m} -> features
events -> warehouse -> train{every=daily} -> registry -> canary{share=5%} -> ranker
labels[delay=2d] -> train
warehouse -> indexer{every=1h, takes=20m} -> vectors
monitor{watch=scores, psi=0.2} -> canary
`;

test("a sound design has no faults", () => {
  expect(said(SOUND, worldOf("ranking"))).toEqual([]);
  const fraud = `gateway -> app -> rules{velocity=on}[timeout=20ms, fallback=block]
app -> features & kv
app -> scorer{pass<0.05, block>0.92}[timeout=30ms, fallback=backup]
app -> decide{review>0.6, block>0.9} -> review{people=40, priority=severity}
backup:rules
gateway -> events:queue -> velocity:stream -> features & warehouse
review -> labels{delay=30d} -> train -> registry -> scorer`;
  expect(said(fraud, worldOf("detection"))).toEqual([]);
  expect(
    said("gateway -> events:queue -> worker -> llm{model=70B, gpu=H100, shards=2}", worldOf("generation")),
  ).toEqual([]);
});

test.each([
  ["", /^error 1:1 The design is empty\. Begin with `gateway -> app`/],
  ["kv", /^error 1:1 No component here takes requests in/],
  [
    "gateway -> app -> redis -> app",
    /^error 1:28 Calls go in a circle.*: app -> redis -> app\. .*queue into the circle/,
  ],
  ["gateway -> a:service -> b:service -> c:service -> a", /^error 1:51 Calls go in a circle.*: a -> b -> c -> a\./],
  ["gateway -> app -> app", /^error 1:19 `app` leads to itself/],
  ["gateway -> app\nadmin:gateway -> app", /^error 2:1 `admin` is a second entry/],
  ["gateway -> app\nranker", /^warning 2:1 Nothing reaches `ranker`/],
  ["gateway -> app\nkv", /^warning 2:1 Nothing reads `kv`/],
  ["gateway -> app\nmonitor", /^warning 2:1 `monitor` stands alone/],
  ["gateway -> lb", /^error 1:12 `lb` leads nowhere: a load balancer answers nothing itself/],
  ["gateway -> app -> cache", /^warning 1:19 A miss of `cache` finds nothing/],
  ["gateway -> app -> events", /^warning 1:19 Nobody reads `events`/],
  ["gateway -> ab -> app", /^warning 1:12 `ab` splits requests in two, and one arrow leaves it/],
  [
    "gateway -> app -> kv -> db",
    /^error 1:25 An arrow from a key-value store to a relational database means nothing\. Let one component call both: `app -> kv & db`/,
  ],
  [
    "gateway -> app\nregistry -> kafka\napp -> kafka -> warehouse",
    /^error 2:13 An arrow from a model registry to a queue or log means nothing\. From a model registry an arrow can lead to: /,
  ],
  ["gateway -> app -> scorer[fallback=alow]", /^error 1:26 There is no fallback `alow`; did you mean `allow`\?/],
  ["gateway -> app -> scorer[fallback=scorer]", /^error 1:26 `scorer` cannot stand in: it is what failed/],
  [
    "gateway -> app:service{time=50ms}[timeout=20ms]",
    /^error 1:35 `gateway` stops waiting after 20ms, and `app` works 50ms/,
  ],
  [
    "gateway -> app[timeout=50ms] -> db[timeout=30ms, retry=2]",
    /^warning 1:16 `gateway` waits 50ms for `app`, which waits up to 90ms, 3 tries in all,/,
  ],
  ["gateway -> app[timeout=50ms, hedge=60ms]", /^warning 1:30 A second copy after 60ms is never sent/],
  ["gateway -> app[retry=50]", /^error 1:16 `retry=50` makes one failed call 51 calls/],
  ["gateway -> app[budget=10%]", /^warning 1:16 `budget` is about retries/],
  [
    "gateway -> app\nwarehouse -> train[timeout=5s] -> app",
    /^warning 2:20 `timeout` changes nothing here: `warehouse -> train` is a read/,
  ],
  [
    "gateway -> llm{model=70B}",
    /^error 1:16 A 70B model is 141\.2GB in 16 bits, and one A100 has 40GB: it does not fit\. Spread it over `shards=8`/,
  ],
  ["gateway -> llm{gpu=T4, shards=1}", /^error 1:24 An 8B model is 16GB/],
  ["gateway -> scorer{pass<0.9, block>0.5}", /^error 1:19 What is below 0\.9 passes.*`pass<0\.5, block>0\.9`/],
  ["gateway -> scorer{review>0.9, block>0.5} -> review", /^warning 1:19 Nothing is reviewed/],
  ["gateway -> scorer{review>0.7}", /^error 1:19 `scorer` sends cases to review, and no arrow leads to one/],
  [
    "gateway -> scorer{block>0.7} -> review",
    /^warning 1:33 No threshold sends anything to `review`.*`scorer\{review>0\.7\}`/,
  ],
  ["gateway -> app{replicas=12, scale=4}", /^error 1:29 Autoscaling to 4 never adds/],
  ["gateway -> app{replicas=2, zones=3}", /^warning 1:28 2 replicas cannot be in 3 zones/],
  ["gateway -> ranker{candidates=50, degrade=80}", /^warning 1:34 Under load 80 candidates/],
  [
    "gateway -> app -> features\netl{every=1h, takes=4h} -> features",
    /^error 2:15 A run takes 4h, and one begins every 1h/,
  ],
  ["gateway -> app -> features", /^warning 1:19 Nothing writes `features`/],
  ["gateway -> app -> rules{velocity=on}", /^warning 1:25 `rules` has velocity rules, and no stream counts/],
  ["gateway -> app\nwarehouse -> train", /^warning 2:14 A model of `train` goes nowhere/],
  ["gateway -> app\ntrain -> app", /^warning 2:1 `train` learns from nothing/],
  ["gateway -> app\nregistry -> canary{share=100%} -> app", /^warning 2:20 A canary with all the traffic is no canary/],
])("%j is told of at its place", (text, fault) => {
  expect(said(text)).toEqual([expect.stringMatching(fault)]);
});

test("people who cannot keep their time, and candidates that are never found", () => {
  const reviewed = said("gateway -> scorer{review>0.7} -> review{time=10m, sla=5m}");
  expect(reviewed).toEqual([
    expect.stringMatching(/^error 1:51 One case takes 10m on average and should be decided within 5m/),
  ]);
  const ranked = said("gateway -> app -> vectors{k=100}\napp -> ranker{candidates=500}\nbatch -> vectors");
  expect(ranked).toEqual([
    expect.stringMatching(/^warning 2:15 `ranker` scores up to 500 candidates, and no more than 100/),
  ]);
});

test("a path that the case needs and a design lacks is told of at its entry", () => {
  const lacks = (text: string, task: World["task"]) => said(text, worldOf(task));
  expect(lacks("gateway -> app -> db", "ranking")).toEqual([
    expect.stringMatching(/^error 1:1 Nothing on the way of a request finds or ranks/),
  ]);
  expect(lacks("gateway -> app -> db", "detection")).toEqual([
    expect.stringMatching(/^error 1:1 Nothing on the way of a request decides/),
  ]);
  expect(lacks("gateway -> app -> db", "generation")).toEqual([
    expect.stringMatching(/^error 1:1 .* writes an answer/),
  ]);
  expect(lacks("gateway -> app -> scorer", "detection")).toEqual([
    expect.stringMatching(/^error 1:19 `scorer` gives a probability, and nothing/),
  ]);
  expect(lacks("gateway -> app -> decide{block>0.9}", "detection")).toEqual([
    expect.stringMatching(/^warning 1:19 `decide` decides by a score/),
  ]);
  expect(lacks("gateway -> app -> scorer{block>0.9}[fallback=popular]", "detection")).toEqual([
    expect.stringMatching(/^warning 1:37 `fallback=popular` is no answer here: the case asks for a decision/),
  ]);
  // Queues alone are a world too, in which any service answers.
  expect(said("app", { task: "ranking", signal: {} } as World)).toEqual([]);
  // Only what a request reaches counts.
  expect(lacks("gateway -> app\ntrain -> ranker", "ranking")[0]).toMatch(/^error 1:1 Nothing on the way/);
});

test("while something cannot be read, nothing is said of what seems to be missing", () => {
  expect(said("gateway -> app -> rnker", worldOf("ranking"))).toEqual([expect.stringMatching(/no component `rnker`/)]);
  expect(said("gateway ->\n\nranker{candidates=50, degrade=80}", worldOf("ranking"))).toEqual([
    expect.stringMatching(/^error 1:9 This arrow leads nowhere/),
    expect.stringMatching(/^warning 3:23 Under load 80/),
  ]);
});

test("a queue breaks a circle, and a cache aside needs nothing behind it", () => {
  expect(said("gateway -> app -> redis\napp -> db")).toEqual([]);
  expect(said("gateway -> app -> events -> worker -> app")).toEqual([]);
});

test("any text is checked without a throw, in the order of reading", () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom("ranking", "detection", "generation", undefined), (text, task) => {
      const faults = faultsOf(text, task && worldOf(task));
      const order = faults.map(({ at }) => at.line * 1e6 + at.column);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }),
    { numRuns: 1000 },
  );
});

test("a long design of any shape is checked", () => {
  const names = Array.from({ length: 2500 }, (_, index) => `service${index}`);
  const star = names
    .map((name) => `gateway -> ${name}`)
    .slice(0, 900)
    .join("\n");
  for (const text of [names.join(" -> "), `${names.join(" -> ")} -> ${names[0]}`, star, names.join("\n")])
    expect(faultsOf(text.slice(0, 20_000)).length).toBeLessThan(3000);
});
