import { faultsOf } from "../../../../src/features/design/model/check/faults-of.ts";
import { parseDesign } from "../../../../src/features/design/model/language/parse-design.ts";
import type { RunProgress } from "../../../../src/features/design/model/run/report.ts";
import { runDesign } from "../../../../src/features/design/model/run/run-design.ts";
import type { SimulationNews, SimulationOrder } from "./simulation.ts";

/** Runs one design beside the page, so that the page stays awake; whoever ends the worker ends the run. */

const LEAST_BETWEEN_MS = 100;

const tell = (news: SimulationNews) => postMessage(news);

function simulate({ design: text, world, seed }: SimulationOrder): SimulationNews {
  const faults = faultsOf(text, world).filter(({ severity }) => severity === "error");
  if (faults.length > 0) return { kind: "faults", faults };
  let toldAt = Number.NEGATIVE_INFINITY;
  const onProgress = (progress: RunProgress) => {
    const now = performance.now();
    if (now - toldAt < LEAST_BETWEEN_MS) return;
    toldAt = now;
    tell({ kind: "progress", progress });
  };
  const clock = () => performance.now() / 1000;
  const report = runDesign(parseDesign(text).design, world, { seed, onProgress, clock });
  return report ? { kind: "done", report } : { kind: "crashed", message: "it gave no report" };
}

addEventListener("message", ({ data }: MessageEvent<SimulationOrder>) => {
  try {
    tell(simulate(data));
  } catch (error) {
    // a bug of ours: said on the page, where it can be reported, instead of in a console that nobody reads
    tell({ kind: "crashed", message: error instanceof Error ? error.message : String(error) });
  }
});
