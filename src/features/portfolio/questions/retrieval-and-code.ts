import { asking, type Phrase } from "./phrase.ts";

/** Prompts, retrieval, serving, and code as it is kept. By the pattern of the reader in Python. */
export const REST: Readonly<Record<string, Phrase>> = {
  "hybrid-search": asking(
    4,
    "retrieval",
    (at) => `${at} joins two searches: how are their scores made comparable, and which questions does each win?`,
    "Rank fusion or weights, an evaluation by kind of question.",
  ),
  "exact-index": asking(
    3,
    "retrieval",
    (at) => `${at} searches every vector: up to how many is that right, and what would you give up beyond?`,
    "Linear cost, approximate indexes, recall against latency.",
  ),
  "approximate-index": asking(
    3,
    "retrieval",
    (at) => `${at} searches approximately: which neighbours does it miss, and how did you measure that?`,
    "Recall against an exact search, build and query settings.",
  ),
  "retrieved-by-default": asking(
    3,
    "retrieval",
    (at) =>
      `${at} retrieves with the default number of passages: how many is that, and how often is the answer among them?`,
    "Knowing the default, recall at k, and context length.",
  ),
  "default-embedding-model": asking(
    3,
    "retrieval",
    (at) => `${at} embeds with the default model: which one is it, and how does it do on your language and domain?`,
    "Knowing it, a small labelled set, and a comparison.",
  ),
  reranker: asking(
    3,
    "retrieval",
    (at) => `${at} ranks again: how much did it gain, and what does it cost per question?`,
    "Recall before, precision after, latency.",
  ),
  "chain-type": asking(
    3,
    "retrieval",
    (at, { kind = "one" }) =>
      `${at} chooses the chain \`${kind}\`: what happens when the passages do not fit, and what did the others do?`,
    "Context limits, cost, lost details.",
  ),
  "conversation-memory": asking(
    3,
    "prompt",
    (at, { kind = "a memory" }) =>
      `${at} keeps the conversation in ${kind}: what is forgotten first, and whose conversation is it with two users?`,
    "Growth, summaries, and separation by session.",
  ),
  "prompt-template": asking(
    2,
    "prompt",
    (at) => `${at} builds a prompt: how do you know that a change to it makes answers better?`,
    "A fixed set of questions, a metric, versions of prompts.",
  ),
  "prompt-text": asking(
    2,
    "prompt",
    (at) => `${at} is a prompt: which sentence in it can go without the answers getting worse?`,
    "An ablation, and a fixed evaluation set.",
  ),
  "system-prompt": asking(
    3,
    "prompt",
    (at) => `${at} instructs the model: what does a document do that says the opposite?`,
    "Prompt injection, separation of data, and checks of output.",
  ),
  "grounding-by-words": asking(
    4,
    "prompt",
    (at, { says = "stay with the context" }) =>
      `${at} asks the model to "${says}": how often does it not, and how would you notice?`,
    "Faithfulness measured, quotes that are checked, refusals.",
  ),
  "json-by-words": asking(
    4,
    "prompt",
    (at, { says = "JSON" }) =>
      `${at} asks for "${says}" in words: how often does it not come, and what does your code do then?`,
    "Structured output, validation, retries.",
  ),
  "structured-output": asking(
    2,
    "prompt",
    (at) => `${at} asks for a fixed form: what does it guarantee, and what may still be wrong in a valid answer?`,
    "Schema against truth, validation of values.",
  ),
  "agent-without-limit": asking(
    5,
    "agent",
    (at) => `${at} runs an agent without a limit: what ends it when it goes in circles, and who pays?`,
    "Steps, time and cost bounded, and loops detected.",
  ),
  agent: asking(
    3,
    "agent",
    (at) => `${at} runs an agent: how often does it reach the goal, and which failures do you see most?`,
    "Success rate on a set of tasks, a taxonomy of failures, a simpler chain as baseline.",
  ),
  tool: asking(
    3,
    "agent",
    (at, { name = "a tool" }) =>
      `${at} gives the model \`${name}\`: what is the worst it can do with it, and what stops it?`,
    "Validated arguments, rights, side effects, confirmation.",
  ),
  "asked-one-by-one": asking(
    2,
    "serving",
    (at) =>
      `${at} asks the model for one item after the other: what would a batch save, and what happens when the seventh call fails?`,
    "Batches, concurrency under limits, retries, resuming.",
  ),
  cache: asking(
    2,
    "serving",
    (at) => `${at} caches: what makes an entry stale, and is anything in it meant for one user alone?`,
    "Keys, invalidation, size, privacy.",
  ),
  retry: asking(
    3,
    "serving",
    (at) => `${at} waits and tries again: for which errors, how often, and can a call be done twice without harm?`,
    "Backoff with jitter, idempotence, a budget.",
  ),
  "retry-policy": asking(
    3,
    "serving",
    (at) => `${at} retries: which errors are worth it, and what does it do to a service that is already overloaded?`,
    "Backoff with jitter, caps, circuit breaking.",
  ),
  "server-workers": asking(
    3,
    "serving",
    (at) => `${at} sets the number of workers: does each hold the model, and what limits you first?`,
    "Memory by worker, batching, measured load.",
  ),
  "loaded-at-import": asking(
    2,
    "serving",
    (at) => `${at} loads the model on import: what does that do to tests and to the start of the service?`,
    "Start-up hooks, readiness, injection in tests.",
  ),
  "any-origin": asking(
    3,
    "serving",
    (at) => `${at} lets any origin call: who may send requests with a user's cookies then?`,
    "CORS and credentials, a list of origins.",
  ),
  upload: asking(
    3,
    "serving",
    (at) => `${at} takes a file: how large may it be, and what if it is not what it says?`,
    "Limits, types checked by content, decompression bombs.",
  ),
  page: asking(
    2,
    "serving",
    (at) => `${at} is the page of your demo: what runs again on every click, and what is loaded twice?`,
    "Caching of models, session state, concurrency.",
  ),
  "predicted-one-by-one": asking(
    3,
    "code",
    (at) => `${at} predicts one row at a time: how much faster is a batch, and why?`,
    "Overhead per call, vectorised inference, measured.",
  ),
  "model-dumped": asking(
    3,
    "serving",
    (at) => `${at} stores an object as a pickle: which versions must load it, and what else has to travel with it?`,
    "Pinned versions, preprocessing in one pipeline, a model card.",
  ),
  "whole-model-saved": asking(
    4,
    "serving",
    (at) => `${at} saves the whole model object: what breaks when the class moves, and who may load it safely?`,
    "State dictionaries, code execution on load, versions.",
  ),
  "joblib-load": asking(
    3,
    "serving",
    (at) => `${at} loads an object with joblib: who may write that file, and what if versions differ?`,
    "Code execution, checksums, pinned versions.",
  ),
  "numpy-pickle": asking(
    4,
    "serving",
    (at) => `${at} allows pickles in an array file: where does it come from?`,
    "Code execution on load, plain arrays instead.",
  ),
  "unsafe-load-asked-for": asking(
    4,
    "serving",
    (at) => `${at} asks for the unsafe way to load: what was in the way of the safe one?`,
    "What is executed, trusted sources, weights alone.",
  ),
  "dangerous-deserialisation": asking(
    4,
    "serving",
    (at, { code = "allow_dangerous_deserialization=True" }) =>
      `${at} sets \`${code}\`: who may write the index that is unpickled here, and what could it do when loaded?`,
    "That unpickling runs code, an index built by oneself, checksums, and formats without code.",
  ),
  "remote-code-trusted": asking(
    4,
    "serving",
    (at, { code = "trust_remote_code=True" }) =>
      `${at} sets \`${code}\`: whose code runs with your rights then, and what if they change it tomorrow?`,
    "That the repository's Python is run, a pinned revision that was read, and models that need no code of their own.",
  ),
  "unsafe-yaml": asking(
    4,
    "serving",
    (at) => `${at} loads YAML that may build any object: who writes that file?`,
    "safe_load, and what the other runs.",
  ),
  "unverified-tls": asking(
    5,
    "serving",
    (at) => `${at} turns off the check of certificates: what was the error, and who can read along now?`,
    "The real fix, and what is exposed.",
  ),
  "exported-model": asking(
    3,
    "serving",
    (at) => `${at} exports the model: how did you check that it gives the same numbers?`,
    "Tolerances on real inputs, dynamic shapes, preprocessing outside.",
  ),
  compiled: asking(
    2,
    "training",
    (at) => `${at} compiles the model: how much faster is it after warm-up, and what makes it compile again?`,
    "Measured steady state, dynamic shapes, graph breaks.",
  ),
  "data-parallel": asking(
    3,
    "training",
    (at) => `${at} uses DataParallel: which GPU waits for which, and what would distributed training change?`,
    "One process, gradients gathered on one device, DDP.",
  ),
  deterministic: asking(
    2,
    "training",
    (at) => `${at} asks for deterministic work: what does it cost, and what is still not repeatable?`,
    "Slow kernels, atomics, data loading, versions.",
  ),
  "no-loader-workers": asking(
    2,
    "training",
    (at) => `${at} loads data in the main process: is the GPU waiting, and how would you find out?`,
    "Utilisation, profiling, workers and their seeds.",
  ),
  "skipped-test": asking(
    3,
    "code",
    (at, { name = "a test" }) => `${at} skips \`${name}\`: what does it guard, and when did it last pass?`,
    "The reason, an issue, and what is unguarded.",
  ),
  "warnings-off": asking(
    3,
    "code",
    (at) => `${at} turns warnings off: which ones did you see before, and was any of them right?`,
    "Targeted filters, and knowledge of what they said.",
  ),
  printed: asking(
    1,
    "code",
    (at, { count = "many" }) => `${at} is one of ${count} prints: which of them would you want as a record of a run?`,
    "Logging with levels, tracking of metrics.",
  ),
  "validated-data": asking(
    3,
    "code",
    (at) => `${at} validates data: what happens to a row that fails, and which failure did it catch so far?`,
    "Quarantine, alerts, a real story.",
  ),
};
