import type { Audience } from "../../../shared/content/explain-drill.ts";

export type Tried = { audience: Audience; attempts: number; last: number | null };
export type Choice = { slug: string; title: string; difficulty: number; audiences: readonly Tried[] };
export type Next = { slug: string; title: string; audience: Audience; why: "again" | "other-listener" | "new" };

const WEAK_BELOW = 0.6;

/**
 * What to explain next: again where the last explanation did not come across, unless it is the one that was just given
 * (`latest`); then a concept that was told to one listener and not yet to another; then the easiest new one.
 */
export function nextDrill(
  choices: readonly Choice[],
  latest: { slug: string; audience: Audience } | undefined,
): Next | null {
  const all = choices.flatMap(({ audiences, ...concept }) =>
    audiences.map((listener) => ({ ...concept, ...listener, of: audiences })),
  );
  const isLatest = (each: { slug: string; audience: Audience }) =>
    each.slug === latest?.slug && each.audience === latest.audience;
  const weak = all
    .filter(({ last }) => last !== null && last < WEAK_BELOW)
    .filter((each) => !isLatest(each))
    .toSorted((a, b) => (a.last ?? 0) - (b.last ?? 0))[0];
  if (weak) return nextOf(weak, "again");
  const untold = all.filter(({ attempts, of }) => attempts === 0 && of.some((other) => other.attempts > 0));
  const other = untold.find(({ slug }) => slug === latest?.slug) ?? untold[0];
  if (other) return nextOf(other, "other-listener");
  const fresh = all.filter(({ attempts }) => attempts === 0).toSorted((a, b) => a.difficulty - b.difficulty)[0];
  return fresh ? nextOf(fresh, "new") : null;
}

function nextOf({ slug, title, audience }: Omit<Next, "why">, why: Next["why"]): Next {
  return { slug, title, audience, why };
}
