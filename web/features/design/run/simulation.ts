import type { DesignFault } from "../../../../src/features/design/model/design.ts";
import type { RunProgress, RunReport } from "../../../../src/features/design/model/run/report.ts";
import type { World } from "./world.ts";

/** What a page and its simulator say to each other. */
export type SimulationOrder = { design: string; world: World; seed: number };

export type SimulationNews =
  | { kind: "progress"; progress: RunProgress }
  | { kind: "done"; report: RunReport }
  /** The design cannot be run: what is wrong with it, each at its place. */
  | { kind: "faults"; faults: DesignFault[] }
  | { kind: "crashed"; message: string };
