import { useCallback, useEffect, useRef, useState } from "react";
import type { DesignFault } from "../../../../src/features/design/model/design.ts";
import type { RunProgress, RunReport } from "../../../../src/features/design/model/run/report.ts";
import type { SimulationNews, SimulationOrder } from "./simulation.ts";
import type { World } from "./world.ts";

type RunFailure = { message: string; mend: string };

type Held = {
  state: "idle" | "running" | "done" | "failed";
  progress: RunProgress | undefined;
  /** Of the latest run that came to its end. */
  report: RunReport | undefined;
  failure: RunFailure | undefined;
};

export type Run = Held & {
  /** Runs the design of a text; one under way is given up. The same text and seed give the same report. */
  start: (design: string, seed: number) => void;
  cancel: () => void;
};

const IDLE: Held = { state: "idle", progress: undefined, report: undefined, failure: undefined };

/** Runs designs in a worker, one at a time. */
export function useRun(world: World): Run {
  const [held, setHeld] = useState(IDLE);
  const worker = useRef<Worker | undefined>(undefined);

  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = undefined;
  }, []);
  useEffect(() => end, [end]);

  const start = useCallback(
    (design: string, seed: number) => {
      end();
      setHeld(({ report }) => ({ ...IDLE, report, state: "running" }));
      const mine = new Worker(new URL("./simulate.worker.ts", import.meta.url), { type: "module" });
      worker.current = mine;
      const hear = (news: SimulationNews) => {
        if (worker.current !== mine) return; // of a run that was given up
        if (news.kind !== "progress") end();
        setHeld((before) => afterNews(before, news));
      };
      mine.onmessage = ({ data }: MessageEvent<SimulationNews>) => hear(data);
      mine.onerror = ({ message }) => hear({ kind: "crashed", message });
      mine.postMessage({ design, world, seed } satisfies SimulationOrder);
    },
    [end, world],
  );

  const cancel = useCallback(() => {
    end();
    setHeld(({ report }) => ({ ...IDLE, report, state: report ? "done" : "idle" }));
  }, [end]);

  return { ...held, start, cancel };
}

function afterNews(held: Held, news: SimulationNews): Held {
  switch (news.kind) {
    case "progress":
      return { ...held, progress: news.progress };
    case "done":
      return { state: "done", progress: undefined, report: news.report, failure: undefined };
    case "faults":
      return { ...held, state: "failed", progress: undefined, failure: failureOf(news.faults) };
    case "crashed":
      return {
        ...held,
        state: "failed",
        progress: undefined,
        failure: {
          message: `The simulator stopped: ${news.message || "its program could not be loaded"}.`,
          mend: "Your design is kept. Reload the page and run it again; if it stops again, this is a defect of ours.",
        },
      };
  }
}

function failureOf(faults: readonly DesignFault[]): RunFailure {
  const [first] = faults;
  const more = faults.length > 1 ? ` ${faults.length - 1} more in the design.` : "";
  return {
    message: first ? `Line ${first.at.line}: ${first.message}` : "The design cannot be run.",
    mend: `${first?.mend ?? ""}${more}`,
  };
}
