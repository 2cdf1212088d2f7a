import type { ParameterValue, TimeDistribution } from "../components/spec.ts";
import { llmSpeed, rankingTime, scoringMedian, scoringTime, vectorTime } from "../components/speeds.ts";
import type { DesignNode } from "../design.ts";
import { drawTime, meanTime, RandomStream } from "../engine/random-stream.ts";
import type { SimNode } from "../engine/sim-node.ts";
import { BatchNode } from "../nodes/batch-node.ts";
import { CacheNode } from "../nodes/cache-node.ts";
import { DelayNode, SplitterNode } from "../nodes/delay-node.ts";
import { GatewayNode } from "../nodes/gateway-node.ts";
import { LlmNode } from "../nodes/llm-node.ts";
import { ProviderNode } from "../nodes/provider-node.ts";
import { QueueNode } from "../nodes/queue-node.ts";
import { ReviewNode } from "../nodes/review-node.ts";
import { SinkNode } from "../nodes/sink-node.ts";
import { Station, type StationSize } from "../nodes/station.ts";
import { StreamNode } from "../nodes/stream-node.ts";
import { VectorsNode } from "../nodes/vectors-node.ts";
import { modelSizeOf, numberAt, wordAt } from "../quality/node-parameters.ts";
import {
  featuresEffect,
  rankEffect,
  rulesEffect,
  type Setting,
  scoreEffect,
  thresholds,
  vectorsEffect,
  writeEffect,
} from "./effects.ts";
import type { Outcomes } from "./outcomes.ts";

export type Making = Setting & { outcomes: Outcomes; seed: number };

/** Makes the simulated node of a component; undefined for those that no request reaches (training, registry, monitor …). */
export function makeNode(making: Making, design: DesignNode, index: number): SimNode | undefined {
  const maker = MAKERS[design.type];
  return maker?.(making, design, index);
}

type Maker = (making: Making, design: DesignNode, index: number) => SimNode;

const MAKERS: Partial<Record<DesignNode["type"], Maker>> = {
  gateway: (making, design, index) => {
    const node = new GatewayNode(making.sim, {
      design,
      index,
      random: randomOf(making, design),
      size: serving(design),
    });
    node.protect({
      limit: numberAt(design, "limit"),
      shed: numberAt(design, "shed"),
      classes: making.world.traffic.severities?.length ?? 1,
    });
    return node;
  },
  service: (making, design, index) => {
    const node = new Station(making.sim, { design, index, random: randomOf(making, design), size: serving(design) });
    const scale = numberAt(design, "scale");
    if (scale !== undefined) node.autoscale(scale, numberAt(design, "lag") ?? 60);
    return node;
  },
  rules: (making, design, index) => {
    const random = randomOf(making, design);
    const node = new Station(making.sim, { design, index, random, size: serving(design) });
    node.effect = rulesEffect(making, design, random);
    return node;
  },
  scorer: (making, design, index) =>
    wordAt(design, "gpu") === "" ? scorerOnCores(making, design, index) : scorerOnCards(making, design, index),
  ranker: makeRanker,
  llm: makeLlm,
  provider: (making, design, index) => {
    const random = randomOf(making, design);
    const node = new ProviderNode(making.sim, {
      design,
      index,
      random,
      time: timeOf(design),
      quota: numberAt(design, "quota") ?? 1000,
    });
    node.effect = languageEffect(making, design, random);
    return node;
  },
  balancer: (making, design, index) =>
    new DelayNode(making.sim, { design, index, random: randomOf(making, design), time: timeOf(design) }),
  decide: (making, design, index) => {
    const node = new DelayNode(making.sim, { design, index, random: randomOf(making, design), time: timeOf(design) });
    node.effect = thresholds(design, making.sim.requests);
    return node;
  },
  splitter: (making, design, index) => {
    const node = new SplitterNode(making.sim, {
      design,
      index,
      random: randomOf(making, design),
      time: timeOf(design),
    });
    node.share = numberAt(design, "share") ?? 0.5;
    return node;
  },
  cache: makeCache,
  cdn: makeCache,
  sql: makeStore,
  kv: makeStore,
  features: (making, design, index) => {
    const node = makeStore(making, design, index);
    node.effect = featuresEffect(making, design);
    return node;
  },
  vectors: makeVectors,
  queue: (making, design, index) =>
    new QueueNode(making.sim, {
      design,
      index,
      random: randomOf(making, design),
      size: {
        partitions: numberAt(design, "partitions") ?? 12,
        capacity: numberAt(design, "capacity") ?? 1e7,
        durable: wordAt(design, "durable") === "off" ? "off" : "on",
        order: wordAt(design, "priority") === "severity" ? "severity" : "fifo",
        time: timeOf(design),
      },
    }),
  stream: (making, design, index) =>
    new StreamNode(making.sim, {
      design,
      index,
      rate: (numberAt(design, "workers") ?? 1) * (numberAt(design, "rate") ?? 1000),
    }),
  review: makeReview,
  warehouse: ({ sim }, design, index) => new SinkNode(sim, design, index),
  labels: ({ sim }, design, index) => new SinkNode(sim, design, index),
  batch: ({ sim }, design, index) => new SinkNode(sim, design, index),
};

