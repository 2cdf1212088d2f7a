import type { World } from "../../../../shared/content/design/world.ts";
import type { Design } from "../design.ts";
import { meanAgeOf, sourcesOf } from "./node-parameters.ts";
import { isFedStream } from "./streams.ts";

/** Seconds since what a store holds was true: of the part that needs recent events, and of the part that a batch can give. */
export type Ages = { fast: number; slow: number };

/** What a read of features can be instead of values of some age. */
export type FeatureState = "defaults" | "poisoned" | "without";

/** Seconds from an event to its feature where a stream keeps up; its lag comes on top. Proposed by us. */
export const STREAM_SECONDS = 1;

/**
 * Ages of a store's two parts from who writes it (`write` edges), seconds; the youngest writer counts. A stream that is
 * fed gives the fast part after about a second (its lag is the engine's to add), a batch gives both at the mean age
 * `every / 2 + takes`; what nobody writes is infinitely old.
 */
export function writtenAges(design: Design, storeId: string): Ages {
  const ages: Ages = { fast: Number.POSITIVE_INFINITY, slow: Number.POSITIVE_INFINITY };
  for (const writer of sourcesOf(design, storeId, ["write"])) {
    if (isFedStream(design, writer)) ages.fast = Math.min(ages.fast, STREAM_SECONDS);
    if (writer.type === "batch") {
      const age = meanAgeOf(writer);
      ages.fast = Math.min(ages.fast, age);
      ages.slow = Math.min(ages.slow, age);
    }
  }
  return ages;
}

/**
 * What the features of a request are worth, 0 to 1: `1 - sum over parts of weight * (1 - 2^(-age / halfLife))`; 1 where the
 * case has no features. A read that failed, bad data and no store at all have their own figures in the world.
 */
export function featureSignal(world: World, read: Ages | FeatureState): number {
  const { features } = world.signal;
  if (!features) return 1;
  if (typeof read === "string") return features[read];
  const lost = lostPart(features.fast, read.fast) + lostPart(features.slow, read.slow);
  return Math.min(1, Math.max(0, 1 - lost));
}

function lostPart(part: { weight: number; halfLife: number }, age: number): number {
  if (age <= 0) return 0;
  return part.weight * (1 - 2 ** (-age / part.halfLife)); // a half-life of 0 loses all at once: 2^-Infinity is 0
}
