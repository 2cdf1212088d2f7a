import { asking, type Phrase } from "./phrase.ts";

/** Models and how they are trained. By the pattern of the reader in Python. */
export const MODELS: Readonly<Record<string, Phrase>> = {
  "default-forest": asking(
    2,
    "model",
    (at, { model = "a forest" }) =>
      `${at} trains ${model} with its defaults: which one would you change first, and what would tell you that it helped?`,
    "Depth, leaf size and features per split, out-of-bag error, and cross-validation.",
  ),
  "default-boosting": asking(
    2,
    "model",
    (at, { model = "boosting" }) =>
      `${at} trains ${model} with its defaults: how do you know that it has enough rounds, and not too many?`,
    "Early stopping on validation data, learning rate against rounds, and the curve.",
  ),
  boosting: asking(
    2,
    "model",
    (at, { library = "boosted trees" }) =>
      `${at} chooses ${library}: what did a linear model reach on the same split, and where do the trees gain?`,
    "A baseline, interactions, calibration, and cost of training and serving.",
  ),
  "naive-bayes": asking(
    2,
    "model",
    (at, { model = "naive Bayes" }) =>
      `${at} uses ${model}: where is independence most wrong in your features, and what does that do to its probabilities?`,
    "Overconfident probabilities, ranking against calibration, and when it still works.",
  ),
  neighbours: asking(
    2,
    "model",
    (at, { k = "k" }) => `${at} asks ${k} neighbours: why so many, and what do distances mean in so many dimensions?`,
    "Scaling, the choice of k by validation, and cost at prediction.",
  ),
  kernel: asking(
    2,
    "model",
    (at, { kernel = "a" }) =>
      `${at} takes the ${kernel} kernel: what does it assume of similar cases, and how does it scale with rows?`,
    "Gamma and C together, scaling of features, and quadratic cost.",
  ),
  penalty: asking(
    2,
    "setting",
    (at) => `${at} chooses its penalty: what do the coefficients look like without it?`,
    "Sparse or small weights, scaling beforehand, and a path over strengths.",
  ),
  shrinkage: asking(
    2,
    "setting",
    (at, { alpha = "this" }) =>
      `${at} shrinks with a strength of ${alpha}: how was it chosen, and on what scale are the features?`,
    "Cross-validation over a grid, and that the penalty depends on scale.",
  ),
  perceptron: asking(
    2,
    "model",
    (at) => `${at} fixes the layers of a perceptron: what did fewer units do, and what did a linear model reach?`,
    "A baseline, a curve over sizes, and signs of overfitting.",
  ),
  "density-clustering": asking(
    3,
    "model",
    (at, { eps = "its radius" }) =>
      `${at} clusters by density with ${eps}: how was that chosen, and what is done with the points that belong nowhere?`,
    "The distance plot, varying density, and what noise means for the use.",
  ),
  mixture: asking(
    2,
    "model",
    (at, { k = "several" }) => `${at} fits ${k} components: why so many, and what if a cluster is no ellipse?`,
    "BIC or held-out likelihood, covariance types, starts.",
  ),
  projection: asking(
    2,
    "model",
    (at) => `${at} draws a map of the data: what do distances between its groups mean, and what do they not mean?`,
    "Perplexity or neighbours, several seeds, and no conclusions from global distances.",
  ),
  anomalies: asking(
    3,
    "model",
    (at, { model = "a detector" }) =>
      `${at} looks for anomalies with ${model}: how do you know that those it finds matter, and how was their share set?`,
    "Labels for a few, precision at what can be reviewed, and drift.",
  ),
  "forecast-model": asking(
    3,
    "model",
    (at, { model = "a model" }) =>
      `${at} forecasts with ${model}: by how much does it beat last week's value, and at which horizon?`,
    "A seasonal naive baseline, rolling origin, and intervals.",
  ),
  ensemble: asking(
    3,
    "model",
    (at, { model = "an ensemble" }) =>
      `${at} combines models with ${model}: how much does each add, and on which rows was the combination learned?`,
    "Out-of-fold predictions, correlation of errors, and cost of serving.",
  ),
  blend: asking(
    4,
    "model",
    (at, { first = "one", second = "another" }) =>
      `${at} weighs ${first} and ${second}: where do the weights come from, and on which data were they chosen?`,
    "Weights from out-of-fold predictions, not from the test set, and how flat the optimum is.",
  ),
  search: asking(
    2,
    "search",
    (at) => `${at} searches over settings: how many were tried, and how optimistic does that make the best figure?`,
    "Nested validation or a held-out set, and the size of the search.",
  ),
  study: asking(
    2,
    "search",
    (at) =>
      `${at} lets a study choose settings: by which figure, on which split, and which setting turned out not to matter?`,
    "Importance of parameters, pruning, and a fresh set for the report.",
  ),
  explained: asking(
    3,
    "claim",
    (at, { tool = "a tool" }) =>
      `${at} explains predictions with ${tool}: what did you learn from it that you changed something for?`,
    "A concrete finding, correlated features, and that importance is no cause.",
  ),
  fairness: asking(
    3,
    "claim",
    (at) => `${at} measures by group: which difference did you find, and what did you decide about it?`,
    "Which criterion and why, sample sizes, and the trade-off that was made.",
  ),
  "pretrained-vision": asking(
    3,
    "model",
    (at, { model = "a network" }) =>
      `${at} begins from ${model}: how far is your domain from its pictures, and what did training from scratch reach?`,
    "Frozen or not, learning rates by layer, and a baseline.",
  ),
  "backbone-from-scratch": asking(
    3,
    "model",
    (at, { model = "a network" }) =>
      `${at} builds ${model} without its weights: how much data have you, and what did the pre-trained one reach?`,
    "Data needed, domain shift, and a comparison.",
  ),
  recurrent: asking(
    2,
    "model",
    (at) =>
      `${at} uses a recurrent network: how long are the sequences, and what does it know of their beginning at the end?`,
    "Vanishing gradients, truncation, padding and masks, alternatives.",
  ),
  "dense-size": asking(
    1,
    "setting",
    (at, { size = "so many" }) => `${at} makes a layer of ${size} units: what happens with half of them?`,
    "Capacity against data, and a measured comparison.",
  ),
  "adam-betas": asking(
    3,
    "setting",
    (at) => `${at} changes Adam's betas: what was wrong with the defaults?`,
    "What the two averages do, noise of gradients, stability.",
  ),
  "default-optimiser": asking(
    1,
    "setting",
    (at, { name = "the optimiser" }) =>
      `${at} takes ${name} with its defaults: what is its learning rate, and is it right for this model?`,
    "Knowing the default, and a sweep of the learning rate at least.",
  ),
  schedule: asking(
    2,
    "setting",
    (at) =>
      `${at} schedules the learning rate: what did a constant one reach, and where in training does the schedule help?`,
    "Warm-up and decay, steps against epochs, and curves.",
  ),
  "own-schedule": asking(
    3,
    "own",
    (at) => `${at} is a schedule of your own: what did you see in training that made you write it?`,
    "A reason from curves, and a comparison with a standard one.",
  ),
  "mixed-precision": asking(
    3,
    "training",
    (at) => `${at} trains in mixed precision: what became faster, and where could it underflow?`,
    "Loss scaling, bf16 against fp16, and that the metric stayed.",
  ),
  "clipped-before-unscaling": asking(
    5,
    "training",
    (at) => `${at} clips gradients that are still scaled: what does the threshold mean then?`,
    "Unscaling before clipping, and how to notice.",
  ),
  "graph-retained": asking(
    4,
    "training",
    (at) => `${at} keeps the graph after the backward pass: what needs it, and what does it cost in memory?`,
    "A second backward pass or a mistake, detaching, memory growth.",
  ),
  "softmax-with-binary-loss": asking(
    5,
    "training",
    (at) => `${at} puts a softmax before a binary loss: what do the outputs mean, and what is the gradient like?`,
    "Sigmoid for independent labels, logits in the loss, and how it shows.",
  ),
  "softmax-over-one": asking(
    5,
    "training",
    (at) => `${at} takes a softmax over a single output: what values can it have?`,
    "That it is always one, and sigmoid instead.",
  ),
  "logits-after-activation": asking(
    5,
    "training",
    (at, { activation = "an activation" }) =>
      `${at} uses a loss on logits after ${activation}: what does it compute then?`,
    "Activation applied twice, flat gradients, and the fix.",
  ),
  "no-train-mode": asking(
    4,
    "training",
    (at) =>
      `${at} evaluates within training: where does the model go back to training mode, and what do dropout and batch normalisation do otherwise?`,
    "Modes, and that they stay as last set.",
  ),
  "train-rows-in-order": asking(
    3,
    "training",
    (at) => `${at} trains on rows in their order: what does a batch look like, and what does that do to the gradient?`,
    "Shuffling, sorted classes, and batch statistics.",
  ),
  "sampler-without-epoch": asking(
    4,
    "training",
    (at) => `${at} uses a distributed sampler: who tells it the epoch, and what if nobody does?`,
    "The same order in every epoch, `set_epoch`, and duplicates.",
  ),
  "weighted-sampler": asking(
    3,
    "training",
    (at) => `${at} draws rows by weight: what does that do to the probabilities that the model gives?`,
    "Shifted base rate, calibration afterwards, and evaluation on the natural distribution.",
  ),
  "weighted-losses": asking(
    4,
    "training",
    (at) => `${at} adds losses with weights: how did you find them, and which loss gives way when they disagree?`,
    "Scales of the terms, a sweep, and an ablation of each.",
  ),
  "ignored-labels": asking(
    3,
    "training",
    (at) => `${at} leaves labels out of the loss: which, and does the metric leave them out too?`,
    "Padding, the mean over what counts, and agreement of loss and metric.",
  ),
  "pad-is-end": asking(
    4,
    "training",
    (at) => `${at} pads with the end token: how does the model learn where to stop?`,
    "Masked end tokens in the loss, and what generation does then.",
  ),
  "never-evaluated": asking(
    4,
    "validation",
    (at) => `${at} trains without evaluation: how do you know when to stop?`,
    "A validation set, its cadence, and early stopping.",
  ),
  "best-at-end": asking(
    2,
    "validation",
    (at, { metric = "a figure" }) =>
      `${at} keeps the weights that were best in ${metric}: how noisy is it, and is it the one you report?`,
    "Agreement of selection and report, noise, and a fresh set.",
  ),
  "best-checkpoint": asking(
    2,
    "validation",
    (at, { monitor = "a figure" }) =>
      `${at} keeps the best weights by ${monitor}: how noisy is it between epochs, and is it what you report?`,
    "Agreement of selection and report, and a fresh set for the figure.",
  ),
  "fine-tuning": asking(
    3,
    "model",
    (at, { trainer = "a trainer" }) =>
      `${at} fine-tunes with ${trainer}: what did the model without it reach on your test set, and what did it forget?`,
    "A zero-shot baseline, forgetting, and data quality.",
  ),
  adapters: asking(
    3,
    "model",
    (at, { rank }) =>
      `${at} trains adapters${rank ? ` of rank ${rank}` : ""}: what did other ranks do, and which layers get them?`,
    "Rank against quality, alpha, target modules, merging.",
  ),
  quantised: asking(
    3,
    "model",
    (at) => `${at} quantises weights: on what did you measure that nothing was lost?`,
    "A task metric before and after, latency and memory, outlier weights.",
  ),
  "recomputed-activations": asking(
    2,
    "training",
    (at) => `${at} computes activations twice: how much memory did it save, and how much time does it cost?`,
    "Measured memory and time, and a larger batch as alternative.",
  ),
  "initial-weights": asking(
    2,
    "setting",
    (at, { name = "a scheme" }) =>
      `${at} initialises with ${name}: what does that assume of the activation, and what did the default do?`,
    "Variance through layers, and evidence.",
  ),
  "metric-text": asking(
    3,
    "metric",
    (at, { name = "a metric of text" }) =>
      `${at} scores text with ${name}: which good answers does it punish, and how did you check it against people?`,
    "Overlap against meaning, correlation with judgements, several references.",
  ),
  "metric-classification": asking(
    2,
    "metric",
    (at, { name = "a figure" }) =>
      `${at} reports ${name}: which of the two errors is dearer, and does the figure say so?`,
    "Costs, thresholds, and intervals.",
  ),
  "metric-regression": asking(
    2,
    "metric",
    (at, { name = "an error" }) =>
      `${at} reports ${name}: which errors weigh most in it, and what does always predicting the mean reach?`,
    "Squared against absolute errors, outliers, the unit of the target, a baseline, and errors along its range.",
  ),
  "ranking-of-labels": asking(
    5,
    "metric",
    (at, { name = "a ranking metric" }) =>
      `${at} computes ${name} from hard labels: what is lost against using the probabilities?`,
    "That AUC needs scores, and what a single point on the curve gives.",
  ),
};
