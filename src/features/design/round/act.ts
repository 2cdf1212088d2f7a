import { failed, ok, type Result } from "../../../lib/result.ts";
import type { Admitted } from "../../../shared/rounds/provider.ts";
import { faultsOf } from "../model/check/faults-of.ts";
import { DesignAction, type DesignOutcome, MOST_RUNS, textOf } from "../model/round/outcome.ts";
import { mayEstimate, mayRun } from "../model/round/shown.ts";
import type { DesignState } from "../model/round/state.ts";
import type { Simulate } from "./simulate.ts";

const NO_SUCH_ACTION = "This cannot be done in a design round.";

/** Does what a candidate does beside the talk; the reason of a failure is for people. */
export async function actInDesign(
  { simulate }: { simulate: Simulate },
  state: DesignState,
  action: unknown,
): Promise<Result<DesignOutcome, string>> {
  const parsed = DesignAction.safeParse(action);
  if (!parsed.success) return failed(NO_SUCH_ACTION);
  const { data } = parsed;
  switch (data.type) {
    case "design":
      return ok({ type: "design", faults: faultsOf(data.text, state.setup.world), note: null });
    case "run":
      return run(simulate, state, textOf(data, state.drawn));
    case "estimates":
      return ok({ type: "estimates" });
    case "go-on":
      return ok({ type: "go-on" });
  }
}

/** A design that is not run is kept as drawn. */
async function run(simulate: Simulate, state: DesignState, text: string): Promise<Result<DesignOutcome, string>> {
  const { world, runSeed } = state.setup;
  const faults = faultsOf(text, world);
  const notRun = (note: string) => ok({ type: "design", faults, note } as const);
  if (text.trim() === "") return notRun("There is nothing to run yet: draw something first.");
  const error = faults.find(({ severity }) => severity === "error");
  if (error) return notRun(`Not run. Line ${error.at.line}: ${error.message} ${error.mend}`.trim());
  const ran = await simulate({ text, world, seed: runSeed });
  return ran.ok ? ok({ type: "run", faults, report: ran.value }) : notRun(ran.reason);
}

/** A snapshot of what stands already is passed over; what cannot be read and what comes at the wrong time is not kept. */
export function admitsInDesign(state: DesignState, action: unknown): Admitted {
  const parsed = DesignAction.safeParse(action);
  if (!parsed.success) return { refused: NO_SUCH_ACTION };
  const { data } = parsed;
  switch (data.type) {
    case "design":
      return data.text === (state.drawn?.text ?? "") ? "pass-over" : "keep";
    case "run":
      if (mayRun(state)) return "keep";
      return {
        refused:
          state.runs.length >= MOST_RUNS
            ? `A round has room for ${MOST_RUNS} runs; they are used up.`
            : "Not run yet: runs come with the drawing.",
      };
    case "estimates":
      return mayEstimate(state)
        ? "keep"
        : { refused: "The sheet is closed: estimates come once, before the first run." };
    case "go-on":
      return "keep";
  }
}

/** A transcript tells of runs, of the sheet and of going on; that something was drawn is on the canvas. */
export function tellsInDesign(action: unknown): { type: string } | null {
  const parsed = DesignAction.safeParse(action);
  return parsed.success && parsed.data.type !== "design" ? { type: parsed.data.type } : null;
}
