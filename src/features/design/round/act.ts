import { failed, ok, type Result } from "../../../lib/result.ts";
import { faultsOf } from "../model/check/faults-of.ts";
import { DesignAction, type DesignOutcome, MOST_RUNS } from "../model/round/outcome.ts";
import { mayEstimate, mayRun } from "../model/round/shown.ts";
import type { DesignState } from "../model/round/state.ts";
import type { Simulate } from "./simulate.ts";

/** Does what a candidate does beside the talk; the reason of a failure is for people. */
export async function actInDesign(
  { simulate }: { simulate: Simulate },
  state: DesignState,
  action: unknown,
): Promise<Result<DesignOutcome, string>> {
  const parsed = DesignAction.safeParse(action);
  if (!parsed.success) return failed("This cannot be done in a design round.");
  const { data } = parsed;
  switch (data.type) {
    case "design":
      return ok({ type: "design", text: data.text, faults: faultsOf(data.text, state.setup.world) });
    case "run":
      return run(simulate, state);
    case "estimates":
      if (!mayEstimate(state)) return failed("The sheet is closed: estimates come once, before the first run.");
      return ok({ type: "estimates", values: data.values });
    case "go-on":
      return ok({ type: "go-on" });
  }
}

async function run(simulate: Simulate, state: DesignState): Promise<Result<DesignOutcome, string>> {
  const { setup, drawn, runs } = state;
  if (runs.length >= MOST_RUNS) return failed(`A round has room for ${MOST_RUNS} runs; they are used up.`);
  if (!mayRun(state)) return failed("Runs come with the drawing; the talk is not there yet.");
  if (!drawn || drawn.text.trim() === "") return failed("There is nothing to run yet: draw something first.");
  const error = faultsOf(drawn.text, setup.world).find(({ severity }) => severity === "error");
  if (error) return failed(`Not run. Line ${error.at.line}: ${error.message} ${error.mend}`.trim());
  const ran = await simulate({ text: drawn.text, world: setup.world, seed: setup.runSeed });
  return ran.ok ? ok({ type: "run", design: drawn.text, report: ran.value }) : ran;
}
