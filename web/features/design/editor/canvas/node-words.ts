import { specOf } from "../../../../../src/features/design/model/components/catalogue.ts";
import type { ComponentType } from "../../../../../src/features/design/model/components/spec.ts";
import type {
  Design,
  DesignEdge,
  DesignNode,
  EdgeKind,
  Setting,
} from "../../../../../src/features/design/model/design.ts";

/** What says most about a component, first things first; as many as fit are shown. */
const TELLING: Record<ComponentType, readonly string[]> = {
  gateway: ["limit", "shed", "cpu"],
  cdn: ["ttl", "memory"],
  balancer: ["policy", "health"],
  service: ["cpu", "time", "scale"],
  cache: ["ttl", "memory", "coalesce"],
  sql: ["shards", "connections"],
  kv: ["shards", "cpu"],
  features: ["shards", "cpu"],
  vectors: ["recall", "k", "shards"],
  ranker: ["gpu", "batch", "candidates"],
  scorer: ["gpu", "cpu", "size"],
  llm: ["model", "gpu", "batch"],
  rules: ["velocity", "lists", "cpu"],
  decide: ["block", "review"],
  splitter: ["share"],
  provider: ["quota", "price"],
  queue: ["partitions", "capacity"],
  stream: ["window", "workers"],
  review: ["people", "sla"],
  warehouse: ["retention", "pointintime"],
  labels: ["delay", "explore"],
  batch: ["every", "takes"],
  train: ["every", "window"],
  registry: ["rollback", "gate"],
  canary: ["share", "mode"],
  monitor: ["watch", "psi"],
};
const MOST = 3;
/** Letters of a line on the canvas. */
const ROOM = 24;

/** Hardware names itself. */
const NAMELESS = new Set(["gpu", "model"]);

const withoutCount = (text: string) => text.replace(/\s*[x×]\s*\d[\d_]*\s*$/i, "").trim();

/** The most telling parameters, as many as have room: what was written before what is default. */
export function tellingLine(node: DesignNode): string {
  const [first = "", ...others] = tellingParameters(node);
  return others.reduce((line, said) => (line.length + said.length + 3 > ROOM ? line : `${line} · ${said}`), first);
}

function tellingParameters({ type, settings }: DesignNode): string[] {
  const written = new Map(settings.filter(({ key }) => key !== "replicas").map((setting) => [setting.key, setting]));
  const telling = TELLING[type];
  const others = [...written.keys()].filter((key) => !telling.includes(key));
  const keys = [...telling.filter((key) => written.has(key)), ...others, ...telling.filter((key) => !written.has(key))];
  return keys
    .map((key) => said(key, written.get(key) ?? standard(type, key)))
    .filter((text) => text !== undefined)
    .slice(0, MOST);
}

type Written = Pick<Setting, "text" | "operator">;

const standard = (type: ComponentType, key: string): Written => ({
  text: specOf(type).parameters.find((parameter) => parameter.key === key)?.default ?? "",
  operator: "=",
});

function said(key: string, { text, operator }: Written): string | undefined {
  const value = withoutCount(text);
  if (value === "") return undefined;
  if (NAMELESS.has(key)) return value;
  return operator === "=" ? `${key} ${value}` : `${key}${operator}${value}`;
}

/** Copies of a component, "" for a single one. */
export function replicasOf({ parameters }: DesignNode): string {
  const { replicas } = parameters;
  return typeof replicas === "number" && replicas > 1 ? `×${replicas.toLocaleString("en")}` : "";
}

/** How an arrow is drawn: what waits, what carries messages, what carries data, models and alarms. */
export const strokeOf: Record<EdgeKind, "solid" | "dashed" | "dotted"> = {
  call: "solid",
  publish: "dashed",
  deliver: "dashed",
  write: "dotted",
  read: "dotted",
  label: "dotted",
  deploy: "dotted",
  watch: "dotted",
  trigger: "dotted",
};

const MEANINGS: Record<Exclude<EdgeKind, "watch">, string> = {
  call: "calls it and waits for the answer",
  publish: "hands a message over and waits for the receipt only",
  deliver: "delivers messages to it",
  write: "writes its results there",
  read: "is read by it",
  label: "gives it labels",
  deploy: "brings a model there",
  trigger: "sets it going",
};

/** What an arrow of this kind means, said of the component that it leaves. */
export const meaningOf = (kind: EdgeKind, from: ComponentType): string =>
  kind === "watch" ? (from === "monitor" ? "watches it" : "is watched by it") : MEANINGS[kind];

const POLICY_WORDS: Record<string, (text: string) => string> = {
  timeout: (text) => text,
  fallback: (text) => `else ${text}`,
  default: (text) => `else ${text}`,
  retry: (text) => `retry ${text}`,
  hedge: (text) => `hedge ${text}`,
  breaker: (text) => `breaker ${text}`,
  sample: (text) => `${text} of them`,
  priority: (text) => `by ${text}`,
};
/** Said in the inspector only: a label of an arrow is short. */
const LONGEST_LABEL = 28;

/** What stands at an arrow: its turn where a node calls several one after the other, then its policies. */
export function edgeLabel(edge: DesignEdge, design: Design): string {
  const policies = edge.settings.map(({ key, text }) => POLICY_WORDS[key]?.(text)).filter((word) => word !== undefined);
  const label = [turnOf(edge, design), policies.join(" · ")].filter((part) => part !== "").join(" ");
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
}

function turnOf(edge: DesignEdge, { edges }: Design): string {
  if (edge.kind !== "call") return "";
  const calls = edges.filter(({ from, kind }) => from === edge.from && kind === "call");
  const groups = [...new Set(calls.map(({ group }) => group))].sort((a, b) => a - b);
  return groups.length < 2 ? "" : `${groups.indexOf(edge.group) + 1}.`;
}

/** The tone of a utilisation; its number always stands beside it. */
export const loadTone = (load: number): "pass" | "part" | "fail" =>
  load >= 0.9 ? "fail" : load >= 0.7 ? "part" : "pass";
