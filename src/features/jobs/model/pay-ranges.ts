import type { PayQuery, PayRange } from "../schema.ts";
import { folded, hasWords } from "./fold.ts";
import type { SearchedPosting } from "./search-postings.ts";

/** With fewer a middle says more about one company than about a role. */
export const FEWEST = 3;

type Paid = { posting: SearchedPosting; place: string | null; pay: PaySpan };
type PaySpan = Pick<PayRange, "currency" | "interval"> & { min: number | null; max: number | null };

/**
 * Pay as published, by role and level (and place where asked). A group has one currency and one interval: nothing is
 * converted. Several ranges of a posting in one currency, as for several regions, count as one from the lowest to the
 * highest. `postings` are those that `payFilter` leaves; of their places those count that were asked for.
 */
export function payRanges(
  postings: readonly SearchedPosting[],
  { by, place: asked }: Pick<PayQuery, "by" | "place">,
): PayRange[] {
  const words = folded(asked ?? "");
  const paid = postings.flatMap((posting) => {
    const places = by === "place" ? placesOf(posting, words) : [null];
    return places.flatMap((place) => spansOf(posting).map((pay) => ({ posting, place, pay })));
  });
  const groups = Map.groupBy(paid, ({ posting: { role, level }, place, pay: { currency, interval } }) =>
    JSON.stringify([role, level, place, currency, interval]),
  );
  return [...groups.values()]
    .flatMap((group) => rangeOf(group) ?? [])
    .sort(
      (a, b) => Number(a.role === null) - Number(b.role === null) || b.n - a.n || (b.median ?? 0) - (a.median ?? 0),
    );
}

export function payFilter({ role, level, place }: PayQuery): (posting: SearchedPosting) => boolean {
  const asked = folded(place ?? "");
  return (posting) =>
    (role === undefined || posting.role === role) &&
    (level === undefined || posting.level === level) &&
    hasWords(folded([...posting.places, posting.workplace ?? ""].join(" ")), asked);
}

function placesOf({ places }: SearchedPosting, asked: string): string[] {
  const found = places.filter((each) => hasWords(folded(each), asked));
  return found.length > 0 ? found : ["place not said"];
}

function spansOf({ pays }: SearchedPosting): PaySpan[] {
  const groups = Map.groupBy(pays, ({ currency, interval }) => JSON.stringify([currency, interval]));
  return [...groups.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const all = [first, ...more];
    return [
      {
        currency: first.currency,
        interval: first.interval,
        min: outermost(
          all.map(({ min }) => min),
          Math.min,
        ),
        max: outermost(
          all.map(({ max }) => max),
          Math.max,
        ),
      },
    ];
  });
}

function outermost(ends: readonly (number | null)[], choose: (...of: number[]) => number): number | null {
  const said = ends.filter((end) => end !== null);
  return said.length > 0 ? choose(...said) : null;
}

function rangeOf(group: readonly Paid[]): PayRange | undefined {
  const [first] = group;
  if (!first) return undefined;
  const ends = group.flatMap(({ pay: { min, max } }) => [min ?? [], max ?? []].flat());
  const midpoints = group.flatMap(({ pay: { min, max } }) => (min === null || max === null ? [] : [(min + max) / 2]));
  const times = group.map(({ posting }) => posting.postedAt ?? posting.firstSeenAt).sort();
  const { role, level, id } = first.posting;
  return {
    role,
    level,
    place: first.place,
    currency: first.pay.currency,
    interval: first.pay.interval,
    n: group.length,
    low: Math.min(...ends),
    high: Math.max(...ends),
    median: midpoints.length >= FEWEST ? medianOf(midpoints) : null,
    midpoints: midpoints.length,
    from: times[0] ?? id,
    to: times.at(-1) ?? id,
    postings: group.map(({ posting, pay: { min, max } }) => ({
      id: posting.id,
      title: posting.title,
      company: posting.company,
      min,
      max,
    })),
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
