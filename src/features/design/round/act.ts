import { failed, ok, type Result } from "../../../lib/result.ts";
import type { Admitted } from "../../../shared/rounds/provider.ts";
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
      return ok({ type: "design", text: data.text, faults: faultsOf(data.text, state.setup.world), note: null });
    case "run":
      return run(simulate, state, data.text ?? state.drawn?.text ?? "");
    case "estimates":
      if (!mayEstimate(state)) return failed("The sheet is closed: estimates come once, before the first run.");
      return ok({ type: "estimates", values: data.values });
    case "go-on":
      return ok({ type: "go-on" });
  }
}

/** A design that is not run is kept as drawn. */
async function run(simulate: Simulate, state: DesignState, text: string): Promise<Result<DesignOutcome, string>> {
  const { world, runSeed } = state.setup;
  const faults = faultsOf(text, world);
  const notRun = (note: string) => ok({ type: "design", text, faults, note } as const);
  if (state.runs.length >= MOST_RUNS) return notRun(`A round has room for ${MOST_RUNS} runs; they are used up.`);
  if (!mayRun(state)) return notRun("Not run yet: runs come with the drawing.");
  if (text.trim() === "") return notRun("There is nothing to run yet: draw something first.");
  const error = faults.find(({ severity }) => severity === "error");
  if (error) return notRun(`Not run. Line ${error.at.line}: ${error.message} ${error.mend}`.trim());
  const ran = await simulate({ text, world, seed: runSeed });
  return ran.ok ? ok({ type: "run", design: text, faults, report: ran.value }) : notRun(ran.reason);
}

/** A snapshot of what stands already is passed over; what cannot be read is not kept. */
export function admitsInDesign({ drawn }: DesignState, action: unknown): Admitted {
  const parsed = DesignAction.safeParse(action);
  if (!parsed.success) return { refused: "This cannot be done in a design round." };
  return parsed.data.type === "design" && parsed.data.text === (drawn?.text ?? "") ? "pass-over" : "keep";
}

/** A transcript tells of runs, of the sheet and of going on; that something was drawn is on the canvas. */
export function tellsInDesign(action: unknown): { type: string } | null {
  const parsed = DesignAction.safeParse(action);
  return parsed.success && parsed.data.type !== "design" ? { type: parsed.data.type } : null;
}
