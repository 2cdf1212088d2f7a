import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { ContentFault } from "./content-fault.ts";
import { ExplainDrill } from "./explain-drill.ts";
import { assignParts, type Part } from "./holdout.ts";
import { readYaml } from "./read-yaml.ts";
import { assignable, type Known, referenceFaults, twiceFaults } from "./references.ts";

export type DrillItem = { slug: string; path: string; version: string; drill: ExplainDrill };
export type BankDrill = DrillItem & { part: Part };
export type DrillBank = { drills: BankDrill[]; faults: ContentFault[] };

type Read = { ok: true; value: DrillItem } | { ok: false; faults: ContentFault[] };

/** Reads `explain/<slug>.yaml` under `contentDir`. Drills with a fault are left out and told of. */
export function loadDrills(contentDir: string, known: Known): DrillBank {
  const read = drillFiles(join(contentDir, "explain")).map(readDrill);
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

/** Paths of all drills of a folder, in the order of their names. */
export function drillFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(folder, name));
}

export function readDrill(path: string): Read {
  if (!existsSync(path)) return { ok: false, faults: [{ path, line: 1, message: "the file is missing" }] };
  const text = readFileSync(path, "utf8");
  const read = readYaml(path, text, ExplainDrill);
  if (!read.ok) return read;
  const version = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return { ok: true, value: { slug: basename(path, ".yaml"), path, version, drill: read.value } };
}
