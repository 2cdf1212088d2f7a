import type { World } from "../../../../shared/content/design/world.ts";
import type { DesignNode } from "../design.ts";
import { wordAt } from "./node-parameters.ts";
import { normalCdf } from "./normal.ts";

/**
 * Signal detection theory with equal variances (Green and Swets, 1966; Macmillan and Creelman, 2005): the score of a request
 * is normal with variance 1 around d' for what is to be found and around 0 for the rest.
 */

/**
 * d' of a node: the world's figure for its kind times its signal (`modelSignal` times that of its features), 0 to 1. A kind
 * that the world gives no figure for separates as the scorer does; a node that is no model not at all.
 */
export function dPrimeOf(world: World, node: DesignNode, signal: number): number {
  const dPrime = world.detection?.dPrime;
  if (!dPrime) return 0;
  switch (node.type) {
    case "scorer":
      return dPrime.scorer * signal;
    case "llm":
      return (dPrime.llm ?? dPrime.scorer) * signal;
    case "provider":
      return (dPrime.provider ?? dPrime.scorer) * signal;
    default:
      return 0;
  }
}

/** Calibrated probability of a score: `sigmoid(d' * score - d'^2 / 2 + logit(baseRate))`, Bayes' rule for two normals. */
export function probabilityOf(score: number, dPrime: number, baseRate: number): number {
  return 1 / (1 + Math.exp(-(dPrime * score - dPrime ** 2 / 2 + logit(baseRate))));
}

/**
 * The score from which on the probability is at least `threshold`: the inverse of `probabilityOf`. Without separation every
 * request has the base rate: -Infinity where that suffices, Infinity where not.
 */
export function scoreAt(threshold: number, dPrime: number, baseRate: number): number {
  if (dPrime > 0) return (logit(threshold) - logit(baseRate)) / dPrime + dPrime / 2;
  return baseRate >= threshold ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** Shares of positives and of negatives at or above a threshold of probability: `Φ(d' - s)` and `Φ(-s)`, s its score. */
export function ratesAbove(
  threshold: number,
  dPrime: number,
  baseRate: number,
): { positives: number; negatives: number } {
  const score = scoreAt(threshold, dPrime, baseRate);
  return { positives: normalCdf(dPrime - score), negatives: normalCdf(-score) };
}

/**
 * Score of one model on one request: `d' * y + sqrt(correlation) * hardness + sqrt(1 - correlation) * noise`, `hardness`
 * (shared by the models that see the request) and `noise` (the model's own) normal with variance 1.
 */
export function scoreOf(world: World, mean: number, { hardness, noise }: { hardness: number; noise: number }): number {
  const correlation = world.detection?.correlation ?? 0;
  return mean + Math.sqrt(correlation) * hardness + Math.sqrt(1 - correlation) * noise;
}

function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}

/** Share of what sets an attack apart that a node sees while the attack is new to it. */
export function attackSeen(world: World, { type, parameters }: DesignNode): number {
  const seen = world.detection?.attackSeen;
  if (!seen) return 1;
  if (type === "rules") return seen.rules;
  if (type !== "llm" && type !== "provider") return seen.scorer;
  // an attack on a language model is an instruction in the text, which isolation takes out
  return parameters.guard === "on" ? 1 : seen.llm;
}

/**
 * Share of the positives that rules stop. Velocity rules need counts that a stream keeps, and then a new pattern does not
 * escape them; rules that people wrote foresee little of it.
 */
export function rulesCatch(
  world: World,
  node: DesignNode,
  { counts, of }: { counts: "fresh" | "none"; of: "usual" | "attack" },
): number {
  const rules = world.detection?.rules;
  if (!rules) return 0;
  if (counts === "fresh" && wordAt(node, "velocity") === "on") return rules.withVelocity;
  return rules.catches * (of === "attack" ? attackSeen(world, node) : 1);
}
