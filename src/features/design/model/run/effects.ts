import type { World } from "../../../../shared/content/design/world.ts";
import type { Design, DesignNode } from "../design.ts";
import type { Circumstances } from "../engine/circumstances.ts";
import {
  BLOCKED,
  FEATURES_READ,
  FEATURES_UNREAD,
  IN_REVIEW,
  PASSED,
  type RequestPool,
  UNDECIDED,
} from "../engine/pools.ts";
import type { RandomStream } from "../engine/random-stream.ts";
import type { Simulation } from "../engine/simulation.ts";
import { StreamNode } from "../nodes/stream-node.ts";
import { attackSeen, dPrimeOf, probabilityOf, rulesCatch, scoreOf } from "../quality/detection.ts";
import { featureSignal, writtenAges } from "../quality/freshness.ts";
import { typicalModelSignal } from "../quality/model-signal.ts";
import { numberAt, sourcesOf, wordAt } from "../quality/node-parameters.ts";
import { passagesRead, poisonLeaves } from "../quality/reading.ts";
import { indexAge, retrievalSignal } from "../quality/retrieval.ts";
import { countingStreams, fedStreams } from "../quality/streams.ts";

/** What the work of each kind of component finds out about a request. */

export type Setting = { design: Design; world: World; sim: Simulation; now: Circumstances };
export type Effect = (request: number) => void;

const FRESH_ENOUGH_SECONDS = 60;

/** Reading a feature store: how fresh the features are. */
export function featuresEffect({ design, world, sim, now }: Setting, node: DesignNode): Effect {
  const { requests } = sim;
  const ages = writtenAges(design, node.id);
  const writers = sourcesOf(design, node.id, ["write"]);
  const fed = fedStreams(design);
  const live = writers.filter((writer) => fed.includes(writer));
  const streams = streamsOf(sim, live);
  const batchAge = live.length === 0 ? ages.fast : ages.slow;
  let factor = 1;
  let until = Number.NEGATIVE_INFINITY;
  const measure = () => {
    if (now.poisonedSince !== undefined && writers.some((writer) => now.poisons(writer)))
      return featureSignal(world, "poisoned");
    // what fails the checks is put aside: the last good values age
    const held = now.poisonedSince === undefined ? 0 : sim.now - now.poisonedSince;
    const fast = Math.min(batchAge, ...streams().map((stream) => stream.lag()));
    return featureSignal(world, { fast: fast + held, slow: ages.slow + held });
  };
  return (request) => {
    if (sim.now >= until) {
      factor = measure();
      until = sim.now + 0.05;
    }
    requests.features[request] = FEATURES_READ;
    requests.featureFactor[request] = factor;
  };
}

/** Simulated streams of a design, looked up when they are first asked for: not all are made before those that read them. */
function streamsOf(sim: Simulation, designed: readonly DesignNode[]): () => readonly StreamNode[] {
  let found: readonly StreamNode[] | undefined;
  return () => {
    found ??= sim.nodes.filter((node) => node instanceof StreamNode).filter(({ design }) => designed.includes(design));
    return found;
  };
}

/** Searching an index: recall, how many candidates, whether something came that the asker may not see. */
export function vectorsEffect(
  { design, world, sim, now }: Setting,
  node: DesignNode,
): (request: number, present: number) => void {
  const { requests } = sim;
  const recall = numberAt(node, "recall") ?? 0.95;
  const found = numberAt(node, "k") ?? 500;
  const filtered = wordAt(node, "filter") === "on";
  const dual = wordAt(node, "dual") === "on";
  const age = indexAge(design, node.id);
  const stale = retrievalSignal(world, { recall: 1, candidates: 1e9, indexAge: age });
  return (request, present) => {
    requests.recall[request] = recall * present * (dual ? 1 : 1 - now.indexLoss);
    requests.candidates[request] = found;
    requests.indexFactor[request] = stale;
    if (present < 1) requests.degraded[request] = 1;
    if (!filtered && requests.truth[request] === 1 && world.permissions) requests.leaked[request] = 1;
  };
}

/** Ranking: the model's worth, and to how many candidates it came down. */
export function rankEffect(
  { design, world, sim, now }: Setting,
  node: DesignNode,
): (request: number, candidates: number) => void {
  const { requests } = sim;
  const typical = typicalModelSignal(design, world, node);
  return (request, candidates) => {
    requests.ranked[request] = 1;
    // where an answer is written, putting passages in order is no answer
    if (world.task === "ranking") requests.modelFactor[request] = typical * (1 - now.lossOf(node.type));
    if (candidates < (requests.candidates[request] as number)) requests.candidates[request] = candidates;
  };
}

