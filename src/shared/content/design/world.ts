import { z } from "zod";
import { Seconds } from "./seconds.ts";

/**
 * `world.yaml`: the world that a design is run in. Every figure here is the case's own: the candidate learns of it by
 * asking, or by running.
 */

const Share = z.number().min(0).max(1);
const Id = z.string().regex(/^[a-z0-9-]+$/);

const Traffic = z.strictObject({
  rate: z.number().positive().describe("requests a second at the peak of a normal day"),
  arrivals: z
    .enum(["poisson", "bursty"])
    .default("poisson")
    .describe("bursty: requests come in groups of geometric size, on average four, groups as a Poisson process"),
  keys: z
    .strictObject({
      count: z.int().min(1).max(20_000_000).describe("different answers that can be asked for (users, items, queries)"),
      zipf: z.number().min(0).max(2).describe("exponent of their popularity; 0 is uniform"),
      bytes: z.number().positive().default(1000).describe("of one kept answer: decides how many fit into a cache"),
    })
    .exactOptional()
    .describe("without it every request is new, and a cache never hits"),
  patience: z
    .strictObject({ timeout: Seconds, retries: z.int().min(0).max(10).default(0) })
    .exactOptional()
    .describe("clients give up after the timeout and try again so often: what keeps an overload up after its cause"),
  tokens: z
    .strictObject({
      prompt: z.number().positive(),
      output: z.number().positive(),
      passage: z
        .number()
        .positive()
        .exactOptional()
        .describe("tokens of one retrieved passage: the prompt holds so many, and a ranking model puts the best first"),
    })
    .exactOptional()
    .describe(
      "mean tokens of one request to a language model; lengths are geometric around it for output, lognormal for prompts",
    ),
  severities: z
    .array(z.strictObject({ share: Share, weight: z.number().positive() }))
    .exactOptional()
    .describe(
      "classes of requests, the least grave first; `weight` scales what a wrong decision costs, and shedding and severity queues take grave ones first",
    ),
});

const Catalogue = z.strictObject({
  items: z.number().min(1).describe("vectors in the index"),
  dimension: z.int().min(1).default(128),
  newShare: Share.default(0).describe("share of the interest that goes to items less than a day old"),
});

/** What costs quality. Factors multiply: a perfect answer has 1. */
const Signal = z.strictObject({
  features: z
    .strictObject({
      without: Share.describe("no feature store is read at all"),
      defaults: Share.describe("a read failed and defaults stood in"),
      poisoned: Share.default(0.5).describe("features were written from bad data"),
      fast: z
        .strictObject({ weight: Share, halfLife: Seconds })
        .describe("the part that needs events of the last minutes: lost share is weight * (1 - 2^(-age / halfLife))"),
      slow: z.strictObject({ weight: Share, halfLife: Seconds }).describe("the part that a batch can give"),
    })
    .exactOptional(),
  retrieval: z
    .strictObject({
      without: Share,
      half: z.number().positive().describe("candidates that find half of what is worth finding: 1 - 2^(-n / half)"),
    })
    .exactOptional(),
  sizes: z.strictObject({ small: Share, medium: Share, large: Share }).describe("of ranking and scoring models"),
  llms: z.record(z.enum(["1B", "3B", "8B", "14B", "70B"]), Share).exactOptional(),
  provider: Share.default(1).describe("of the model behind an external provider"),
  unranked: Share.default(0.6).describe(
    "candidates were shown without a ranking model, or an answer was given without a model",
  ),
  drift: z.strictObject({
    perDay: Share.describe("lost for each day of age of the newest label that the model has seen"),
    shows: z
      .number()
      .min(0)
      .default(2)
      .describe(
        "standard deviations by which all scores move when a drift or a bad model takes the whole signal, in proportion when it takes a part: what a monitor of scores and a canary can see at once",
      ),
  }),
  fallbacks: z
    .strictObject({ default: Share, popular: Share, stale: Share, partial: Share })
    .describe("what stands in for a failed call, times what was found so far"),
});

/** Detection tasks: a score is normal with unit variance, its mean `dPrime` higher for positives (signal detection theory). */
const Detection = z.strictObject({
  positives: Share.describe("base rate of what is to be found (fraud, violations)"),
  dPrime: z
    .strictObject({
      scorer: z.number().positive(),
      llm: z.number().positive().exactOptional(),
      provider: z.number().positive().exactOptional(),
    })
    .describe("separation of a model of size 1 with perfect signal; it is multiplied by the signal"),
  correlation: Share.default(0.4).describe("of the noise of two models on one request: a hard case is hard for both"),
  rules: z.strictObject({
    catches: Share,
    wrongly: Share,
    withVelocity: Share.describe("share caught where velocity rules have fresh counts"),
  }),
  attackSeen: z
    .strictObject({ rules: Share.default(0.35), scorer: Share.default(0.35), llm: Share.default(0.35) })
    .prefault({})
    .describe(
      "of what sets an attack (adversarial-burst) apart, the share that each sees while it is new; 0.35 is proposed by us. A language model that isolates untrusted text sees all of it",
    ),
});

