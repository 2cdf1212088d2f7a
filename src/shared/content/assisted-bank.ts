import { join } from "node:path";
import { nearest } from "../../lib/text.ts";
import { AssistedScript } from "./assisted-script.ts";
import type { Bank } from "./bank.ts";
import type { ContentFault } from "./content-fault.ts";
import { referenceFaults, twiceFaults } from "./references.ts";
import { type ReadItem, readYamlItem, yamlFiles } from "./yaml-items.ts";

export type AssistedItem = { slug: string; path: string; version: string; script: AssistedScript };

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

export function readAssisted(path: string): ReadItem<AssistedItem> {
  const read = readYamlItem(path, AssistedScript);
  if (!read.ok) return read;
  const { content: script, ...file } = read.value;
  return { ok: true, value: { ...file, script } };
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
