import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { nearest } from "../../lib/text.ts";
import type { ContentFault } from "./content-fault.ts";
import { readYaml } from "./read-yaml.ts";
import { TOOL_KIND_IDS } from "./tool-kinds.ts";

/** `tailoring.yaml`: how postings say each skill. */
const PhraseLists = z.strictObject({
  skills: z.record(z.string(), z.string()).describe("skill id to phrases, parted by semicolons"),
  kinds: z.partialRecord(z.enum(TOOL_KIND_IDS), z.string()).describe("kind of tool to the skill that it shows"),
});
export type PhraseLists = z.infer<typeof PhraseLists>;

const NAME = "tailoring.yaml";

/** Reads `tailoring.yaml` under `contentDir`; with a fault there is nothing in it. `skills` are those that it may name. */
export function loadPhraseLists(
  contentDir: string,
  skills: ReadonlyMap<string, unknown>,
): { lists: PhraseLists; faults: ContentFault[] } {
  const path = join(contentDir, NAME);
  const none: PhraseLists = { skills: {}, kinds: {} };
  if (!existsSync(path)) return { lists: none, faults: [] };
  const read = readYaml(path, readFileSync(path, "utf8"), PhraseLists);
  if (!read.ok) return { lists: none, faults: read.faults };
  const named = [...Object.keys(read.value.skills), ...Object.values(read.value.kinds)];
  const faults = named
    .filter((id) => !skills.has(id))
    .map((id) => {
      const meant = nearest(id, skills.keys());
      return { path, line: 1, message: `there is no skill "${id}"${meant ? `; did you mean "${meant}"?` : ""}` };
    });
  return { lists: read.value, faults };
}
