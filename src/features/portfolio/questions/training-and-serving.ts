import { type Phrase, setting } from "./phrase.ts";

/** How it is trained, served and kept safe, language models and retrieval with it. By the pattern of the reader in Python. */
export const ENGINEERING: Readonly<Record<string, Phrase>> = {
  "no-no-grad": {
    telling: 4,
    family: "torch",
    ask: (at, { function: name = "the evaluation" }) =>
      `${at}: \`${name}\` evaluates with gradients on. What does that cost, and does it change the result?`,
    listensFor: "Memory and time, not the values; and eval mode as the separate matter that does change values.",
  },
  "no-eval-mode": {
    telling: 5,
    family: "torch",
    ask: (at, { function: name = "it" }) =>
      `${at}: \`${name}\` never calls \`eval()\`. Which layers of your model then behave differently, and by how much?`,
    listensFor: "Dropout and batch normalisation, the effect of the batch on the score, and a measured difference.",
  },
  "gradients-never-cleared": {
    telling: 5,
    family: "torch",
    ask: (at) => `${at} steps without clearing gradients: what does the optimiser see in the second step?`,
    listensFor: "Accumulated gradients, when that is wanted, and what the learning rate then means.",
  },
  "loss-kept-with-graph": {
    telling: 4,
    family: "torch",
    ask: (at, { total = "the sum" }) =>
      `${at} adds the loss to \`${total}\` with its graph: what happens to memory over an epoch?`,
    listensFor: "That the graph is kept alive, and `.item()` or `.detach()`.",
  },
  "softmax-before-cross-entropy": {
    telling: 5,
    family: "loss",
    ask: (at, { loss = "the loss" }) =>
      `${at} applies a softmax before ${loss}, which has one inside: what does that do to the gradients?`,
    listensFor: "A double softmax flattens probabilities and gradients; logits go into the loss.",
  },
  "sigmoid-before-logits-loss": {
    telling: 5,
    family: "loss",
    ask: (at, { loss = "the loss" }) =>
      `${at} applies a sigmoid before ${loss}, which has one inside: what can the output no longer reach?`,
    listensFor: "A double sigmoid bounds probabilities between 0.5 and 0.73, and the numerics of logits.",
  },
  "bare-except": {
    telling: 3,
    family: "errors",
    ask: (at) => `${at} catches everything: which error did you have in mind, and which others does it hide?`,
    listensFor: "The expected exception by name, and what happens to the row that failed.",
  },
  "error-swallowed": {
    telling: 3,
    family: "errors",
    ask: (at) =>
      `${at} goes on after an error without a word: what is lost that way, and how would you notice that it happens every time?`,
    listensFor: "A count, a log, a limit above which the run stops.",
  },
  "no-time-out": {
    telling: 3,
    family: "serving",
    ask: (at, { method = "a request" }) =>
      `${at} sends a \`${method}\` without a time-out: what does your service do when the other side hangs?`,
    listensFor: "A time-out, a retry with backoff and jitter, a fallback.",
  },
  "loaded-per-request": {
    telling: 5,
    family: "serving",
    ask: (at, { function: name = "the handler" }) =>
      `${at}: \`${name}\` loads its model in every request. What does that do to latency and memory under load?`,
    listensFor: "Loading once at start, a warm-up, sharing between workers.",
  },
  "blocking-in-async": {
    telling: 4,
    family: "serving",
    ask: (at, { function: name = "the handler" }) =>
      `${at}: \`${name}\` is async and computes a prediction in it. What do other requests do meanwhile?`,
    listensFor: "The event loop is blocked; a thread or process pool, or a queue with batching.",
  },
  "debug-server": {
    telling: 3,
    family: "serving",
    ask: (at) => `${at} runs a debug server: what changes before real users reach it?`,
    listensFor: "A production server, workers, no debugger open to the network, health checks.",
  },
  endpoint: {
    telling: 3,
    family: "serving",
    ask: (at, { path = "the endpoint" }) =>
      `${at} serves ${path}: what do you check in a request before it reaches the model, and what do you watch afterwards?`,
    listensFor: "Validation, feature parity with training, latency percentiles, drift, versions.",
  },
  unpickled: {
    telling: 3,
    family: "safety",
    ask: (at) => `${at} loads a pickle: who may write that file, and what could it do when loaded?`,
    listensFor: "That unpickling runs code, and safer formats or a checksum.",
  },
  "torch-load": {
    telling: 2,
    family: "safety",
    ask: (at) =>
      `${at} loads weights: where do they come from, and what guards against a file that does more than hold numbers?`,
    listensFor: "`weights_only`, safetensors, checksums, and the match of code and weights.",
  },
  "code-evaluated": {
    telling: 4,
    family: "safety",
    ask: (at, { name = "eval" }) => `${at} calls \`${name}\`: where does its text come from?`,
    listensFor: "Whether input reaches it, and a parser or a table instead.",
  },
  "sql-by-string": {
    telling: 4,
    family: "safety",
    ask: (at) => `${at} builds SQL from strings: what happens with a quote in the value?`,
    listensFor: "Parameters, and who controls the value.",
  },
  "shell-built": {
    telling: 4,
    family: "safety",
    ask: (at) => `${at} builds a shell command from values: what could a file name do here?`,
    listensFor: "An argument list without a shell.",
  },
  "prompt-from-input": {
    telling: 4,
    family: "language model",
    ask: (at, { inserted = "input" }) => `${at} puts ${inserted} into a prompt: what if it holds instructions?`,
    listensFor: "Injection, marking input as data, limits on what the output may do, an evaluation with attacks.",
  },
  "model-json": {
    telling: 4,
    family: "language model",
    ask: (at) => `${at} parses JSON that a model wrote: how often is it invalid, and what then?`,
    listensFor: "Schema validation, constrained output, a retry with the error, a measured failure rate.",
  },
  "language-model": {
    telling: 3,
    family: "language model",
    ask: (at, { model = "a model" }) =>
      `${at} asks ${model}: what did you compare it with, on which evaluation set, and at what cost a call?`,
    listensFor: "An evaluation set, cost and latency beside quality, what happens when the model changes.",
  },
  chunking: {
    telling: 4,
    family: "retrieval",
    ask: (at, { size, overlap }) =>
      `${at} cuts documents into pieces${size ? ` of ${size}` : ""}${overlap ? ` with an overlap of ${overlap}` : ""}: ${size ? "" : "how large are they, and "}what does retrieval do at half and at double of that?`,
    listensFor: "Recall of retrieval measured over chunk sizes, structure of the documents, cost in the prompt.",
  },
  retrieved: {
    telling: 4,
    family: "retrieval",
    ask: (at, { k = "some" }) =>
      `${at} retrieves ${k} passages: how often is the answer among them, and what do the others do to the model?`,
    listensFor: "Recall at k, a reranker, the cost and distraction of more context.",
  },
  "retrieval-k": {
    telling: 4,
    family: "retrieval",
    ask: (at, { value = "some" }) => `${at} retrieves ${value} passages: how often is the answer among them?`,
    listensFor: "Recall at k on labelled questions, and what more passages cost.",
  },
  "vector-store": {
    telling: 3,
    family: "retrieval",
    ask: (at, { store = "a store" }) =>
      `${at} keeps vectors in ${store}: how does the index change when a document does, and who may see which result?`,
    listensFor: "Updates and deletions, embedding versions, permissions filtered before the model sees text.",
  },
  "embedding-model": {
    telling: 3,
    family: "retrieval",
    ask: (at, { model = "a model" }) =>
      `${at} embeds with ${model}: how did you choose it, and what must be done when you change it?`,
    listensFor: "A comparison on own queries, and re-embedding everything.",
  },
  "model-as-judge": {
    telling: 4,
    family: "language model",
    ask: (at, { name = "a model" }) =>
      `${at}: ${name} judges answers. How well does it agree with people, and which answers does it favour?`,
    listensFor: "Agreement on a labelled sample, position and length bias, the judge's own family.",
  },
  temperature: {
    telling: 2,
    family: "language model",
    ...setting("the temperature", "What variety is wanted for, and how repeatable the evaluation is."),
  },
  loss: {
    telling: 2,
    family: "loss",
    ask: (at, { name = "this loss" }) =>
      `${at} minimises ${name}: why that, and how does it relate to the metric you report?`,
    listensFor: "The likelihood behind it, class balance, outliers, the gap to the metric.",
  },
  "walked-row-by-row": {
    telling: 2,
    family: "speed",
    ask: (at) =>
      `${at} walks a table row by row: what does that cost for ten million rows, and what would you write instead?`,
    listensFor: "Vectorised operations, joins, chunks.",
  },
  "grown-in-loop": {
    telling: 2,
    family: "speed",
    ask: (at, { name = "a table" }) => `${at} grows \`${name}\` in a loop: what is its cost in the number of rows?`,
    listensFor: "Quadratic copying, and collecting first.",
  },
  "mutable-default": {
    telling: 2,
    family: "errors",
    ask: (at, { function: name = "the function" }) =>
      `${at}: \`${name}\` has a mutable default. What happens in the second call?`,
    listensFor: "That defaults are made once.",
  },
  "own-machine-path": {
    telling: 2,
    family: "errors",
    ask: (at, { path = "a path" }) => `${at} names ${path}: how does somebody else run this?`,
    listensFor: "Configuration, relative paths, a data script.",
  },
  "long-function": {
    telling: 1,
    family: "code",
    ask: (at, { name = "this", lines = "many" }) =>
      `${at}: \`${name}\` has ${lines} lines. Which part would you test first, and how would you cut it?`,
    listensFor: "Seams, pure parts, and what breaks most often.",
  },
  "global-state": {
    telling: 2,
    family: "errors",
    ask: (at, { names = "a global", function: name = "a function" }) =>
      `${at}: \`${name}\` changes the global ${names}. Who else reads it?`,
    listensFor: "Order of calls, tests, threads.",
  },
};
