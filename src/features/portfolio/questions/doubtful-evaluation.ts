import { type Phrase, setting } from "./phrase.ts";

/** What makes a reported figure doubtful: leaks, splits, choices on the test set, data. By the pattern of the reader in Python. */
export const EVALUATION: Readonly<Record<string, Phrase>> = {
  "fit-on-test": {
    telling: 5,
    family: "leak",
    ask: (at, { made = "a transformer", data = "the test data" }) =>
      `${at} fits ${made} on ${data}: what does that tell the model about the test set, and how would your figure change without it?`,
    listensFor:
      "That statistics of the test set leak into training or scaling, that fitting belongs to the training fold alone, and a re-run that measures the difference.",
  },
  "fit-before-split": {
    telling: 5,
    family: "leak",
    ask: (at, { made = "a transformer", data = "all rows", by = "a split", line = "a later line" }) =>
      `${at} fits ${made} on ${data}, and \`${by}\` in ${line} divides the rows only afterwards: what do the training rows know of the test rows then, and how would your figure change the other way round?`,
    listensFor:
      "Which statistics leak and how much they matter, a pipeline fitted on the training part or inside each fold, and a re-run that measures the difference.",
  },
  "select-before-split": {
    telling: 5,
    family: "leak",
    ask: (at, { made = "a selector", data = "all rows", by = "a split", line = "a later line" }) =>
      `${at} chooses features with ${made} on ${data}, before \`${by}\` in ${line} divides the rows: what would your figure be if the labels were shuffled?`,
    listensFor:
      "That columns chosen with the test labels look good by chance, selection inside each fold, and the check with shuffled labels.",
  },
  "resample-before-split": {
    telling: 5,
    family: "leak",
    ask: (at, { made = "a resampler", data = "all rows", by = "a split", line = "a later line" }) =>
      `${at} resamples ${data} with ${made}, before \`${by}\` in ${line} divides the rows: how many test rows are copies or neighbours of training rows, and which share of the rare class does your test set have?`,
    listensFor:
      "That copies stand on both sides, a test set of the natural distribution, and resampling inside the training fold alone.",
  },
  "impute-before-split": {
    telling: 5,
    family: "leak",
    ask: (at, { made = "mean", by = "a split", line = "a later line" }) =>
      `${at} fills gaps with the ${made} of all rows, before \`${by}\` in ${line} divides them: what will you fill with when one row comes in to be predicted?`,
    listensFor:
      "A statistic of the training rows that is kept with the model, an imputer in the pipeline, and how much it matters here.",
  },
  "train-with-test": {
    telling: 5,
    family: "leak",
    ask: (at, { data = "both tables" }) =>
      `${at} joins ${data} before preprocessing: which of the following steps then see the test rows?`,
    listensFor: "Naming the steps that learn from the joined table, and which of them are harmless.",
  },
  "time-split-at-random": {
    telling: 5,
    family: "split",
    ask: (at, { dates = "a date", line = "the same file" }) =>
      `${at} splits at random, but \`${dates}\` in ${line} says that rows follow one another in time: what does the model know about the future then?`,
    listensFor: "A split by time, with a gap where labels are late, and how much the score falls.",
  },
  "time-folds-at-random": {
    telling: 5,
    family: "split",
    ask: (at) => `${at} shuffles rows of a time series into folds: what would a fold by time show?`,
    listensFor: "Rolling-origin evaluation, and why neighbours in time are near copies.",
  },
  "future-shift": {
    telling: 5,
    family: "leak",
    ask: (at, { steps = "" }) =>
      `${at} shifts by ${steps}, which brings the future into the row: is that the label or a feature, and how do you keep them apart?`,
    listensFor: "That it is a target only, that no feature is computed after the cut, and a test that says so.",
  },
  "test-as-validation": {
    telling: 5,
    family: "validation",
    ask: (at, { data = "the test set" }) =>
      `${at} hands ${data} to training as validation: which decisions did it take part in, and what is left to measure on?`,
    listensFor: "That early stopping and choices on the test set make its figure optimistic, and a third split.",
  },
  "kept-by-test": {
    telling: 5,
    family: "validation",
    ask: (at, { figure = "the test figure" }) =>
      `${at} keeps the best model by ${figure}: how optimistic does that make what you report?`,
    listensFor:
      "Selection on the test set, its size relative to the number of tries, and a held-out set untouched until the end.",
  },
  "kept-by-train": {
    telling: 4,
    family: "validation",
    ask: (at, { figure = "the training figure" }) =>
      `${at} keeps the best model by ${figure}: why not by a figure on data it has not seen?`,
    listensFor: "That the training figure rises with overfitting, and which validation figure would replace it.",
  },
  "kept-by-validation": {
    telling: 3,
    family: "validation",
    ask: (at, { figure = "a validation figure" }) =>
      `${at} keeps the best model by ${figure}: is that the metric you report, and how noisy is it from epoch to epoch?`,
    listensFor: "Whether selection and reporting agree, the noise of the figure, and a fresh set for the report.",
  },
  "chosen-on-test": {
    telling: 5,
    family: "validation",
    ask: (at, { models = "several", names = "models" }) =>
      `${at} makes one split, and ${models} models (${names}) are compared on its test part: what does the winner's figure still say?`,
    listensFor: "That choosing among models on the test set biases the winner, and cross-validation or a third split.",
  },
  "threshold-from-test": {
    telling: 5,
    family: "threshold",
    ask: (at, { data = "the test labels" }) =>
      `${at} picks its threshold from ${data}: how would it do on data it has not seen?`,
    listensFor: "Choosing the threshold on validation data, by cost, and its stability.",
  },
  "target-encoding": {
    telling: 5,
    family: "leak",
    ask: (at) => `${at} encodes a category by its target: how do you keep a row's own label out of its encoding?`,
    listensFor: "Out-of-fold encoding, smoothing for rare values, and what unseen values become.",
  },
  "mean-of-means": {
    telling: 3,
    family: "metric",
    ask: (at, { name = "a loss", over = "batches" }) =>
      `${at} averages \`${name}\` over ${over}: is that the mean over examples when the last batch is smaller?`,
    listensFor: "Weighting by batch size, and metrics that do not average at all, such as F1 or AUC.",
  },
  "train-score": {
    telling: 4,
    family: "metric",
    ask: (at, { name = "the score", data = "the training data" }) =>
      `${at} computes ${name} on ${data}: what do you learn from a figure on data that the model was trained on?`,
    listensFor: "The gap to validation as a sign of overfitting, and that it is never reported alone.",
  },
  "metric-accuracy": {
    telling: 3,
    family: "metric",
    ask: (at) =>
      `${at} measures accuracy: how are the classes distributed, and what does always answering the largest one reach?`,
    listensFor: "The base rate, a metric that fits the cost of the two errors, and per-class figures.",
  },
  averaging: {
    telling: 3,
    family: "metric",
    ask: (at, { average = "", name = "the metric" }) =>
      `${at} averages ${name} as ${average}: which classes does that favour, and is that what the product needs?`,
    listensFor: "What macro, micro and weighted averages do with rare classes.",
  },
  "search-without-scoring": {
    telling: 3,
    family: "search",
    ask: (at, { model = "the search" }) =>
      `${at}: \`${model}\` searches without a scoring given. By which metric did it choose, and is it the one you report?`,
    listensFor: "The estimator's default score, and the mismatch with the reported metric.",
  },
  "split-without-strata": {
    telling: 3,
    family: "split",
    ask: (at, { size = "a share" }) =>
      `${at} holds out ${size} at random without stratifying: how many of the rare class are in your test set?`,
    listensFor: "Counts by class, the interval of the metric on so few, stratification or grouping.",
  },
  "split-without-seed": {
    telling: 3,
    family: "split",
    ask: (at) => `${at} splits without a seed: if I run it again, are we comparing the same test set?`,
    listensFor: "A fixed split kept as a file or by a seed, and the spread over splits.",
  },
  "torch-split-without-seed": {
    telling: 3,
    family: "split",
    ask: (at) => `${at} splits without a generator: how do two runs compare on different test sets?`,
    listensFor: "A seeded generator, or the split kept as indices.",
  },
  "random-split": {
    telling: 3,
    family: "split",
    ask: (at, { size = "a share" }) =>
      `${at} holds out ${size} of the rows at random: could rows of one user, place or day stand on both sides?`,
    listensFor: "Groups, time, near duplicates; and what the score becomes when they are kept apart.",
  },
  "test-size": {
    telling: 2,
    family: "split",
    ask: (at, { value = "a share" }) =>
      Number(value) > 0.5
        ? `${at} keeps ${value} for training: how wide is the interval of your metric on the rest?`
        : `${at} holds out ${value}: how wide is the interval of your metric on so many rows?`,
    listensFor: "The number of test rows, and the standard error of the metric on them.",
  },
  "early-stopping": {
    telling: 3,
    family: "stopping",
    ask: (at, { patience, value }) =>
      `${at} stops after ${patience ?? value ?? "a few"} rounds without improvement: why that many, and without improvement in which figure?`,
    listensFor:
      "The noise of the monitored figure, whether best weights are restored, and that the monitored set is not the reported one.",
  },
  "stopped-weights-kept": {
    telling: 4,
    family: "stopping",
    ask: (at, { patience = "some" }) =>
      `${at} stops with patience ${patience} and keeps the last weights, not the best: how much worse are they?`,
    listensFor: "`restore_best_weights` or a checkpoint, and the gap between the two.",
  },
  "seed-of-one-library": {
    telling: 3,
    family: "seed",
    ask: (at, { library = "one library", other = "another" }) =>
      `${at} seeds ${library}, and ${other} draws numbers too: which parts of a run still differ?`,
    listensFor: "Seeds of every library in use, workers, and nondeterministic kernels.",
  },
  "rows-dropped": {
    telling: 3,
    family: "data",
    ask: (at) => `${at} drops rows with missing values: how many, and are they missing at random?`,
    listensFor: "The share dropped, who is in it, and what serving does with such a row.",
  },
  "columns-dropped": {
    telling: 3,
    family: "data",
    ask: (at) =>
      `${at} drops columns with missing values: which ones were lost, and what if another one has a gap next month?`,
    listensFor: "The list of columns fixed at training, the share that was missing, and what they would have told.",
  },
  "filled-with-constant": {
    telling: 3,
    family: "data",
    ask: (at, { value = "a constant" }) =>
      `${at} fills what is missing with ${value}: can the model tell that from a real ${value}?`,
    listensFor: "An indicator of missingness, the meaning of the value, the same rule at serving time.",
  },
  "first-rows-only": {
    telling: 3,
    family: "data",
    ask: (at, { n = "some" }) => `${at} takes the first ${n} rows: in what order does the file stand?`,
    listensFor: "Sampling at random or by time on purpose, and a check that the sample is like the whole.",
  },
  resampling: {
    telling: 4,
    family: "data",
    ask: (at, { name = "resampling" }) =>
      `${at} resamples with ${name}: on which side of the split, and what does it do to the probabilities?`,
    listensFor: "Inside the training fold alone, and recalibration.",
  },
  "class-weight": {
    telling: 3,
    family: "data",
    ask: (at, { code = "weights" }) =>
      `${at} weighs classes (\`${code}\`): why weights rather than a threshold, and are the probabilities still calibrated?`,
    listensFor: "Costs, the equivalence to a shifted threshold, calibration.",
  },
  "label-encoded-features": {
    telling: 3,
    family: "data",
    ask: (at) => `${at} turns categories into numbers in alphabetical order: what does your model make of that order?`,
    listensFor: "Trees against linear models, one-hot or target encoding, unseen values.",
  },
  "sequence-length": {
    telling: 3,
    family: "data",
    ...setting("the longest sequence", "The share that is cut, which end is lost, the cost of more."),
  },
  threshold: {
    telling: 3,
    family: "threshold",
    ask: (at, { value = "a value" }) =>
      `${at} decides at ${value}: what do the two errors cost, and where would that put the threshold?`,
    listensFor: "Costs of the errors, a curve on validation data, calibration.",
  },
  folds: {
    telling: 2,
    family: "validation",
    ...setting("the number of folds", "Bias, variance and cost; groups and time."),
  },
  "cross-validation": {
    telling: 2,
    family: "validation",
    ask: (at, { kind = "cross-validation", n }) =>
      `${at} uses ${kind}${n ? ` with ${n} splits` : ""}: what varies between folds, and what do you report?`,
    listensFor: "Mean and spread, what is tuned inside, groups or time.",
  },
  augmentation: {
    telling: 2,
    family: "data",
    ask: (at, { name = "an augmentation" }) =>
      `${at} augments with ${name}: does it keep the label true in your domain?`,
    listensFor: "Invariances of the task, training split only, an ablation.",
  },
};