function makeStore(making: Making, design: DesignNode, index: number): Station {
  const servers = numberAt(design, "cpu") ?? numberAt(design, "connections") ?? 8;
  const size: StationSize = {
    ...serving(design),
    servers,
    shards: numberAt(design, "shards") ?? 1,
    clientsKnow: "yes",
  };
  return new Station(making.sim, { design, index, random: randomOf(making, design), size });
}

function scorerOnCores(making: Making, design: DesignNode, index: number): SimNode {
  const random = randomOf(making, design);
  const time: TimeDistribution = { shape: "lognormal", median: scoringMedian(modelSizeOf(design)), sigma: 0.3 };
  const node = new Station(making.sim, { design, index, random, size: { ...serving(design), time } });
  node.effect = ratingEffect(making, design, random);
  return node;
}

function scorerOnCards(making: Making, design: DesignNode, index: number): SimNode {
  const gpu = wordAt(design, "gpu");
  const rate = ratingEffect(making, design, randomOf(making, design));
  return new BatchNode(making.sim, {
    design,
    index,
    random: choiceOf(making, design),
    size: { ...batching(design), time: (count) => scoringTime(gpu, modelSizeOf(design), count), effect: rate },
  });
}

function makeRanker(making: Making, design: DesignNode, index: number): SimNode {
  const gpu = wordAt(design, "gpu");
  const most = numberAt(design, "candidates") ?? 100;
  const crowdedMost = numberAt(design, "degrade") ?? most;
  const rank = rankEffect(making, design);
  // given only to model other servers than the accelerators of the catalogue
  const time = design.parameters.time;
  const random = randomOf(making, design);
  const batchTime =
    typeof time === "object"
      ? () => drawTime(time, random)
      : (count: number, crowded: boolean) =>
          rankingTime(gpu, modelSizeOf(design), count * (crowded ? crowdedMost : most));
  return new BatchNode(making.sim, {
    design,
    index,
    random: choiceOf(making, design),
    size: {
      ...batching(design),
      time: batchTime,
      effect: (request, crowded) => rank(request, crowded ? crowdedMost : most),
    },
  });
}

function makeLlm(making: Making, design: DesignNode, index: number): SimNode {
  const { world, sim } = making;
  const speed = llmSpeed(wordAt(design, "model"), wordAt(design, "gpu"), numberAt(design, "shards") ?? 1);
  const random = randomOf(making, design);
  const isolated = wordAt(design, "guard") === "on" ? 1.1 : 1;
  const node = new LlmNode(sim, {
    design,
    index,
    random,
    size: {
      replicas: numberAt(design, "replicas") ?? 1,
      batch: numberAt(design, "batch") ?? 64,
      room: numberAt(design, "queue") ?? 200,
      kvTokens: speed.kvTokens,
      promptTokens: (numberAt(design, "prompt") ?? world.traffic.tokens?.prompt ?? 500) * isolated,
      outputTokens: numberAt(design, "output") ?? world.traffic.tokens?.output ?? 100,
      prefill: speed.prefill,
      decode: speed.decode,
    },
  });
  node.effect = languageEffect(making, design, random);
  return node;
}

