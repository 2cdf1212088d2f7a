import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { type CodingProblem, readCodingFolder, readTorchVariant } from "./coding-folder.ts";
import type { ContentFault } from "./content-fault.ts";
import { assignParts, type Part } from "./holdout.ts";
import { readYaml } from "./read-yaml.ts";
import { assignable, referenceFaults, twiceFaults } from "./references.ts";
import { type Role, Roles } from "./role.ts";
import { type Skill, Skills } from "./skill.ts";
import { torchFolder, torchSlug } from "./torch-variant.ts";

export type BankProblem = CodingProblem & { part: Part };

/** The bank in memory. Items with a fault are left out and told of in `faults`; the others work. */
export type Bank = { skills: Map<string, Skill>; roles: Role[]; problems: BankProblem[]; faults: ContentFault[] };

/** Reads every item under `contentDir`. */
export function loadBank(contentDir: string): Bank {
  const skills = readList(join(contentDir, "skills.yaml"), Skills);
  const roles = readList(join(contentDir, "roles.yaml"), Roles);
  const skillById = new Map(skills.value.map((skill) => [skill.id, skill]));
  const read = slugsIn(contentDir).map((slug) => readCodingFolder(join(contentDir, "coding", slug)));
  const problems = read.flatMap((each) => (each.ok ? [each.value] : []));
  const readVariants = problems.flatMap((problem) => readTorchVariant(problem) ?? []);
  const variants = readVariants.flatMap((each) => (each.ok ? [each.value] : []));
  const parts = assignParts(problems.map(({ item }) => assignable(item, { skills: skillById })));
  // A variant teaches what its parent asks: both belong to one part.
  const bySlug = new Map(problems.map(({ slug, item }) => [slug, item.id]));
  const partOf = ({ item, variantOf }: CodingProblem) =>
    parts.get(bySlug.get(variantOf ?? "") ?? item.id) ?? "practice";
  const faults = [
    ...skills.faults,
    ...roles.faults,
    ...weightFaults(join(contentDir, "roles.yaml"), roles.value, skills.value),
    ...[...read, ...readVariants].flatMap((each) => (each.ok ? [] : each.faults)),
    ...problems.flatMap(({ folder, item }) =>
      referenceFaults(join(folder, "item.yaml"), item, { skills: skillById, roles: roles.value }),
    ),
    ...twiceFaults(problems.map(({ slug, folder, item }) => ({ id: item.id, slug, path: join(folder, "item.yaml") }))),
  ];
  return {
    skills: skillById,
    roles: roles.value,
    problems: [...problems, ...variants].map((problem) => ({ ...problem, part: partOf(problem) })),
    faults,
  };
}

/** Folders of all coding problems by slug, PyTorch variants included, without reading any. */
export function codingFolders(contentDir: string): Map<string, string> {
  const folders = slugsIn(contentDir).map((slug) => [slug, join(contentDir, "coding", slug)] as const);
  const variants = folders.flatMap(([slug, folder]) => {
    const inside = torchFolder(folder);
    return inside === undefined ? [] : [[torchSlug(slug), inside] as const];
  });
  return new Map([...folders, ...variants]);
}

/** Slugs of the problem folders, without those of variants. */
export function slugsIn(contentDir: string): string[] {
  const coding = join(contentDir, "coding");
  if (!existsSync(coding)) return [];
  return readdirSync(coding, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "__pycache__")
    .map((entry) => entry.name)
    .sort();
}

function readList<T>(path: string, schema: z.ZodType<T[]>): { value: T[]; faults: ContentFault[] } {
  if (!existsSync(path)) return { value: [], faults: [{ path, line: 1, message: "the file is missing" }] };
  const read = readYaml(path, readFileSync(path, "utf8"), schema);
  return read.ok ? { value: read.value, faults: [] } : { value: [], faults: read.faults };
}

function weightFaults(path: string, roles: Role[], skills: Skill[]): ContentFault[] {
  const known = new Set(skills.flatMap(({ id, area }) => [id, area]));
  return roles.flatMap((role) =>
    Object.keys(role.weights)
      .filter((id) => !known.has(id))
      .map((id) => ({ path, line: 1, message: `${role.id} weighs "${id}", which is no area and no skill` })),
  );
}
