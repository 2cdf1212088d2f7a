/** Something in Python code that an interviewer would ask about or give credit for. */
export type CodeFact = {
  /** Name of the pattern, such as `early-stopping`, `random-split`, `seed`, `mlflow`, `assert-in-test`. */
  pattern: string;
  file: string;
  line: number;
  /** Word for word in that line of the file. */
  quote: string;
  /** The notebook cell, where the file is one. */
  cell: number | undefined;
  /** What the phrase needs: `{ patience: "3", monitor: "val_loss" }`. */
  values: Readonly<Record<string, string>>;
};

/** What static reading found; files that do not parse are named and cost nothing else. */
export type CodeReading = {
  facts: readonly CodeFact[];
  /** Packages imported, most often first, with the first place. */
  imports: readonly { name: string; file: string; line: number; quote: string; count: number }[];
  unparsed: readonly string[];
  /** Files that the time did not suffice for. */
  unread: readonly string[];
  /** Files with more code than is read. */
  oversized: readonly string[];
};
