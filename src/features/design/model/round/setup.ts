import type { DesignRubric } from "../../../../shared/content/design/case.ts";
import type { World } from "../../../../shared/content/design/world.ts";
import type { Dimension } from "../../schema.ts";
import type { Quantity } from "../interview/check-estimate.ts";

/** A question of a case as the round keeps it: what hearing it needs beyond this is looked up in the bank. */
export type RoundPrompt = {
  id: string;
  dimension: Dimension;
  ask: string;
  points: { id: string; metWhen: string; points: number }[];
};

type RoundFact = { id: string; about: string; answer: string; essential: boolean };

/** What a design round asks about, frozen when it is opened. */
export type DesignSetup = {
  item: { id: string; version: string; title: string; skills: string[] };
  minutes: number;
  nudgeAfterMs: number | null;
  interrupts: boolean;
  /** Of the simulator: the same in every run of the round, so that two runs differ by what was changed. */
  runSeed: number;
  /** Tells this round from others in the storage of a browser. */
  key: string;
  brief: string;
  facts: RoundFact[];
  written: (RoundPrompt & { phase: "scope" | "formulate" | "defend" })[];
  probes: (RoundPrompt & { when: string })[];
  estimates: Quantity[];
  dimensions: DesignRubric["dimensions"];
  world: World;
  reference: string;
  explain: string;
  graderVersion: string;
};
