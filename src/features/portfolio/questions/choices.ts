import { type Phrase, SWEPT, setting } from "./phrase.ts";

/** Settings, models and pieces of one's own. By the pattern of the reader in Python. */
export const CHOICES: Readonly<Record<string, Phrase>> = {
  "learning-rate": { telling: 2, family: "setting", ...setting("the learning rate", SWEPT) },
  "batch-size": {
    telling: 2,
    family: "setting",
    ...setting("the batch size", "Memory, noise of the gradient, and the learning rate scaled with it."),
  },
  epochs: {
    telling: 2,
    family: "setting",
    ...setting("the number of epochs", "The validation curve, and where it turns."),
  },
  dropout: { telling: 2, family: "setting", ...setting("dropout", SWEPT) },
  "weight-decay": {
    telling: 2,
    family: "setting",
    ...setting("weight decay", "What it regularises, decoupled or not, and a sweep."),
  },
  "hidden-size": { telling: 1, family: "setting", ...setting("a width", SWEPT) },
  layers: { telling: 2, family: "setting", ...setting("the number of layers", SWEPT) },
  heads: {
    telling: 2,
    family: "setting",
    ...setting("the number of attention heads", "The size of a head, and what changes with it."),
  },
  trees: {
    telling: 2,
    family: "setting",
    ...setting("the number of trees", "Early stopping for boosting, or the flat tail for forests."),
  },
  "tree-depth": { telling: 2, family: "setting", ...setting("the depth of trees", SWEPT) },
  "gradient-clipping": {
    telling: 3,
    family: "setting",
    ...setting("gradient clipping", "What the norms were without it, and how often it acts."),
  },
  "gradient-accumulation": {
    telling: 3,
    family: "setting",
    ...setting("gradient accumulation", "The effective batch size, the loss's scale, what batch normalisation sees."),
  },
  clusters: {
    telling: 3,
    family: "setting",
    ask: (at, { k = "some" }) => `${at} asks for ${k} clusters: why ${k}, and are they the same with another seed?`,
    listensFor: "A criterion, stability, and what the clusters are used for.",
  },
  components: {
    telling: 2,
    family: "setting",
    ask: (at, { k = "some" }) =>
      `${at} keeps ${k} components: how much of the variance is that, and is variance what matters for the task?`,
    listensFor: "Explained variance, scaling beforehand, supervised alternatives.",
  },
  "own-loss": {
    telling: 4,
    family: "own",
    ask: (at, { name = "a loss" }) =>
      `${at}: you wrote \`${name}\` yourself. What does it do that a ready one does not, and how did you test its gradient?`,
    listensFor: "The reason, numerics, a gradient check, an ablation.",
  },
  "own-attention": {
    telling: 4,
    family: "own",
    ask: (at, { name = "attention" }) =>
      `${at}: walk me through the shapes in \`${name}\`. Where does masking happen, and what does it cost in sequence length?`,
    listensFor: "Shapes, the scale, the mask before the softmax, quadratic cost.",
  },
  "own-network": {
    telling: 3,
    family: "own",
    ask: (at, { name = "the network" }) =>
      `${at}: why is \`${name}\` built as it is, and what did you compare it with?`,
    listensFor: "A simpler baseline, one ablation, parameter count against data.",
  },
  "own-metric": {
    telling: 3,
    family: "own",
    ask: (at, { name = "a metric" }) =>
      `${at}: \`${name}\` is your own. How do you know that it computes what you mean?`,
    listensFor: "A case worked out by hand, edge cases, agreement with a library.",
  },
  "own-dataset": {
    telling: 2,
    family: "own",
    ask: (at, { name = "the dataset" }) =>
      `${at}: what does \`${name}\` do for each item, and is the GPU waiting for it?`,
    listensFor: "Where time goes, workers, caching, randomness in workers.",
  },
  "own-training-loop": {
    telling: 3,
    family: "own",
    ask: (at) =>
      `${at} is your own training loop: what does it do that a trainer would not, and what did you have to get right?`,
    listensFor: "Modes, gradients, scheduling, checkpoints, resuming.",
  },
  "from-scratch": {
    telling: 3,
    family: "own",
    ask: (at, { name = "it" }) =>
      `${at}: you built \`${name}\` from scratch. How did you check it, and where is it slower or less stable than a library's?`,
    listensFor: "Comparison with a reference, numerics, complexity.",
  },
  optimiser: {
    telling: 1,
    family: "setting",
    ask: (at, { name = "this optimiser" }) =>
      `${at} optimises with ${name}: what would you expect of another, and did you try?`,
    listensFor: "What the optimiser assumes, its own settings, a fair comparison.",
  },
  "pretrained-model": {
    telling: 3,
    family: "model",
    ask: (at, { model = "a model" }) =>
      `${at} begins from ${model}: what was it trained on, and could your test data be in it?`,
    listensFor: "Licence, contamination, domain, a baseline without it.",
  },
  frozen: {
    telling: 3,
    family: "model",
    ask: (at) => `${at} freezes weights: how did you decide which, and what did you gain by it?`,
    listensFor: "Data size, catastrophic forgetting, batch normalisation statistics.",
  },
};