function makeCache(making: Making, design: DesignNode, index: number): CacheNode {
  const { world, sim, outcomes } = making;
  const { keys } = world.traffic;
  const ttl = numberAt(design, "ttl") ?? 60;
  return new CacheNode(sim, {
    design,
    index,
    size: {
      entries: Math.floor((numberAt(design, "memory") ?? 1e9) / (keys?.bytes ?? 1000)),
      ttl: ttl === 0 ? Number.POSITIVE_INFINITY : ttl,
      replicas: numberAt(design, "replicas") ?? 1,
      operations: numberAt(design, "ops") ?? 1e9,
      delay: meanTime(timeOf(design)),
      coalesce: wordAt(design, "coalesce") === "on" ? "on" : "off",
      stale: wordAt(design, "stale") === "on" ? "on" : "off",
      keys: keys?.count ?? 0,
      staleFactor: world.signal.fallbacks.stale,
      qualityOf: (request) => outcomes.qualityOf(request),
      typical: () => outcomes.typicalQuality(),
    },
  });
}

function makeVectors(making: Making, design: DesignNode, index: number): SimNode {
  const { world, sim } = making;
  const { items = 1e6, dimension = 128 } = world.catalogue ?? {};
  const shards = numberAt(design, "shards") ?? 1;
  const filtering = wordAt(design, "filter") === "on" ? 1.3 : 1;
  return new VectorsNode(sim, {
    design,
    index,
    random: randomOf(making, design),
    size: {
      shards,
      replicas: numberAt(design, "replicas") ?? 1,
      cores: numberAt(design, "cpu") ?? 8,
      room: numberAt(design, "queue") ?? 500,
      time: vectorTime({ recall: numberAt(design, "recall") ?? 0.95, vectors: items / shards, dimension }) * filtering,
      partial: wordAt(design, "partial") === "off" ? "off" : "on",
      effect: vectorsEffect(making, design),
    },
  });
}

function makeReview(making: Making, design: DesignNode, index: number): ReviewNode {
  const error = numberAt(design, "error") ?? 0.1;
  making.outcomes.reviewRight = 1 - error;
  return new ReviewNode(making.sim, {
    design,
    index,
    random: randomOf(making, design),
    size: {
      people: numberAt(design, "people") ?? 1,
      time: timeOf(design),
      sla: numberAt(design, "sla") ?? 1800,
      patience: numberAt(design, "patience") ?? Number.POSITIVE_INFINITY,
      order: wordAt(design, "priority") === "severity" ? "severity" : "fifo",
      room: numberAt(design, "queue") ?? 1e5,
      left: (request) => making.outcomes.leftReview(request, making.sim.now),
    },
  });
}

/** A scoring model decides in a detection task; elsewhere it judges one request, and puts no candidates in order. */
function ratingEffect(making: Making, design: DesignNode, random: RandomStream): (request: number) => void {
  return making.world.task === "detection" ? scoreEffect(making, design, random) : () => undefined;
}

function languageEffect(making: Making, design: DesignNode, random: RandomStream): (request: number) => void {
  return making.world.task === "detection" ? scoreEffect(making, design, random) : writeEffect(making, design);
}

function serving(design: DesignNode): StationSize {
  return {
    shards: 1,
    replicas: numberAt(design, "replicas") ?? 1,
    servers: numberAt(design, "cpu") ?? 1,
    room: numberAt(design, "queue") ?? 1000,
    time: timeOf(design),
    clientsKnow: "no",
  };
}

function batching(design: DesignNode) {
  return {
    replicas: numberAt(design, "replicas") ?? 1,
    most: numberAt(design, "batch") ?? 1,
    linger: numberAt(design, "wait") ?? 0,
    room: numberAt(design, "queue") ?? 400,
  };
}

function timeOf(design: DesignNode): TimeDistribution {
  const time: ParameterValue | undefined = design.parameters.time;
  return typeof time === "object" ? time : { shape: "fixed", mean: 0 };
}

/** For the choice of a replica, apart from what the work itself draws. */
function choiceOf({ seed }: Making, design: DesignNode): RandomStream {
  return new RandomStream(seed, `${design.id} choice`);
}

function randomOf({ seed }: Making, design: DesignNode): RandomStream {
  return new RandomStream(seed, design.id);
}
