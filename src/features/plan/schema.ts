import type { RoundKind } from "../../shared/rounds/round-kind.ts";

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

export type ReadyItem = { id: string; slug: string; title: string; kind: string; minutes: number };

export type RoundReadiness = {
  round: string;
  kind: RoundKind;
  /** From items never practised: this is the readiness. */
  holdout: Standing;
  practice: Standing;
  /** Practice less holdout: how much of what is known is known of the practised items alone. Null while either says little. */
  optimism: number | null;
  /** Items of the holdout that would narrow it most. They are served in mocks, not for practice. */
  narrowedBy: ReadyItem[];
};

export type Readiness = {
  role: string;
  title: string;
  asOf: string;
  overall: Omit<RoundReadiness, "round" | "kind">;
  rounds: RoundReadiness[];
};
