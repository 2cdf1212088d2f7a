import { join } from "node:path";
import { versionOf } from "../../../lib/version-of.ts";

const PARAMETERS = ["rubric-encoder", "rubric-embedded", "rubric-lexical"];

/** Which training grades answers by rubrics: another one has another name. */
export function rubricVersion(): string {
  return versionOf(
    "rubric",
    PARAMETERS.map((name) => join(import.meta.dirname, "..", "parameters", `${name}.json`)),
  );
}
