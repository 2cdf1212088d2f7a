import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ContentFault } from "../../shared/content/content-fault.ts";
import { assignParts, type Part } from "../../shared/content/holdout.ts";
import { assignable, type Known, referenceFaults, twiceFaults } from "../../shared/content/references.ts";
import { type DesignCase, readCaseFolder } from "./case-folder.ts";

export type BankCase = DesignCase & { part: Part };
type CaseBank = { cases: BankCase[]; faults: ContentFault[] };

/** Reads every case under `contentDir`. Cases with a fault are left out and told of. */
export function loadCases(contentDir: string, known: Known): CaseBank {
  const read = caseFolders(contentDir).map((folder) => readCaseFolder(folder));
  const cases = read.flatMap((each) => (each.ok ? [each.value] : []));
  const parts = assignParts(cases.map(({ item }) => assignable(item, known)));
  return {
    cases: cases.map((each) => ({ ...each, part: parts.get(each.item.id) ?? "practice" })),
    faults: [
      ...read.flatMap((each) => (each.ok ? [] : each.faults)),
      ...cases.flatMap(({ folder, item }) => referenceFaults(join(folder, "item.yaml"), item, known)),
      ...twiceFaults(cases.map(({ slug, folder, item }) => ({ id: item.id, slug, path: join(folder, "item.yaml") }))),
    ],
  };
}

/** Folders of all cases, in the order of their names. */
export function caseFolders(contentDir: string): string[] {
  const designs = join(contentDir, "designs");
  if (!existsSync(designs)) return [];
  return readdirSync(designs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => join(designs, entry.name))
    .sort();
}
