import type { PlanRoom } from "../../features/plan/index.ts";
import { Readiness, ReadinessChange, ReadinessOverTime, SkillMap } from "../../features/plan/schema.ts";
import type { Result } from "../../lib/result.ts";
import { failureResponse } from "./failures.ts";
import type { Route } from "./route.ts";

const ROOT = "/api/plan";

/** Where one stands over HTTP: parse, call, format. Without ?role= the target's role is meant. */
export function planMapRoutes(plan: PlanRoom): Route[] {
  return [
    {
      method: "get",
      path: `${ROOT}/readiness`,
      summary: "Readiness for a role and each of its rounds, from the holdout, with 90 % intervals; ?role=",
      answer: { json: Readiness },
      handle: async ({ query }) => knownRole(await plan.readiness(query.role)),
    },
    {
      method: "get",
      path: `${ROOT}/map`,
      summary: "Readiness, every skill with its ability and recall, what will be forgotten, where time went; ?role=",
      answer: { json: SkillMap },
      handle: async ({ query }) => knownRole(await plan.map(query.role)),
    },
    {
      method: "get",
      path: `${ROOT}/readiness/change`,
      summary: "Readiness as the log had it at a time, and now; ?role=&since=",
      answer: { json: ReadinessChange },
      handle: async ({ query }) => {
        const change = await plan.change(query.role, query.since ?? "");
        return change.ok ? change : failureResponse("bad-input", change.reason);
      },
    },
    {
      method: "get",
      path: `${ROOT}/readiness/over-time`,
      summary: "Readiness as the log had it on the last twelve Mondays, and now; ?role=",
      answer: { json: ReadinessOverTime },
      handle: async ({ query }) => knownRole(await plan.readinessOverTime(query.role)),
    },
  ];
}

function knownRole<T>(result: Result<T, string>): Result<T, never> | Response {
  return result.ok ? result : failureResponse("unknown-role", result.reason);
}
