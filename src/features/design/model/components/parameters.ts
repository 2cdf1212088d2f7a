import type { Parameter } from "./spec.ts";

/** Parameters that several components have, written once. */

export const replicas = (count: number): Parameter => ({
  key: "replicas",
  title: "Replicas",
  kind: "count",
  default: String(count),
  min: 1,
  max: 100_000,
  help: "Copies behind one name; where cores or accelerators are given, `cpu=8 x6` writes six of them.",
  standing: "proposed",
});

export const cores = (count: number): Parameter => ({
  key: "cpu",
  title: "Cores a replica",
  kind: "count",
  default: String(count),
  min: 1,
  max: 256,
  help: "Requests that one replica works on at the same time.",
  standing: "proposed",
});

export const zones: Parameter = {
  key: "zones",
  title: "Zones",
  kind: "count",
  default: "1",
  min: 1,
  max: 3,
  help: "Replicas are spread evenly over so many zones; a zone that is lost takes its share. With one, it takes all.",
  standing: "proposed",
};

export const waitingRoom = (count: number): Parameter => ({
  key: "queue",
  title: "Waiting room a replica",
  kind: "count",
  default: String(count),
  min: 0,
  max: 10_000_000,
  help: "Requests that may wait at one replica; beyond it they are refused at once.",
  standing: "proposed",
});

export const serviceTime = (text: string, help: string): Parameter => ({
  key: "time",
  title: "Service time",
  kind: "time",
  default: text,
  min: 0,
  max: 3600,
  help,
  standing: "proposed",
});

export const memory = (text: string, help: string): Parameter => ({
  key: "memory",
  title: "Memory",
  kind: "bytes",
  default: text,
  min: 1e6,
  max: 1e16,
  help,
  standing: "proposed",
});

export const timeToLive = (help: string): Parameter => ({
  key: "ttl",
  title: "Time to live",
  kind: "duration",
  default: "60s",
  min: 0,
  max: 86_400 * 365,
  help,
  standing: "proposed",
});

export const choice = (key: string, title: string, choices: readonly string[], help: string): Parameter => ({
  key,
  title,
  kind: "choice",
  default: choices[0] ?? "",
  choices,
  help,
  standing: "proposed",
});

export const onOff = (key: string, title: string, standard: "on" | "off", help: string): Parameter => ({
  ...choice(key, title, ["on", "off"], help),
  default: standard,
});

export const threshold = (key: string, title: string, help: string): Parameter => ({
  key,
  title,
  kind: "threshold",
  default: "",
  min: 0,
  max: 1,
  help,
  standing: "proposed",
});
