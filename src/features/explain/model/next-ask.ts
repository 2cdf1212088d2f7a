import type { Listener } from "../../../shared/content/explain-drill.ts";

export type Ask = { ask: string; criterion: string | null };
type Told = { id: string; points: number; probability: number };

/** From here on a point came across; below it the listener asks. */
export const CAME_FROM = 0.6;
/** A listener in a hurry does not go on for ever. */
const MOST_ASKS = 3;

/** What the listener asks next: first for what is missing, the dearest first; where nothing is, what they ask anyway. */
export function nextAsk(
  { follow_ups }: Pick<Listener, "follow_ups">,
  criteria: readonly Told[],
  asked: readonly string[],
): Ask | null {
  if (asked.length >= MOST_ASKS) return null;
  const missing = criteria
    .filter(({ probability }) => probability < CAME_FROM)
    .toSorted((a, b) => b.points * (1 - b.probability) - a.points * (1 - a.probability));
  const open = follow_ups.filter(({ ask }) => !asked.includes(ask));
  for (const { id } of missing) {
    const found = open.find(({ when_missing }) => when_missing === id);
    if (found) return { ask: found.ask, criterion: id };
  }
  const general = open.find(({ when_missing }) => when_missing === undefined);
  return general ? { ask: general.ask, criterion: null } : null;
}
