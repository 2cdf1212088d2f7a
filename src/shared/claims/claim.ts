/** A place in a text: UTF-16 offsets, end exclusive. */
export type TextSpan = { start: number; end: number; text: string };

/** What a figure measures in: `share` is 0 to 1 however it was written, `ratio` is "3 times". */
export type ClaimUnit = "share" | "points" | "ratio" | "seconds" | "money" | "count" | "people" | "bytes" | "number";

/** One figure that a text claims, with what it is said of. */
export type Claim = {
  /** The figure as written, its unit with it. */
  figure: TextSpan;
  /** The sentence or line it stands in. */
  sentence: TextSpan;
  value: number;
  unit: ClaimUnit;
  /** `level`: something is at the value. `change`: it moved by it. */
  kind: "level" | "change";
  /** The metric's standard name ("recall", "latency p99", "cost"), where one is named. */
  metric: string | undefined;
  /** Where it started and ended, where the text says so ("from 120 ms to 80 ms"). */
  baseline: number | undefined;
  target: number | undefined;
  /** Stems of the content words around it: what tells two claims on recall apart. */
  about: readonly string[];
};

/** Why an interviewer would not believe a claim as it stands, and what mends it. */
export type Doubt = {
  id: "too-perfect" | "no-baseline" | "impossible" | "false-precision" | "too-large" | "alone-and-at-once";
  said: string;
  mend: string;
};

export type ClaimSourceKind = "cv" | "portfolio" | "story" | "impact" | "transcript";
/** A text that makes claims, as a room hands it to the ledger. */
export type ClaimSource = {
  id: string;
  kind: ClaimSourceKind;
  /** What a person calls it: the name of the story, "README.md of fraud-graph". */
  title: string;
  /** Path in the app that leads to it. */
  to: string;
  text: string;
  /** Texts of one group speak of one piece of work (the files of a project, the tellings of a story). */
  group: string;
};
