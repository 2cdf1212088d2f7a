import { join } from "node:path";
import { versionOf } from "../../../lib/version-of.ts";

const DECIDES = [
  "parameters/rubric-encoder.json",
  "parameters/rubric-claims.json",
  "parameters/rubric-embedded.json",
  "parameters/rubric-lexical.json",
  "gates.ts",
  "clauses.ts",
  "rubric/claims.ts",
  "rubric/exchanged-numbers.ts",
  "rubric/misconceptions.ts",
  "rubric/roles.ts",
  "rubric/stated-numbers.ts",
];

/** Which training and which rules grade answers by rubrics: others have another name. */
export function rubricVersion(): string {
  return versionOf(
    "rubric",
    DECIDES.map((path) => join(import.meta.dirname, "..", path)),
  );
}
