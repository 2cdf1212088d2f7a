import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const PARAMETERS = ["rubric-encoder", "rubric-embedded", "rubric-lexical"];

/** Which training grades answers by rubrics: another one has another name. */
export function rubricVersion(): string {
  const hash = createHash("sha256");
  for (const name of PARAMETERS)
    hash.update(readFileSync(join(import.meta.dirname, "..", "parameters", `${name}.json`)));
  return `rubric-${hash.digest("hex").slice(0, 12)}`;
}
