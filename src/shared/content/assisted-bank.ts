import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { nearest } from "../../lib/text.ts";
import { AssistedScript } from "./assisted-script.ts";
import type { Bank } from "./bank.ts";
import type { ContentFault } from "./content-fault.ts";
import { readYaml } from "./read-yaml.ts";
import { referenceFaults, twiceFaults } from "./references.ts";
import { yamlFiles } from "./round-bank.ts";

export type AssistedItem = { slug: string; path: string; version: string; script: AssistedScript };
type Read = { ok: true; value: AssistedItem } | { ok: false; faults: ContentFault[] };

/** Kinds of problem that an assistant can be asked for in pieces. */
const SPLITS = ["implement", "optimise"];

/** Reads `assisted/<slug>.yaml` under `contentDir`. Scripts that cannot be read are left out and told of. */
export function loadAssisted(contentDir: string, bank: Bank): { scripts: AssistedItem[]; faults: ContentFault[] } {
  const read = assistedFiles(contentDir).map(readAssisted);
  const scripts = read.flatMap((each) => (each.ok ? [each.value] : []));
  return {
    scripts,
    faults: [
      ...read.flatMap((each) => (each.ok ? [] : each.faults)),
      ...scripts.flatMap((item) => assistedFaults(item, bank)),
      ...twiceFaults(scripts.map(({ slug, path, script }) => ({ id: script.id, slug, path }))),
    ],
  };
}

/** Paths of all scripts under `contentDir`, by name. */
export function assistedFiles(contentDir: string): string[] {
  return yamlFiles(join(contentDir, "assisted"));
}

export function readAssisted(path: string): Read {
  if (!existsSync(path)) return { ok: false, faults: [{ path, line: 1, message: "the file is missing" }] };
  const text = readFileSync(path, "utf8");
  const read = readYaml(path, text, AssistedScript);
  if (!read.ok) return read;
  const version = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return { ok: true, value: { slug: basename(path, ".yaml"), path, version, script: read.value } };
}

/** Skills, roles and a problem that a script names and that there are not. */
export function assistedFaults({ path, script }: AssistedItem, bank: Bank): ContentFault[] {
  const problem = bank.problems.find(({ slug }) => slug === script.problem);
  const fitting = bank.problems.filter(({ item }) => SPLITS.includes(item.kind)).map(({ slug }) => slug);
  const meant = nearest(script.problem, fitting);
  const unknown = `problem: there is no "${script.problem}"${meant ? `; did you mean "${meant}"?` : ""}`;
  const message = problem
    ? `problem: ${script.problem} is ${problem.item.kind}, and is not asked for in pieces`
    : unknown;
  return [
    ...referenceFaults(path, { ...script, kind: "assisted" }, bank),
    ...(fitting.includes(script.problem) ? [] : [{ path, line: 1, message }]),
  ];
}
