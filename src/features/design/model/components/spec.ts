/** What a component of a design is: its parameters, what it costs and what may follow it. Pure data. */

export type ComponentType =
  | "gateway"
  | "cdn"
  | "balancer"
  | "service"
  | "cache"
  | "sql"
  | "kv"
  | "features"
  | "vectors"
  | "ranker"
  | "scorer"
  | "llm"
  | "rules"
  | "decide"
  | "splitter"
  | "provider"
  | "queue"
  | "stream"
  | "review"
  | "warehouse"
  | "labels"
  | "batch"
  | "train"
  | "registry"
  | "canary"
  | "monitor";

/** What a component does for a request; which edges are possible follows from it (`edge-kind.ts`). */
export type Role = "path" | "store" | "queue" | "stream" | "review" | "data" | "lifecycle" | "observer";

/** Where a figure comes from: a source, a vendor or second hand, or a proposal of ours. */
export type Standing = "sourced" | "second-hand" | "proposed";

export type ParameterKind =
  | "count" // an integer
  | "number"
  | "duration" // seconds
  | "rate" // per second
  | "bytes"
  | "share" // 0 to 1
  | "threshold" // 0 to 1, written with < or >
  | "choice"
  | "hardware" // a name of hardware.ts, or a number of CPU cores
  | "time"; // a distribution of service times

export type Parameter = {
  key: string;
  title: string;
  kind: ParameterKind;
  /** As one would write it; "" where there is none and leaving it out means "not used". */
  default: string;
  /** In the kind's unit; beyond it a value is absurd. */
  min?: number;
  max?: number;
  choices?: readonly string[];
  help: string;
  standing: Standing;
  source?: string;
};

export type ComponentSpec = {
  type: ComponentType;
  title: string;
  /** Heading under which the palette lists it. */
  group: "edge" | "serving" | "stores" | "data" | "people" | "lifecycle";
  role: Role;
  /** Other names under which it is written. */
  aliases: readonly string[];
  /** One sentence: what it does. */
  summary: string;
  /** A page: what it models, what it leaves out, when to use it. Markdown. */
  doc: string;
  parameters: readonly Parameter[];
};

/** A distribution of times, seconds. */
export type TimeDistribution =
  | { shape: "fixed"; mean: number }
  | { shape: "exponential"; mean: number }
  | { shape: "erlang"; mean: number; stages: number }
  | { shape: "lognormal"; median: number; sigma: number }
  | { shape: "hyperexponential"; mean: number; cv2: number };

export type ParameterValue = number | string | TimeDistribution;
