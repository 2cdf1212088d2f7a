import { join } from "node:path";
import type { ContentFault } from "./content-fault.ts";
import { ExplainDrill } from "./explain-drill.ts";
import { assignParts, type Part } from "./holdout.ts";
import { assignable, type Known, referenceFaults, twiceFaults } from "./references.ts";
import { type ReadItem, readYamlItem, yamlFiles } from "./yaml-items.ts";

export type DrillItem = { slug: string; path: string; version: string; drill: ExplainDrill };
export type BankDrill = DrillItem & { part: Part };
export type DrillBank = { drills: BankDrill[]; faults: ContentFault[] };

/** Reads `explain/<slug>.yaml` under `contentDir`. Drills with a fault are left out and told of. */
export function loadDrills(contentDir: string, known: Known): DrillBank {
  const read = yamlFiles(join(contentDir, "explain")).map(readDrill);
  const items = read.flatMap((each) => (each.ok ? [each.value] : []));
  const parts = assignParts(items.map(({ drill }) => assignable(drill, known)));
  return {
    drills: items.map((item) => ({ ...item, part: parts.get(item.drill.id) ?? "practice" })),
    faults: [
      ...read.flatMap((each) => (each.ok ? [] : each.faults)),
      ...items.flatMap(({ path, drill }) => referenceFaults(path, drill, known)),
      ...twiceFaults(items.map(({ slug, path, drill }) => ({ id: drill.id, slug, path }))),
    ],
  };
}

export function readDrill(path: string): ReadItem<DrillItem> {
  const read = readYamlItem(path, ExplainDrill);
  if (!read.ok) return read;
  const { content: drill, ...file } = read.value;
  return { ok: true, value: { ...file, drill } };
}
