import type { Role } from "../../shared/content/role.ts";
import type { PostingReading } from "./model/read-posting.ts";
import { blended, nearestRole, type Shares } from "./model/weights.ts";

/** What interviews for a role usually weigh. */
export type Usual = { roles: readonly Role[]; usualWeights: (role: Role) => Shares };

/** The weights of a posting as it was read, and the role whose usual weights are in them. None where it is no posting of AI or ML. */
export function weighed(
  { about, role, skills }: PostingReading,
  { roles, usualWeights }: Usual,
  asRole?: Role["id"],
): { weights: Shares; as: Role | undefined } {
  if (about.kind !== "ai-ml") return { weights: new Map(), as: undefined };
  const named = asRole ?? role.id ?? nearestRole(skills, new Map(roles.map((each) => [each.id, usualWeights(each)])));
  const as = roles.find(({ id }) => id === named);
  return { weights: blended(skills, as ? usualWeights(as) : new Map()), as };
}
