import type { World } from "../../../../shared/content/design/world.ts";
import {
  ACCELERATORS,
  CACHE_GB_DOLLARS_PER_HOUR,
  CORE_DOLLARS_PER_HOUR,
  DISK_GB_DOLLARS_PER_MONTH,
  HOURS_PER_MONTH,
  REVIEWER_DOLLARS_PER_HOUR,
} from "../components/hardware.ts";
import type { Design, DesignNode } from "../design.ts";
import { numberAt, wordAt } from "../quality/node-parameters.ts";
import type { Cost } from "./report.ts";

/** What a design costs in a month: machines for the whole month, calls at the mean load. */

const GB = 1e9;
/** Mean load as a share of the peak's, over a month. Proposed by us, as all prices below without a source. */
const MEAN_OF_PEAK = 0.5;
const DOLLARS_A_MILLION_CDN_REQUESTS = 0.6;
const DOLLARS_A_MILLION_MESSAGES = 0.05;
const DOLLARS_A_PARTITION = 3;
const DOLLARS_A_BALANCER = 60;
const DOLLARS_A_MONITOR = 100;
const DOLLARS_A_REGISTRY = 50;
const EVENTS_A_STREAM_CORE = 2500;
const CORES_A_BATCH = 64;
const CONNECTIONS_A_CORE = 2;
const OPERATIONS_A_CORE = 80_000;
const BYTES_AN_EVENT = 1000;
const WAREHOUSE_GB_DOLLARS_PER_MONTH = 0.023;
const BYTES_A_DIMENSION = 4;
/** Graph edges and ids beside the vectors themselves. */
const INDEX_OVERHEAD = 1.5;
const DAYS_PER_MONTH = 30.4;
const HOURS_A_SHIFT = 8;

/** What a run showed of a node at the peak: calls a second, and replicas where their number changes by itself. */
export type PeakUse = { perSecond: number; replicas: number | undefined };

export function costOf(design: Design, world: World, peak: ReadonlyMap<string, PeakUse>): Cost {
  const priced = (node: DesignNode) => {
    const { perSecond = 0, replicas } = peak.get(node.id) ?? {};
    return PRICES[node.type](node, { world, perMonth: perMonth(perSecond), replicas });
  };
  const parts = design.nodes
    .flatMap((node) => {
      const { dollars, what } = node.type === "canary" ? shadowPrice(design, node, priced) : priced(node);
      return dollars > 0 ? [{ node: node.id, dollarsPerMonth: dollars, what }] : [];
    })
    .sort((a, b) => b.dollarsPerMonth - a.dollarsPerMonth || (a.node < b.node ? -1 : 1));
  return { dollarsPerMonth: parts.reduce((sum, { dollarsPerMonth }) => sum + dollarsPerMonth, 0), parts };
}

/** Requests of a month whose peak has so many a second. */
export function perMonth(perSecond: number): number {
  return perSecond * MEAN_OF_PEAK * HOURS_PER_MONTH * 3600;
}

/** `replicas`: of a service that scales by itself, as a run showed them. */
type Load = { world: World; perMonth: number; replicas: number | undefined };

/** A shadow computes its share of the traffic a second time. */
function shadowPrice(design: Design, canary: DesignNode, priced: (node: DesignNode) => { dollars: number }) {
  const targets = design.edges.filter(({ from, kind }) => from === canary.id && kind === "deploy").map(({ to }) => to);
  const served = design.nodes.filter(({ id, type }) => targets.includes(id) && type !== "canary");
  const dollars = wordAt(canary, "mode") === "shadow" ? served.reduce((sum, node) => sum + priced(node).dollars, 0) : 0;
  return { dollars: dollars * at(canary, "share", 0), what: "the shadow's share of the model" };
}

type Price = (node: DesignNode, load: Load) => { dollars: number; what: string };

const at = (node: DesignNode, key: string, without: number): number => numberAt(node, key) ?? without;
const machines = (count: number, coresEach: number) => ({
  dollars: count * coresEach * CORE_DOLLARS_PER_HOUR * HOURS_PER_MONTH,
  what: `${count} × ${coresEach} cores`,
});
const cards = (count: number, name: string) => ({
  dollars: count * (ACCELERATORS[name]?.dollarsPerHour ?? 0) * HOURS_PER_MONTH,
  what: `${count} × ${name}`,
});
const onCores: Price = (node) => machines(at(node, "replicas", 1), at(node, "cpu", 1));
const shardsOnCores = (node: DesignNode) =>
  machines(at(node, "shards", 1) * at(node, "replicas", 1), at(node, "cpu", 8));
