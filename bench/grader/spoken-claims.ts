import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * How people speak of a criterion, by hands that had read it: stating it (`said`), wrongly in its own terms (`wrong`), with its
 * terms in talk that claims nothing (`empty`), half knowing it (`thin`). `topic`: the name of the question's file or of the
 * script's, then its part. The reader of claims learns from them (`claim_pairs.py`), but for `said`, `thin` and the second sentences where `for_trees`.
 */
export type SpokenClaim = {
  topic: string;
  criterion: string;
  said: string;
  wrong: [string, string];
  empty: [string, string];
  thin: string;
  for_trees: boolean;
};

export function spokenClaims(): SpokenClaim[] {
  const lines = readFileSync(join(import.meta.dirname, "spoken-claims.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean);
  return lines.map((line) => JSON.parse(line) as SpokenClaim);
}
