import { counted } from "../../../../src/lib/text.ts";
import { formatCount, formatSeconds, formatShare } from "./format-value.ts";

const times = (one: string, many: string) => (value: number) =>
  value === 1 ? `1 ${one}` : `${formatCount(value)} ${many}`;

/** By the key of a node's report; undefined where the table says it in a column of its own, or there is nothing to say. */
const words: Record<string, (value: number) => string | undefined> = {
  hit: (value) => `${formatShare(value)} hits`,
  coalesced: (value) => (value > 0 ? `${formatCount(value)} coalesced` : undefined),
  work: () => undefined,
  batch: (value) => `batches of ${formatCount(value)}`,
  kv: (value) => `KV cache ${formatShare(value)} full`,
  lag: (value) => `lag ${formatSeconds(value)}`,
  worstLag: (value) => `${formatSeconds(value)} at worst`,
  inTime: (value) => `${formatShare(value)} in time`,
  left: (value) => (value > 0 ? `${formatShare(value)} left undecided` : undefined),
  decided: (value) => `${formatCount(value)} decided`,
  lost: (value) => (value > 0 ? `${formatCount(value)} lost` : undefined),
  quotaUsed: (value) => `${formatShare(value)} of the quota`,
  runs: (value) => counted(value, "training run"),
  signal: (value) => `signal ${formatShare(value)}`,
  versions: (value) => counted(value, "version"),
  age: (value) => `newest label ${formatSeconds(value)} old`,
  alarms: times("alarm", "alarms"),
  falseAlarms: times("false alarm", "false alarms"),
  trials: times("trial", "trials"),
  stopped: times("version stopped", "versions stopped"),
  rollbacks: times("rollback", "rollbacks"),
  refused: times("version refused", "versions refused"),
};

/** What is peculiar to a type of node, in words. */
export const extraWords = (extra: Readonly<Record<string, number>>): string =>
  Object.entries(extra)
    .map(([key, value]) => (words[key] ? words[key](value) : `${key} ${formatCount(value)}`))
    .filter((said) => said !== undefined)
    .join(", ");