const memory = (bytes: number): number => (bytes / GB) * CACHE_GB_DOLLARS_PER_HOUR * HOURS_PER_MONTH;
/** Share of the time that a job at intervals is at work. */
const timeAtWork = (node: DesignNode) => Math.min(1, at(node, "takes", 0) / Math.max(1, at(node, "every", 1)));
const free: Price = () => ({ dollars: 0, what: "" });
const flat =
  (dollars: number): Price =>
  () => ({ dollars, what: "flat" });

const PRICES: Record<DesignNode["type"], Price> = {
  gateway: onCores,
  service: (node, { replicas }) => machines(Math.ceil(replicas ?? at(node, "replicas", 1)), at(node, "cpu", 1)),
  rules: onCores,
  balancer: flat(DOLLARS_A_BALANCER),
  splitter: free,
  decide: free,
  monitor: flat(DOLLARS_A_MONITOR),
  registry: flat(DOLLARS_A_REGISTRY),
  canary: free,
  labels: free,
  cdn: (node, { perMonth }) => ({
    dollars: memory(at(node, "memory", 0)) + (perMonth / 1e6) * DOLLARS_A_MILLION_CDN_REQUESTS,
    what: "memory and requests",
  }),
  cache: (node) => {
    const cores = Math.max(1, Math.ceil(at(node, "ops", 0) / OPERATIONS_A_CORE));
    const { dollars, what } = machines(at(node, "replicas", 1), cores);
    return {
      dollars: dollars + memory(at(node, "memory", 0)),
      what: `${Math.round(at(node, "memory", 0) / GB)} GB of memory, ${what}`,
    };
  },
  sql: (node) =>
    machines(
      at(node, "shards", 1) * at(node, "replicas", 1),
      Math.ceil(at(node, "connections", 1) / CONNECTIONS_A_CORE),
    ),
  kv: shardsOnCores,
  features: shardsOnCores,
  vectors: (node, { world }) => {
    const { items = 0, dimension = 128 } = world.catalogue ?? {};
    const copies = at(node, "replicas", 1) * (wordAt(node, "dual") === "on" ? 2 : 1);
    const bytes = items * dimension * BYTES_A_DIMENSION * INDEX_OVERHEAD * copies;
    const { dollars, what } = shardsOnCores(node);
    return { dollars: dollars + memory(bytes), what: `${what}, ${Math.round(bytes / GB)} GB of memory` };
  },
  ranker: (node) => cards(at(node, "replicas", 1), wordAt(node, "gpu")),
  scorer: (node) =>
    wordAt(node, "gpu") === ""
      ? machines(at(node, "replicas", 1), at(node, "cpu", 1))
      : cards(at(node, "replicas", 1), wordAt(node, "gpu")),
  llm: (node) => cards(at(node, "replicas", 1) * at(node, "shards", 1), wordAt(node, "gpu")),
  provider: (node, { perMonth }) => ({
    dollars: perMonth * at(node, "price", 0),
    what: `${(perMonth / 1e6).toFixed(1)} million calls`,
  }),
  queue: (node, { perMonth }) => ({
    dollars: at(node, "partitions", 1) * DOLLARS_A_PARTITION + (perMonth / 1e6) * DOLLARS_A_MILLION_MESSAGES,
    what: `${at(node, "partitions", 1)} partitions and messages`,
  }),
  stream: (node) =>
    machines(at(node, "workers", 1), Math.max(1, Math.ceil(at(node, "rate", 0) / EVENTS_A_STREAM_CORE))),
  review: (node) => ({
    dollars: at(node, "people", 1) * at(node, "shifts", 3) * HOURS_A_SHIFT * DAYS_PER_MONTH * REVIEWER_DOLLARS_PER_HOUR,
    what: `${at(node, "people", 1)} people in ${at(node, "shifts", 3)} shifts`,
  }),
  warehouse: (node, { perMonth }) => {
    const months = at(node, "retention", 0) / (86_400 * DAYS_PER_MONTH);
    return {
      dollars: ((perMonth * BYTES_AN_EVENT) / GB) * months * WAREHOUSE_GB_DOLLARS_PER_MONTH,
      what: "stored events",
    };
  },
  batch: (node) => {
    const share = timeAtWork(node);
    const { dollars } = machines(1, CORES_A_BATCH);
    return { dollars: dollars * share, what: `${CORES_A_BATCH} cores for ${Math.round(share * 100)} % of the time` };
  },
  train: (node) => {
    const share = timeAtWork(node);
    const { dollars, what } = cards(at(node, "replicas", 1), wordAt(node, "gpu"));
    return {
      dollars: dollars * share + DISK_GB_DOLLARS_PER_MONTH * 100,
      what: `${what} for ${Math.round(share * 100)} % of the time`,
    };
  },
};
