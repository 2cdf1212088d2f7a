import type { World } from "../../../../shared/content/design/world.ts";
import type { DesignNode } from "../design.ts";
import { scoreAt } from "../quality/detection.ts";
import { numberAt } from "../quality/node-parameters.ts";
import { normalCdf } from "../quality/normal.ts";
import { matters, type Plan } from "./cascade-plan.ts";

/**
 * What becomes of requests in a cascade of rules and models, by shares. Given the hardness of a request, which the models
 * share, their scores are independent, so that every branch has a closed form in Φ; hardness is integrated by the trapezoid
 * rule, which for a normal density converges faster than any power of the step (Trefethen and Weideman, 2014).
 */

/** d' of each model by node id, as its thresholds were set for (`believed`) and as it is. */
type Separations = ReadonlyMap<string, { believed: number; actual: number }>;

/** `rules`: share that rules stop. */
export type Class = { positive: boolean; separations: Separations; rules: (node: DesignNode) => number };

/** Shares of the requests of one class; the rest passes. */
export type Fate = { blocked: number; reviewed: number; llm: number };

/** A share of requests that is still undecided, with the score that it got last: the model's mean, and between what. */
type Strand = { mass: number; last: Score | undefined };
type Score = { mean: number; from: number; to: number; believed: number };
/** Scores at which a node passes, asks for a review and blocks, by the d' that it believes in. */
type Cuts = { pass: number; review: number; block: number };
type Walk = { of: Class; correlation: number; base: number; hardness: number; fate: Fate; cuts: Map<string, Cuts> };

const HALF_WIDTH = 6;
const NEGLIGIBLE = 1e-13;

/** What becomes of one class of requests that go the way of a plan. */
export function fateOf(plan: Plan, world: World, of: Class): Fate {
  const fate: Fate = { blocked: 0, reviewed: 0, llm: 0 };
  const correlation = Math.min(0.99, world.detection?.correlation ?? 0);
  const base = world.detection?.positives ?? 0.5;
  const walk: Walk = { of, correlation, base, hardness: 0, fate, cuts: new Map() };
  const step = 0.5 * Math.min(1, Math.sqrt((1 - correlation) / Math.max(correlation, 1e-9))); // as fine as scores are smooth
  const points = Math.floor((2 * HALF_WIDTH) / step) + 1;
  for (let at = 0; at < points; at++) {
    walk.hardness = (at - (points - 1) / 2) * step;
    const mass = (step * Math.exp(-(walk.hardness ** 2) / 2)) / Math.sqrt(2 * Math.PI);
    pass(walk, plan, [{ mass, last: undefined }]);
  }
  return { ...fate, llm: Math.min(1, fate.llm) };
}

/** The strands that a node and all that follows it leave undecided. */
function pass(walk: Walk, { node, next }: Plan, strands: Strand[]): Strand[] {
  let undecided = strands.flatMap((strand) => worked(walk, node, strand)).filter(({ mass }) => mass > NEGLIGIBLE);
  for (const { share, plan } of next) {
    if (undecided.length === 0) break;
    if (matters(plan)) undecided = taken(undecided, share, (part) => pass(walk, plan, part));
  }
  return undecided;
}

function taken(strands: Strand[], share: number, go: (part: Strand[]) => Strand[]): Strand[] {
  if (share >= 1) return go(strands);
  const scaled = (by: number) => strands.map(({ mass, last }) => ({ mass: mass * by, last }));
  return [...scaled(1 - share), ...go(scaled(share))];
}

function worked(walk: Walk, node: DesignNode, strand: Strand): Strand[] {
  switch (node.type) {
    case "rules": {
      const caught = walk.of.rules(node);
      walk.fate.blocked += strand.mass * caught;
      return [{ mass: strand.mass * (1 - caught), last: strand.last }];
    }
    case "llm":
    case "provider":
      walk.fate.llm += strand.mass;
      return scored(walk, node, strand.mass);
    case "scorer":
      return scored(walk, node, strand.mass);
    case "decide":
      if (strand.last) decided(walk, node, { mass: strand.mass, score: strand.last });
      return []; // what it does not stop has passed
    default:
      return [strand];
  }
}

function scored(walk: Walk, node: DesignNode, mass: number): Strand[] {
  const { believed, actual } = walk.of.separations.get(node.id) ?? { believed: 0, actual: 0 };
  const mean = (walk.of.positive ? actual : 0) + Math.sqrt(walk.correlation) * walk.hardness;
  const score = { mean, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, believed };
  return decided(walk, node, { mass, score });
}

/** Applies a node's thresholds to a score: what is decided goes to the fate, what lies between goes on. */
function decided(walk: Walk, node: DesignNode, { mass, score }: { mass: number; score: Score }): Strand[] {
  const { pass, review, block } = cutsOf(walk, node, score.believed);
  const deviation = Math.sqrt(1 - walk.correlation);
  const { from, to, mean } = score;
  const above = (x: number) => normalCdf((mean - Math.min(to, Math.max(from, x))) / deviation);
  const whole = above(from) - above(to);
  if (whole <= 0) return [{ mass, last: score }];
  const [atPass, atReview, atBlock] = [above(pass), above(review), above(block)];
  walk.fate.blocked += (mass * (atBlock - above(to))) / whole;
  walk.fate.reviewed += (mass * (atReview - atBlock)) / whole;
  const last = { mean, from: Math.max(from, pass), to: Math.min(to, review), believed: score.believed };
  return last.to > last.from ? [{ mass: (mass * (atPass - atReview)) / whole, last }] : [];
}

function cutsOf({ cuts, base }: Walk, node: DesignNode, believed: number): Cuts {
  const key = `${node.id} ${believed}`;
  const found = cuts.get(key);
  if (found) return found;
  const threshold = (name: string, without: number) => {
    const probability = numberAt(node, name);
    return probability === undefined ? without : scoreAt(probability, believed, base);
  };
  const block = threshold("block", Number.POSITIVE_INFINITY);
  const review = Math.min(block, threshold("review", Number.POSITIVE_INFINITY));
  const made = { block, review, pass: Math.min(review, threshold("pass", Number.NEGATIVE_INFINITY)) };
  cuts.set(key, made);
  return made;
}
