import type { World } from "../../../../../shared/content/design/world.ts";
import { parseDesign } from "../../language/parse-design.ts";
import { type Compiled, compile } from "../../run/compile.ts";

/** Seconds after the last request in which everything that is under way should come to its end. */
const TAIL_SECONDS = 3600;

export type Drained = Compiled & {
  /** Requests that came, and how many were answered, rightly or not. */
  arrived: number;
  answered: number;
  /** Slots of requests, calls and legs that nobody gave back. */
  leaked: { requests: number; calls: number; legs: number };
};

type Draining = {
  seed?: number;
  tail?: number;
  /** Told of each request that is answered. */
  answer?: (request: number, compiled: Compiled) => void;
};

/** Runs the first scenario of a world, then shuts the source and lets all that is under way end. */
export function drain(text: string, world: World, { seed = 1, tail = TAIL_SECONDS, answer }: Draining = {}): Drained {
  const { design, faults } = parseDesign(text);
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join("\n"));
  const scenario = world.scenarios[0];
  if (!scenario) throw new Error("a world has a scenario");
  const compiled = compile(design, world, { scenario, seed, bin: 1 });
  const { sim, source } = compiled;
  const { entry } = source;
  if (!entry) throw new Error("the design has no entry");
  let [arrived, answered, open] = [0, 0, true];
  const { whenRootDone } = entry;
  entry.whenRootDone = (request, ok) => {
    answered++;
    answer?.(request, compiled);
    whenRootDone?.(request, ok);
  };
  source.entry = {
    design: entry.design,
    whenRootDone: undefined,
    answered: () => {},
    handle: () => {},
    hand: () => {},
    launch: (parent, request) => {
      if (open) {
        arrived++;
        entry.launch(parent, request);
      } else {
        sim.requests.references[request] = 1;
        sim.requests.release(request);
      }
    },
  };
  source.start();
  compiled.faults.start();
  sim.runUntil(scenario.lasts, () => true);
  open = false;
  sim.runUntil(scenario.lasts + tail, () => true);
  const leaked = { requests: sim.requests.inUse, calls: sim.calls.inUse, legs: sim.legs.inUse };
  return { ...compiled, arrived, answered, leaked };
}
