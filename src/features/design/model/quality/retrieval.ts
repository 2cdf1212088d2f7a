import type { World } from "../../../../shared/content/design/world.ts";
import type { Design } from "../design.ts";
import { STREAM_SECONDS } from "./freshness.ts";
import { meanAgeOf, sourcesOf } from "./node-parameters.ts";
import { isFedStream } from "./streams.ts";

const DAY = 86_400;

/** `recall`: of the index, times the share of its shards that answered; `candidates`: passed on; `indexAge`: seconds. */
export type Retrieved = { recall: number; candidates: number; indexAge: number };

/**
 * What the retrieved candidates are worth, 0 to 1: `recall * (1 - 2^(-candidates / half)) * (1 - newShare * min(1, indexAge / 1 day))`.
 * The last factor: interest in items less than a day old is spread evenly over their age, and those younger than the index
 * are not in it. 1 where the case has no retrieval; "without" where the design has no index.
 */
export function retrievalSignal(world: World, retrieved: Retrieved | "without"): number {
  const { retrieval } = world.signal;
  if (!retrieval) return 1;
  if (retrieved === "without") return retrieval.without;
  const held = 1 - 2 ** (-Math.max(0, retrieved.candidates) / retrieval.half);
  const missing = (world.catalogue?.newShare ?? 0) * Math.min(1, Math.max(0, retrieved.indexAge) / DAY);
  return Math.min(1, Math.max(0, retrieved.recall * held * (1 - missing)));
}

/**
 * Mean age of an index, seconds, from who writes it: a batch `every / 2 + takes`, a stream that is fed or a queue of updates
 * about a second; Infinity where nobody does.
 */
export function indexAge(design: Design, vectorsId: string): number {
  const ages = sourcesOf(design, vectorsId, ["write", "deliver"]).map((writer) => {
    if (writer.type === "batch") return meanAgeOf(writer);
    return writer.type === "queue" || isFedStream(design, writer) ? STREAM_SECONDS : Number.POSITIVE_INFINITY;
  });
  return Math.min(Number.POSITIVE_INFINITY, ...ages);
}
