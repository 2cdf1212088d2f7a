import { wordsOf } from "./search-words.ts";

/** Names that papers use for a skill beside its title. What is not listed is found by its title alone. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  "fundamentals.linear-models": ["linear models", "ridge regression", "lasso"],
  "fundamentals.trees": ["decision tree"],
  "fundamentals.ensembles": ["gradient boosting", "boosted trees", "random forest", "bagging", "ensembling"],
  "fundamentals.clustering": ["k means"],
  "fundamentals.dimensionality-reduction": ["principal component", "t sne", "umap"],
  "fundamentals.losses": ["loss function"],
  "fundamentals.calibration": ["calibration", "calibrated", "conformal prediction"],
  "fundamentals.regularisation": ["regularization"],
  "fundamentals.causal": ["causal effect", "treatment effect", "counterfactual"],
  "fundamentals.bayes": ["bayesian"],
  "deep-learning.backpropagation": ["backprop"],
  "deep-learning.normalisation": ["layer norm", "layernorm", "batch norm", "batch normalization", "rmsnorm"],
  "deep-learning.optimisers": ["adamw", "optimizer", "learning rate schedule"],
  "deep-learning.cnn": ["convolutional network", "convolutional neural network"],
  "deep-learning.rnn": ["recurrent network", "lstm", "state space model"],
  "deep-learning.attention": ["self attention", "linear attention", "attention mechanism", "flashattention"],
  "deep-learning.transformers": ["transformer"],
  "deep-learning.distributed": ["data parallel", "tensor parallel", "pipeline parallel"],
  "deep-learning.mixed-precision": ["low precision training", "fp8", "bfloat16"],
  "deep-learning.vision": ["image classification", "object detection", "segmentation"],
  "deep-learning.metric-learning": ["contrastive learning"],
  "evaluation.ab-testing": ["a b test", "online experiment"],
  "evaluation.generative-metrics": ["human preference evaluation"],
  "evaluation.llm-evaluation": ["llm as a judge", "evaluating language models", "llm evaluation", "llm benchmark"],
  "evaluation.ranking-metrics": ["ndcg", "recall k"],
  "evaluation.calibration": ["expected calibration error"],
  "data.imbalance": ["imbalanced", "long tailed"],
  "data.leakage": ["data leakage", "contamination"],
  "data.augmentation": ["data augmentation"],
  "data.labelling": ["annotation", "weak supervision", "label noise", "noisy labels"],
  "data.deduplication": ["deduplicated"],
  "genai.tokenisation": ["tokenization", "tokenizer", "byte pair encoding"],
  "genai.pre-training": ["pretraining", "pretrained"],
  "genai.fine-tuning": ["finetuning", "lora", "low rank adaptation", "parameter efficient", "instruction tuning"],
  "genai.preference-optimisation": ["preference optimization", "rlhf", "dpo", "reward model", "human feedback"],
  "genai.prompting": ["chain of thought", "in context learning"],
  "genai.rag": ["retrieval augmented", "rag"],
  "genai.agents": ["agentic", "tool use", "llm agent", "language agents", "tool calling"],
  "genai.decoding": ["speculative decoding", "sampling strategies"],
  "genai.kv-cache": ["key value cache"],
  "genai.quantisation": ["quantization", "quantized"],
  "genai.serving": ["llm serving", "llm inference", "inference engine"],
  "genai.mixture-of-experts": ["mixture of expert", "moe"],
  "genai.diffusion": ["diffusion model", "flow matching", "denoising diffusion"],
  "genai.vae-gan": ["variational autoencoder", "generative adversarial"],
  "genai.multimodal": ["multimodal", "vision language"],
  "genai.guardrails": ["prompt injection", "jailbreak"],
  "mlops.drift": ["distribution shift", "concept drift", "covariate shift"],
  "mlops.reproducibility": ["reproducible"],
  "responsible-ai.fairness": ["fairness"],
  "responsible-ai.privacy": ["differential privacy", "differentially private", "federated learning"],
  "responsible-ai.transparency": ["interpretability", "explainability", "explainable", "sparse autoencoder"],
  "responsible-ai.regulation": ["eu ai act"],
  "responsible-ai.safety": ["ai safety", "misuse"],
  "system-design.recommendation": ["recommender", "recommendation system"],
  "system-design.search": ["learning to rank", "dense retrieval", "reranking"],
  "system-design.moderation": ["hate speech", "toxicity"],
  "research.scaling-laws": ["scaling law"],
  "research.ablation": ["ablation study"],
};

/** Titles that say something else in most papers, or that every paper says. */
const TOO_COMMON = new Set(["sampling", "augmentation", "leakage", "attention", "embeddings", "writing", "ownership"]);
const OWN_WORK = /^(?:communication|behavioral|coding)\./;

type Skill = { id: string; title: string };
export type NamedSkill = { id: string; words: string };

type Name = { id: string; words: string; key: readonly string[] };

/**
 * What finds the skills that a text names, each with the words that named it: its title, or another name of it, as whole
 * words (an ending "s" more or less). What is said of oneself or coded is no matter of papers.
 */
export function skillFinder(skills: readonly Skill[]): (text: string) => NamedSkill[] {
  const names = skills.filter(({ id }) => !OWN_WORK.test(id)).flatMap(namesOf);
  const byFirst = Map.groupBy(names, ({ key }) => key[0]);
  return (text) => {
    const read = wordsOf(text).split(" ").map(singular);
    const found = new Map<string, string>();
    read.forEach((word, at) => {
      for (const { id, words, key } of byFirst.get(word) ?? [])
        if (!found.has(id) && key.every((each, next) => read[at + next] === each)) found.set(id, words);
    });
    return skills.flatMap(({ id }) => {
      const words = found.get(id);
      return words === undefined ? [] : [{ id, words }];
    });
  };
}

function namesOf({ id, title }: Skill): Name[] {
  const all = [wordsOf(title), ...(ALSO[id] ?? [])].filter((words) => words !== "" && !TOO_COMMON.has(words));
  return all.map((words) => ({ id, words, key: words.split(" ").map(singular) }));
}

function singular(word: string): string {
  return word.length > 4 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
