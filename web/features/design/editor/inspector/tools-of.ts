import type { ComponentType } from "../../../../../src/features/design/model/components/spec.ts";
import type { ToolKind } from "../../../../../src/features/reading/model/tool-names.ts";

/** The shelf of the directory of tools on which one finds what a component is built with; some components are code of one's own. */
export const SHELF_OF: Partial<Record<ComponentType, ToolKind>> = {
  gateway: "infrastructure",
  balancer: "infrastructure",
  cache: "warehouse",
  sql: "warehouse",
  kv: "warehouse",
  features: "feature-store",
  vectors: "vector-store",
  ranker: "serving",
  scorer: "serving",
  llm: "serving",
  provider: "llm-api",
  queue: "streaming",
  stream: "streaming",
  review: "labelling",
  warehouse: "warehouse",
  labels: "labelling",
  batch: "orchestration",
  train: "training",
  registry: "tracking",
  canary: "experimentation",
  monitor: "monitoring",
};
