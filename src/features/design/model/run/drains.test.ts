import fc from "fast-check";
import { expect, test } from "vitest";
import { World } from "../../../../shared/content/design/world.ts";
import { drain } from "../engine/theory/drain.ts";

const NOTHING = { requests: 0, calls: 0, legs: 0 };

/** A world with everything that can happen to a request. */
function busyWorld(task: "ranking" | "detection", faults: unknown[]): World {
  return World.parse({
    task,
    traffic: {
      rate: 80,
      keys: { count: 200, zipf: 0.9, bytes: 20_000 },
      patience: { timeout: 0.3, retries: 1 },
      tokens: { prompt: 300, output: 5 },
      severities: [
        { share: 0.8, weight: 1 },
        { share: 0.2, weight: 5 },
      ],
    },
    signal: {
      sizes: { small: 0.9, medium: 0.95, large: 1 },
      drift: { perDay: 0 },
      fallbacks: { default: 0.9, popular: 0.6, stale: 0.8, partial: 0.9 },
    },
    detection: {
      positives: 0.1,
      dPrime: { scorer: 2, llm: 2.5, provider: 2 },
      rules: { catches: 0.2, wrongly: 0.01, withVelocity: 0.4 },
    },
    labels: { delay: 0 },
    money: {},
    slo: { latency: 0.1, availability: 0.99 },
    scenarios: [{ id: "run", title: "everything happens", lasts: 6, faults }],
    objectives: ["p50", "p95", "p99"].map((metric) => ({
      id: metric,
      title: metric,
      scenario: "run",
      metric,
      atMost: 1,
    })),
  });
}

const TYPES = [
  "service",
  "cache",
  "kv",
  "features",
  "vectors",
  "ranker",
  "scorer",
  "llm",
  "rules",
  "provider",
  "queue",
];

const POLICIES = {
  timeout: fc.constantFrom("", "timeout=2ms", "timeout=15ms", "timeout=80ms"),
  retry: fc.constantFrom("", "retry=1", "retry=3, backoff=5ms", "retry=2, budget=20%"),
  hedge: fc.constantFrom("", "hedge=3ms"),
  breaker: fc.constantFrom("", "breaker=30%"),
  fallback: fc.constantFrom("", "fallback=default", "fallback=popular", "fallback=other", "fallback=review"),
  sample: fc.constantFrom("", "sample=50%"),
};
const written = (chosen: Record<keyof typeof POLICIES, fc.Arbitrary<string>>) =>
  fc
    .record(chosen)
    .map((each) => Object.values(each).filter((text) => text !== ""))
    .map((all) => (all.length === 0 ? "" : `[${all.join(", ")}]`));
const policies = written(POLICIES);
/** A message that can never be worked off in time would be delivered for ever. */
const ofDeliveries = written({ ...POLICIES, timeout: fc.constantFrom("", "timeout=400ms") });

const PARTS: Record<string, string> = {
  gateway: "gateway{cpu=2 x2, time=exp(2ms), limit=70/s, shed=6}",
  app: "app:service{cpu=2 x2, time=exp(8ms), queue=5}",
  cached: "cached:cache{coalesce=on, stale=on, ttl=200ms, memory=1MB}",
  aside: "aside:cache{ttl=200ms, memory=1MB}",
  store: "store:kv{shards=2, replicas=2, cpu=1, time=exp(10ms), queue=4}",
  facts: "facts:features{shards=1, replicas=2, cpu=1, time=exp(5ms), queue=4}",
  index: "index:vectors{shards=3, replicas=1, cpu=1, partial=off, queue=3, recall=0.99}",
  rank: "rank:ranker{gpu=L4 x2, batch=4, wait=3ms, queue=4, time=exp(10ms)}",
  score: "score:scorer{cpu=1 x2, size=large, pass<0.05, block>0.9, queue=4}",
  writer: "writer:llm{gpu=A100 x2, batch=4, queue=3, model=8B}",
  log: "log:queue{partitions=1, durable=off, priority=severity}",
  worker: "worker:service{cpu=1 x1, time=exp(30ms), queue=2}",
  other: "other:provider{quota=20/s, time=exp(20ms)}",
  people: "people:review{people=2, time=exp(2s), patience=3s, priority=severity}",
};

const design = fc
  .tuple(fc.array(policies, { minLength: 11, maxLength: 11 }), fc.array(ofDeliveries, { minLength: 2, maxLength: 2 }))
  .map(([p, delivered]) =>
    [
      `${PARTS.gateway} -> lb:balancer{policy=least, health=1s} -> ${PARTS.app}${p[0]}`,
      `app -> ${PARTS.aside}${p[1]}`,
      `app -> ${PARTS.cached}${p[2]} -> ${PARTS.store}${p[3]}`,
      `app -> ${PARTS.index}${p[4]} & ${PARTS.rank}${p[5]}`,
      `rank -> ${PARTS.facts}${p[6]}`,
      `app -> ${PARTS.score}${p[7]}`,
      `score -> facts${p[8]}`,
      `app -> half:splitter -> ${PARTS.writer}${p[9]}`,
      `half -> ${PARTS.other}${p[10]}`,
      `app -> ${PARTS.log} -> ${PARTS.worker}${delivered[0]}`,
      `log -> late:scorer{cpu=1 x1, size=large, pass<0.1, block>0.5, review>0.3, queue=4}${delivered[1]}`,
      `app -> decide{block>0.9, review>0.2}`,
      `app -> ${PARTS.people}`,
    ].join("\n"),
  );

const KINDS = [
  "node-loss",
  "zone-loss",
  "cache-flush",
  "slow-dependency",
  "provider-outage",
  "traffic-peak",
  "reviewer-surge",
  "hot-key",
];
const fault = fc.record(
  {
    kind: fc.constantFrom(...KINDS),
    at: fc.double({ min: 0, max: 5, noNaN: true }),
    lasts: fc.double({ min: 0.05, max: 2, noNaN: true }),
    target: fc.array(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 3 }),
    hangs: fc.boolean(),
  },
  { requiredKeys: ["kind", "at", "lasts"] },
);

test.each(["ranking", "detection"] as const)(
  "whatever the policies and faults, every request of a %s task is answered once and nothing stays behind",
  (task) => {
    fc.assert(
      fc.property(design, fc.array(fault, { maxLength: 4 }), (text, faults) => {
        const named = faults.map((each, at) => ({ ...each, id: `f${at}`, title: "something breaks" }));
        const { arrived, answered, outcomes, leaked } = drain(text, busyWorld(task, named), { tail: 1000 });
        expect(answered).toBe(arrived);
        expect(outcomes.bins.reduce((sum, bin) => sum + bin.answered + bin.failed, 0)).toBe(arrived);
        // a case is judged once: when it is answered, or where it was handed on; one that failed may be judged there
        const judged = outcomes.positives + outcomes.negatives;
        expect(judged).toBeLessThanOrEqual(arrived);
        expect(judged).toBeGreaterThanOrEqual(task === "detection" ? outcomes.answered : 0);
        expect(leaked).toEqual(NOTHING);
      }),
      { numRuns: 25, seed: 5 },
    );
  },
);
