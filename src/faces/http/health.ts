import type { App } from "../../app.ts";
import { Health } from "../../features/coding/schema.ts";
import { ok } from "../../lib/result.ts";
import type { Route } from "./route.ts";

/** What this server is and what its judge holds. */
export function healthRoute({ config, bank, judge, grader }: Pick<App, "config" | "bank" | "judge" | "grader">): Route {
  return {
    method: "get",
    path: "/api/health",
    summary: "Version, sandbox tier, Python, size of the bank",
    answer: { json: Health },
    handle: async () => {
      const { state, sandbox, tiers, python } = judge.info;
      const holdout = bank.problems.filter(({ part }) => part === "holdout").length;
      const problems = { practice: bank.problems.length - holdout, holdout };
      return ok({
        version: config.version,
        judge: state,
        sandbox,
        tiers,
        python,
        grader: grader.engine ?? ("starting" as const),
        problems,
      });
    },
  };
}