const Money = z.strictObject({
  value: z.number().min(0).default(0).describe("US dollars that a perfect answer is worth"),
  missed: z.number().min(0).default(0).describe("US dollars lost by a positive that passes"),
  wronglyBlocked: z.number().min(0).default(0).describe("US dollars lost by a negative that is blocked"),
  failed: z.number().min(0).default(0).describe("US dollars lost by a request that fails"),
});

const FAULTS = [
  "node-loss",
  "zone-loss",
  "cache-flush",
  "slow-dependency",
  "provider-outage",
  "traffic-peak",
  "hot-key",
  "poisoned-data",
  "late-data",
  "bad-model",
  "concept-drift",
  "adversarial-burst",
  "policy-change",
  "reviewer-surge",
  "embedding-change",
] as const;

const Fault = z.strictObject({
  id: Id,
  kind: z.enum(FAULTS),
  title: z.string().min(5).describe("what happened, as a postmortem would head it"),
  at: Seconds.describe("after the start of the scenario"),
  lasts: Seconds.exactOptional().describe("for ever where left out"),
  target: z
    .array(z.string())
    .exactOptional()
    .describe("component types that it meets; all that it can meet where left out"),
  size: z
    .number()
    .min(0)
    .exactOptional()
    .describe(
      "node-loss, zone-loss: share lost (a zone by default); slow-dependency: times as slow; traffic-peak: times the rate; hot-key: share of requests for one key; late-data: seconds late; poisoned-data: share of the quality lost by answers that read it (generation); bad-model, concept-drift, policy-change, embedding-change: share of the signal lost; adversarial-burst: attack requests a second; reviewer-surge: times the cases; provider-outage: share of calls that fail",
    ),
  hidden: z
    .boolean()
    .exactOptional()
    .describe(
      "bad-model in days: it looks well on the evaluation set (training-serving skew), so that no gate stops it",
    ),
  hangs: z.boolean().exactOptional().describe("provider-outage: calls hang instead of failing at once"),
});

const Scenario = z.strictObject({
  id: Id,
  title: z.string().min(5),
  /** Seconds to minutes are simulated request by request; days by steps, as rates. */
  lasts: Seconds,
  warmUp: Seconds.default(0).describe("left out of what is measured; seconds and minutes only"),
  step: Seconds.exactOptional().describe("given: the scenario is about days, and goes in such steps"),
  rate: z.number().positive().exactOptional().describe("requests a second, instead of the traffic's own"),
  faults: z.array(Fault).default([]),
});

const METRICS = [
  "p50",
  "p95",
  "p99",
  "p999",
  "firstTokenP99",
  "availability",
  "throughput",
  "degraded",
  "quality",
  "recall",
  "precision",
  "wronglyBlocked",
  "missed",
  "reviewShare",
  "reviewInTime",
  "leaks",
  "cost",
  "recovery",
  "blast",
  "detection",
  "lowestQuality",
  "lastQuality",
  "dataLost",
  "moneyLost",
  "llmShare",
] as const;

const Objective = z
  .strictObject({
    id: Id,
    title: z.string().min(3).describe("short: it stands as a mark above a run"),
    scenario: Id,
    metric: z.enum(METRICS),
    fault: Id.exactOptional().describe("measured from this fault's start to a while after its end"),
    atMost: z.number().exactOptional(),
    atLeast: z.number().exactOptional(),
  })
  .refine(({ atMost, atLeast }) => (atMost === undefined) !== (atLeast === undefined), {
    message: "an objective has either atMost or atLeast",
  });

export const World = z
  .strictObject({
    task: z.enum(["ranking", "detection", "generation"]),
    traffic: Traffic,
    catalogue: Catalogue.exactOptional(),
    signal: Signal,
    detection: Detection.exactOptional(),
    labels: z.strictObject({
      delay: Seconds.describe("until most labels are known"),
      share: Share.default(1).describe("of requests that ever get one"),
      bias: Share.default(0.1).describe(
        "detection only: share of the signal lost by a model that learns only from what was let through; random holdout mends it",
      ),
    }),
    permissions: z
      .strictObject({ restricted: Share.describe("share of requests whose best matches the asker may not see") })
      .exactOptional(),
    money: Money,
    slo: z
      .strictObject({ latency: Seconds, availability: Share })
      .describe(
        "a bin of time is good when p99 and the share of good answers hold it: recovery and error budget count such bins",
      ),
    scenarios: z.array(Scenario).min(1),
    objectives: z.array(Objective).min(3),
  })
  .superRefine((world, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    const scenarios = new Map(world.scenarios.map((scenario) => [scenario.id, scenario]));
    world.objectives.forEach(({ scenario, fault }, at) => {
      const found = scenarios.get(scenario);
      if (!found) refuse(["objectives", at, "scenario"], `there is no scenario "${scenario}"`);
      else if (fault && !found.faults.some(({ id }) => id === fault))
        refuse(["objectives", at, "fault"], `the scenario "${scenario}" has no fault "${fault}"`);
    });
    if (world.task === "detection" && !world.detection) refuse(["task"], "a detection task needs `detection`");
  });

export type World = z.infer<typeof World>;
export type Scenario = World["scenarios"][number];
export type Fault = Scenario["faults"][number];
export type FaultKind = Fault["kind"];
export type Objective = World["objectives"][number];
export type Metric = Objective["metric"];
