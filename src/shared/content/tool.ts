import { z } from "zod";

/** The shelves of the directory and what they are called, in the order in which they are shown; a file of `tools/` is named for its shelf. */
export const TOOL_KINDS = {
  framework: "Deep learning frameworks",
  "classical-ml": "Classical machine learning",
  vision: "Computer vision",
  language: "Natural language processing",
  audio: "Audio and music",
  "time-series": "Time series and forecasting",
  "graph-learning": "Graph learning",
  recommendation: "Recommender systems",
  "reinforcement-learning": "Reinforcement learning",
  probabilistic: "Probabilistic and Bayesian modelling",
  causal: "Causal inference",
  "auto-ml": "Automated machine learning",
  scientific: "Scientific computing and statistics",
  training: "Distributed training and hyperparameter search",
  "fine-tuning": "Fine-tuning",
  compression: "Quantisation, pruning and distillation",
  compiler: "Compilers and kernels",
  serving: "Model serving and inference",
  edge: "Edge, mobile and browser inference",
  tracking: "Experiment tracking and model registry",
  "ml-platform": "MLOps platforms",
  "data-frame": "Data frames and processing",
  "data-format": "File and table formats",
  warehouse: "Warehouses, lakehouses and databases",
  streaming: "Streaming and messaging",
  orchestration: "Workflow orchestration",
  "data-versioning": "Data versioning",
  "data-quality": "Data quality and validation",
  "feature-store": "Feature stores",
  labelling: "Labelling and annotation",
  "synthetic-data": "Synthetic data and augmentation",
  "dataset-hub": "Data sets and hubs",
  "vector-store": "Vector databases and nearest-neighbour search",
  search: "Search engines and ranking",
  retrieval: "Retrieval-augmented generation, embeddings and rerankers",
  "llm-api": "Hosted language model APIs",
  "open-model": "Open-weight models",
  "llm-gateway": "Language model gateways",
  prompting: "Prompting and structured output",
  agents: "Agents and protocols",
  "llm-evaluation": "Language model evaluation and benchmarks",
  guardrails: "Guardrails and moderation",
  "llm-observability": "Language model observability and tracing",
  "coding-assistant": "Coding assistants",
  "generative-media": "Image and video generation",
  speech: "Speech recognition and synthesis",
  evaluation: "Metrics and model evaluation",
  experimentation: "A/B testing and feature flags",
  monitoring: "Monitoring and drift",
  explainability: "Explainability",
  fairness: "Fairness",
  privacy: "Privacy and federated learning",
  security: "Security and robustness",
  notebook: "Notebooks and editors",
  visualisation: "Visualisation and dashboards",
  "app-builder": "Apps and demos",
  infrastructure: "Infrastructure, containers and clusters",
  "ci-cd": "CI/CD",
  "cloud-service": "Cloud services",
  "gpu-cloud": "GPU clouds",
  hardware: "Hardware and accelerators",
} as const;

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What interviews ask about a tool: how it is chosen, and a question with what a good answer has. */
const InInterviews = z.strictObject({
  choose_when: z.string().min(40).max(300).describe("the situation in which it is the right choice"),
  against: z
    .strictObject({
      tool: z.string().regex(SLUG).describe("the id of the tool that it is weighed against"),
      because: z.string().min(40).max(300).describe("what decides between the two"),
    })
    .describe("the alternative that a good answer weighs it against"),
  question: z.string().min(30).max(300).endsWith("?"),
  answer: z.string().min(80).max(600).describe("what a strong answer says, in our words"),
  skills: z.array(z.string()).min(1).max(3).describe("ids of skills.yaml"),
});

export const Tool = z.strictObject({
  id: z.string().regex(SLUG).max(48).describe("permanent; the name in lower case"),
  name: z.string().min(1).max(60).describe("as its makers write it"),
  also: z.array(z.string()).max(4).exactOptional().describe("other names that people search for, former ones too"),
  use: z.string().min(20).max(160).describe("what it is for, one line of our own, no praise"),
  maker: z.string().min(2).max(60).describe("who develops it: a company, a foundation, a laboratory or 'community'"),
  terms: z
    .enum(["open-source", "open-weights", "source-available", "freemium", "paid", "usage-based", "free", "hardware"])
    .describe("how one gets it; a project with a paid cloud beside it is open-source"),
  licence: z.string().max(40).exactOptional().describe("SPDX id where it is open source; the licence's name otherwise"),
  languages: z
    .array(z.string())
    .max(6)
    .describe("the languages that one uses it from; empty for services and hardware"),
  home: z.url({ protocol: /^https$/ }).describe("its own page, or its repository"),
  package: z
    .string()
    .max(80)
    .exactOptional()
    .describe("its main package, as pypi:NAME, npm:NAME, cran:NAME or crates:NAME"),
  alternatives: z.array(z.string().regex(SLUG)).min(1).max(5).describe("ids of tools that do the same job"),
  status: z.enum(["active", "maintenance", "archived", "discontinued"]),
  as_of: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .describe("year and month up to which the facts are known"),
  interview: InInterviews.exactOptional(),
});
export type Tool = z.infer<typeof Tool>;
export type ToolKind = keyof typeof TOOL_KINDS;
export const TOOL_KIND_IDS = Object.keys(TOOL_KINDS) as ToolKind[];

/** One file: a shelf of the directory. */
export const Tools = z.array(Tool).min(1);
