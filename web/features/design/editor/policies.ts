import type { EdgeKind, Policies } from "../../../../src/features/design/model/design.ts";
import { POLICIES } from "../../../../src/features/design/model/language/policies.ts";

type Policy = (typeof POLICIES)[number];

/** How one would write it, where a policy has no default to show. */
export const EXAMPLES: Record<keyof Policies, string> = {
  timeout: "60ms",
  retry: "1",
  budget: "10%",
  backoff: "50ms",
  growth: "2",
  breaker: "50%",
  hedge: "30ms",
  fallback: "popular",
  sample: "5%",
  priority: "severity",
};

const BESIDE_CALLS: readonly (keyof Policies)[] = ["sample", "priority"];

/** What can be said of an arrow of this kind: only who waits for an answer can stop waiting. */
export function policiesOf(kind: EdgeKind): readonly Policy[] {
  if (kind === "call") return POLICIES;
  return kind === "publish" || kind === "deliver" ? POLICIES.filter(({ key }) => BESIDE_CALLS.includes(key)) : [];
}
