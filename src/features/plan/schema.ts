import type { RoundKind } from "../../shared/rounds/round-kind.ts";

export * from "./diagnostic/schema.ts";

/** What is expected of a candidate on middling items of a round, 0 to 1. */
export type Standing = {
  /** Rows of evidence behind it. */
  rows: number;
  expected: number;
  /** 90 %. */
  interval: [number, number];
  /** Whether that says enough to act on; else the answer is that there is not enough evidence. */
  enough: boolean;
};

/** An item that would tell much: of what kind and about what. Which it is stays unsaid, since nobody has seen it yet. */
export type Narrowing = { kind: string; skills: readonly string[]; minutes: number };

export type RoundReadiness = {
  round: string;
  kind: RoundKind;
  /** From items never practised: this is the readiness. */
  holdout: Standing;
  practice: Standing;
  /** Practice less holdout: how much of what is known is known of the practised items alone. Null while either says little. */
  optimism: number | null;
  /** What of the holdout would narrow it most, where there is not enough evidence. Mocks serve it, practice does not. */
  narrowedBy: Narrowing[];
};

export type Readiness = {
  role: string;
  title: string;
  asOf: string;
  overall: Omit<RoundReadiness, "round" | "kind">;
  rounds: RoundReadiness[];
};
