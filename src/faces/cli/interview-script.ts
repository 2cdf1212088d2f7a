import { existsSync, readFileSync, statSync } from "node:fs";
import { z } from "zod";
import { describeFault } from "../../shared/content/content-fault.ts";
import { readYaml } from "../../shared/content/read-yaml.ts";
import { UsageError } from "./command.ts";

const MOST_BYTES = 1_000_000;

const Turn = z.union([
  z.string().describe("what is said"),
  z.strictObject({ wait: z.number().min(0).max(36_000).describe("seconds in which nothing is said") }),
  z.strictObject({ do: z.looseObject({ type: z.string() }).describe("what is done, as the round knows it") }),
  z.strictObject({ leave: z.literal(true).describe("ends the round") }),
]);
export type ScriptTurn = z.infer<typeof Turn>;

/** Turns of each round, in the order of the rounds; what is left over when a round ends is not said. */
const CandidateScript = z.strictObject({ rounds: z.array(z.array(Turn)).min(1) });
export type CandidateScript = z.infer<typeof CandidateScript>;

/** Reads a YAML or JSON file of what a candidate says and does. */
export function readCandidateScript(path: string): CandidateScript {
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  const found = statSync(path);
  if (!found.isFile()) throw new UsageError(`${path} is a folder; name the file with the script.`);
  if (found.size > MOST_BYTES) throw new UsageError(`${path} is too large for a script.`);
  const read = readYaml(path, readFileSync(path, "utf8"), CandidateScript);
  if (!read.ok) throw new UsageError(read.faults.map(describeFault).join("\n"));
  return read.value;
}
