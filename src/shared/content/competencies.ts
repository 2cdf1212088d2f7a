import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nearest } from "../../lib/text.ts";
import { Competencies, type Competency } from "./competency.ts";
import type { ContentFault } from "./content-fault.ts";
import { readYaml } from "./read-yaml.ts";

export const COMPETENCIES_FILE = "competencies.yaml";

export type CompetencyBank = {
  competencies: readonly Competency[];
  faults: ContentFault[];
  /** Changes with the file: what a story was read against. */
  version: string;
};

/** Reads `competencies.yaml` under `contentDir`; with a fault there are none. `skills`, where given, are what they may name. */
export function loadCompetencies(contentDir: string, skills?: ReadonlyMap<string, unknown>): CompetencyBank {
  const path = join(contentDir, COMPETENCIES_FILE);
  if (!existsSync(path)) return { competencies: [], faults: [], version: "none" };
  const text = readFileSync(path, "utf8");
  const version = createHash("sha256").update(text).digest("hex").slice(0, 16);
  const read = readYaml(path, text, Competencies);
  if (!read.ok) return { competencies: [], faults: read.faults, version };
  const faults = skills ? read.value.flatMap((each) => skillFaults(path, text, each, skills)) : [];
  return { competencies: read.value, faults, version };
}

function skillFaults(
  path: string,
  text: string,
  { id, skill }: Competency,
  skills: ReadonlyMap<string, unknown>,
): ContentFault[] {
  if (skills.has(skill)) return [];
  const meant = nearest(skill, skills.keys());
  const line = text.split("\n").findIndex((each) => each.trim() === `skill: ${skill}`) + 1;
  const message = `${id}: there is no skill "${skill}"${meant ? `; did you mean "${meant}"?` : ""}`;
  return [{ path, line: Math.max(1, line), message }];
}
