import { UNTRAINED_SECONDS } from "../quality/model-signal.ts";
import type { Served } from "./served.ts";

/** One version of a model. Times are seconds of the scenario; before its start they are negative. */
export type Version = {
  number: number;
  /** Time of the newest label that it has seen. */
  newest: number;
  /** Share of its signal that is lost in its making, and by which fault; `hidden` from the evaluation set or not. */
  flaw: { share: number; fault: string; hidden: boolean } | undefined;
};

/** A version that is tried: it serves `share` of the requests, a shadow none. */
export type Trial = { version: Version; share: number; mode: "canary" | "shadow" };

export type ModelState = {
  served: Served;
  live: Version;
  before: Version | undefined;
  trial: Trial | undefined;
  made: number;
  training: "running" | "idle";
  /** How many of its scores fell into each bin so far. */
  scores: number[];
};

/** The model as it is when a scenario starts: its last training began half an interval ago. */
export function stateAtStart(served: Served): ModelState {
  const newest = served.training ? -served.training.every / 2 - served.training.wait : -UNTRAINED_SECONDS;
  return {
    served,
    live: { number: 1, newest, flaw: undefined },
    before: undefined,
    trial: undefined,
    made: 1,
    training: "idle",
    scores: [],
  };
}

/** The versions that answer, with their shares of the requests. */
export function serving({ live, trial }: ModelState): { version: Version; share: number }[] {
  if (trial?.mode !== "canary") return [{ version: live, share: 1 }];
  return [
    { version: live, share: 1 - trial.share },
    { version: trial.version, share: trial.share },
  ];
}
