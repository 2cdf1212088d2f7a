import { asking, type Phrase } from "./phrase.ts";

/** How data is read, cleaned, encoded and split. By the pattern of the reader in Python. */
export const DATA: Readonly<Record<string, Phrase>> = {
  "filled-backwards": asking(
    5,
    "leak",
    (at) =>
      `${at} fills gaps from the rows that come after: which of these values were known at the time of prediction?`,
    "That the future leaks into the row, filling forwards or a flag instead, and the measured difference.",
  ),
  "group-statistic": asking(
    4,
    "leak",
    (at, { what = "a statistic" }) =>
      `${at} computes ${what} by group: over which rows, and does the row's own label or future enter it?`,
    "Statistics from the training rows alone, out of fold where the target is in it, and unseen groups.",
  ),
  "dummies-apart": asking(
    4,
    "features",
    (at, { data = "a table" }) =>
      `${at} makes columns of the categories in ${data}: what happens when the test rows lack one, or have a new one?`,
    "Columns fixed at training, an encoder that is kept, and what an unseen category becomes.",
  ),
  "one-hot": asking(
    2,
    "features",
    (at) =>
      `${at} gives each category a column: how many columns is that, and what would you do with ten thousand categories?`,
    "Cardinality, rare values, alternatives such as hashing, embeddings or target encoding without a leak.",
  ),
  encoder: asking(
    2,
    "features",
    (at, { name = "an encoder" }) =>
      `${at} encodes with ${name}: what becomes of a value that was not there in training?`,
    "Handling of unknown values, where the encoder is fitted, and how it travels with the model.",
  ),
  imputer: asking(
    3,
    "features",
    (at, { name = "an imputer" }) =>
      `${at} fills gaps with ${name}: why are values missing, and does that they are missing say something?`,
    "Missing at random or not, a flag for missingness, and fitting on the training fold alone.",
  ),
  "outlier-fence": asking(
    3,
    "features",
    (at) => `${at} cuts off outliers: were they errors or the cases that matter, and is the same done at prediction?`,
    "A look at the rows, bounds taken from the training part, and the score with and without.",
  ),
  "log-target": asking(
    4,
    "metric",
    (at) =>
      `${at} takes the logarithm of the target: which error do you minimise then, and what does going back do to the mean?`,
    "Relative against absolute error, the bias of the back-transformed mean, zeros.",
  ),
  "bad-lines-skipped": asking(
    4,
    "features",
    (at) => `${at} skips lines that cannot be read: how many were there, and what do they have in common?`,
    "A count, a look at them, and a check that fails when there are too many.",
  ),
  "errors-ignored": asking(
    3,
    "features",
    (at) => `${at} passes over what cannot be converted: how would you notice that half of a column was lost?`,
    "Counting what was lost, and validation of ranges and types before training.",
  ),
  duplicates: asking(
    3,
    "features",
    (at) => `${at} deals with duplicates: how do you know that none stands on both sides of a split?`,
    "Near duplicates, grouping before the split, and how many there were.",
  ),
  "applied-by-row": asking(
    2,
    "code",
    (at) =>
      `${at} applies a function to every row: what would it cost for ten million rows, and how would you write it for whole columns?`,
    "Vectorised operations, and a measurement rather than a guess.",
  ),
  "folds-without-strata": asking(
    3,
    "split",
    (at, { kind = "folds" }) =>
      `${at} makes folds by ${kind} without looking at classes or groups: what differs from fold to fold?`,
    "Class shares and groups in folds, the spread of the score, and which splitter fits.",
  ),
  "split-in-order": asking(
    4,
    "split",
    (at) =>
      `${at} splits in the order of the rows: in what order do they come, and what does the last part have that the first has not?`,
    "Whether order is time or class, and that this is right for time and wrong for a sorted table.",
  ),
  "split-with-strata": asking(
    2,
    "split",
    (at, { by = "the label" }) =>
      `${at} keeps the shares of ${by} alike in both parts: what else should be alike, and what must not be on both sides?`,
    "Groups, time, near duplicates, and what stratifying does not ensure.",
  ),
  "torch-split": asking(
    3,
    "split",
    (at) =>
      `${at} splits a dataset at random: do the parts share the augmentation, and could neighbours be on both sides?`,
    "One dataset object under both parts, groups, and a split by index that is kept.",
  ),
  "validation-tail": asking(
    4,
    "split",
    (at, { share = "a share" }) =>
      `${at} takes the last ${share} of the rows for validation, unshuffled: what is in the last rows?`,
    "That Keras takes the tail before shuffling, and what a sorted table does to it.",
  ),
  "shuffled-without-seed": asking(
    3,
    "split",
    (at) => `${at} draws rows without a seed: which of your figures can be had again?`,
    "A seed or a kept sample, and the spread over several draws.",
  ),
  sampled: asking(
    3,
    "split",
    (at) => `${at} works on a sample: how did you know that it is large enough, and what does it leave out?`,
    "A learning curve, rare classes, and a run on everything at the end.",
  ),
  vectoriser: asking(
    3,
    "features",
    (at, { model = "a vectoriser" }) =>
      `${at} turns text into columns with ${model}: which words carry your model, and on which texts was the vocabulary learned?`,
    "Fitting on training texts alone, n-grams, and a look at the weights.",
  ),
  "word-vectors": asking(
    3,
    "features",
    (at) => `${at} uses word vectors: what becomes of words that have none, and of one word with two meanings?`,
    "Out-of-vocabulary words, contextual embeddings, and what was gained over counts.",
  ),
  "imagenet-statistics": asking(
    2,
    "features",
    (at) => `${at} normalises with the statistics of ImageNet: what are those of your images, and does it matter?`,
    "That a pre-trained network expects them, and what changes for other kinds of images.",
  ),
  "augmented-validation": asking(
    5,
    "validation",
    (at, { how = "augmentation" }) =>
      `${at} augments what is validated on too (${how}): what does the validation figure measure then?`,
    "That validation should see what production sees, a noisy figure, and the fix.",
  ),
  "one-feature-sequence": asking(
    4,
    "features",
    (at) =>
      `${at} shapes the input as a sequence of a single step or feature: what can a recurrent network learn from that?`,
    "That there is nothing to recur over, the intended shape, and a simpler model as baseline.",
  ),
};
