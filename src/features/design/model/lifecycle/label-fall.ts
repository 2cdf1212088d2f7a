import { type Life, rateAt } from "./life.ts";
import { drawNormal } from "./score-distribution.ts";

/** Standard errors that a fall must have before anybody is woken. */
const SURE = 3;

/** How far back the best day is looked for, seconds. Proposed by us. */
const REFERENCE = 30 * 86_400;

/**
 * The relative fall of the labelled metric (quality) from its best in the last thirty days, as far as labels have come: what
 * is known now is how things were `labels.delay` ago. `sure` where the fall is beyond the noise of the labels of one interval.
 */
export function labelFall(life: Life, every: number): { fall: number; sure: boolean } {
  const { labels, detection } = life.view.world;
  const known = life.now - labels.delay;
  const at = lastBefore(life, known);
  const then = life.history[at];
  if (!then) return { fall: 0, sure: false };
  const best = bestUntil(life, at, known - REFERENCE);
  const count = rateAt(life, life.now) * every * labels.share * (detection?.positives ?? 1);
  const error = Math.sqrt(Math.max(1e-9, then.quality * (1 - then.quality)) / Math.max(1, count));
  const seen = then.quality + error * drawNormal(life.random);
  return { fall: best > 0 ? 1 - seen / best : 0, sure: best - seen > SURE * error };
}

/** Place of the last stretch that began before a time; -1 where there is none. */
function lastBefore({ history }: Life, time: number): number {
  let [low, high] = [0, history.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((history[middle]?.from ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function bestUntil({ history }: Life, last: number, from: number): number {
  let best = 0;
  for (let at = last; at >= 0; at--) {
    const entry = history[at];
    if (!entry || entry.from < from) break;
    best = Math.max(best, entry.quality);
  }
  return best;
}