/** Writing an answer: the language model's worth, and how many passages it could read. */
export function writeEffect({ design, world, sim, now }: Setting, node: DesignNode): Effect {
  const { requests } = sim;
  const typical = typicalModelSignal(design, world, node);
  const writers = indexWriters(design);
  return (request) => {
    const ranked = requests.ranked[request] === 1 ? "yes" : "no";
    requests.candidates[request] = passagesRead(world, node, { found: requests.candidates[request] as number, ranked });
    const poisoned = now.poisonedSince !== undefined && writers.some((writer) => now.poisons(writer));
    const left = poisoned ? poisonLeaves(node, now.poison) : 1;
    if (Number.isNaN(requests.firstToken[request]))
      requests.firstToken[request] = sim.now - (requests.arrivedAt[request] as number);
    requests.modelFactor[request] = typical * (1 - now.lossOf(node.type)) * left;
    requests.llm[request] = 1;
  };
}

function indexWriters(design: Design): DesignNode[] {
  const indexes = design.nodes.filter(({ type }) => type === "vectors");
  return indexes.flatMap(({ id }) => sourcesOf(design, id, ["write", "deliver"]));
}

/** Scoring: draws a score, makes it a probability as the thresholds understand it, and decides where they do. */
export function scoreEffect(setting: Setting, node: DesignNode, random: RandomStream): Effect {
  const { design, world, sim, now } = setting;
  const { requests } = sim;
  const typical = typicalModelSignal(design, world, node);
  const fresh = typicalFeatures(setting);
  const believed = dPrimeOf(world, node, typical * fresh);
  const base = world.detection?.positives ?? 0.5;
  const decide = thresholds(node, requests);
  const isLlm = node.type === "llm" || node.type === "provider";
  const seen = attackSeen(world, node);
  return (request) => {
    const features = world.signal.features ? featureWorth(world, requests, request) : 1;
    let signal = typical * features * (1 - now.lossOf(node.type));
    if (requests.attack[request] === 1) signal *= seen;
    const mean = requests.truth[request] === 1 ? dPrimeOf(world, node, signal) : 0;
    const score = scoreOf(world, mean, { hardness: requests.hardness[request] as number, noise: random.normal() });
    requests.probability[request] = probabilityOf(score, believed, base);
    requests.modelFactor[request] = 1;
    if (isLlm) requests.llm[request] = 1;
    decide(request);
  };
}

/** What thresholds of a scoring node or a decision make of the last probability. */
export function thresholds(node: DesignNode, requests: RequestPool): Effect {
  const pass = numberAt(node, "pass") ?? Number.NEGATIVE_INFINITY;
  const block = numberAt(node, "block") ?? Number.POSITIVE_INFINITY;
  const review = numberAt(node, "review") ?? Number.POSITIVE_INFINITY;
  const final = node.type === "decide";
  return (request) => {
    if (requests.decision[request] !== UNDECIDED) return;
    const probability = requests.probability[request] as number;
    if (probability >= block) requests.decision[request] = BLOCKED;
    else if (probability >= review) requests.decision[request] = IN_REVIEW;
    else if (probability < pass || final) requests.decision[request] = PASSED;
  };
}

/** Rules: a share of the positives and a few of the others are stopped. */
export function rulesEffect({ design, world, sim }: Setting, node: DesignNode, random: RandomStream): Effect {
  const { requests } = sim;
  const rules = world.detection?.rules;
  const streams = streamsOf(sim, wordAt(node, "velocity") === "on" ? countingStreams(design) : []);
  return (request) => {
    if (!rules || requests.decision[request] !== UNDECIDED) return;
    const counts = streams().some((stream) => stream.lag() < FRESH_ENOUGH_SECONDS) ? "fresh" : "none";
    const of = requests.attack[request] === 1 ? "attack" : "usual";
    const share = requests.truth[request] === 1 ? rulesCatch(world, node, { counts, of }) : rules.wrongly;
    if (random.next() < share) requests.decision[request] = BLOCKED;
  };
}

/** What the features of a request are worth as they were read. */
export function featureWorth(world: World, requests: RequestPool, request: number): number {
  const read = requests.features[request];
  if (read === FEATURES_READ) return requests.featureFactor[request] as number;
  return featureSignal(world, read === FEATURES_UNREAD ? "without" : "defaults");
}

/** What features are worth on a usual day: thresholds are set for it. */
function typicalFeatures({ design, world }: Setting): number {
  const stores = design.nodes.filter(
    ({ id, type }) => type === "features" && sourcesOf(design, id, ["call"]).length > 0,
  );
  if (stores.length === 0) return featureSignal(world, "without");
  return Math.max(...stores.map(({ id }) => featureSignal(world, writtenAges(design, id))));
}
