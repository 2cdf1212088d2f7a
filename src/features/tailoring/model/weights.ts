import type { RoleId } from "./shown-role.ts";

/** Shares of skills, by id; they sum to one where there are any. */
export type Shares = ReadonlyMap<string, number>;

/** What a posting says weighs more than what its role usually asks; a loop asks coding where nobody wrote so. */
const SHARE_OF_THE_POSTING = 0.65;

/** The weights of a posting: what its words show, blended with what the role's interviews usually weigh. */
export function blended(shown: readonly { skill: string; strength: number }[], usual: Shares): Shares {
  const said = normalised(new Map(shown.map(({ skill, strength }) => [skill, strength])));
  const prior = normalised(usual);
  const share = said.size === 0 ? 0 : prior.size === 0 ? 1 : SHARE_OF_THE_POSTING;
  const ids = new Set([...said.keys(), ...prior.keys()]);
  return normalised(
    new Map([...ids].map((id) => [id, share * (said.get(id) ?? 0) + (1 - share) * (prior.get(id) ?? 0)])),
  );
}

/** The role whose usual weights lie nearest to what a posting shows (cosine of areas). */
export function nearestRole(
  shown: readonly { skill: string; strength: number }[],
  usual: ReadonlyMap<RoleId, Shares>,
): RoleId | undefined {
  const said = byArea(new Map(shown.map(({ skill, strength }) => [skill, strength])));
  return [...usual].toSorted(([, a], [, b]) => cosine(said, byArea(b)) - cosine(said, byArea(a)))[0]?.[0];
}

function normalised(shares: Shares): Shares {
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
  return total > 0 ? new Map([...shares].map(([id, share]) => [id, share / total])) : new Map();
}

function byArea(shares: Shares): Shares {
  const areas = new Map<string, number>();
  for (const [id, share] of shares) {
    const area = id.split(".")[0] ?? id;
    areas.set(area, (areas.get(area) ?? 0) + share);
  }
  return areas;
}

function cosine(a: Shares, b: Shares): number {
  const length = (of: Shares) => Math.sqrt([...of.values()].reduce((sum, each) => sum + each * each, 0));
  const product = [...a].reduce((sum, [id, share]) => sum + share * (b.get(id) ?? 0), 0);
  return product / Math.max(1e-9, length(a) * length(b));
}
