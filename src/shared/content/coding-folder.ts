import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { CodingItem, EquivalentMutants } from "./coding-item.ts";
import type { ContentFault } from "./content-fault.ts";
import { contentHash } from "./content-hash.ts";
import { readHints } from "./hints.ts";
import { readYaml } from "./read-yaml.ts";
import { parentOfVariant, torchFolder, torchItem, torchSlug } from "./torch-variant.ts";

export type SourceFile = { name: string; source: string };

/** A coding problem read from its folder. */
export type CodingProblem = {
  slug: string;
  folder: string;
  /** Hash of every file in the folder: what a result was measured against. */
  version: string;
  item: CodingItem;
  prompt: string;
  starter: string;
  solution: string;
  explanation: string;
  hints: string[];
  /** What is said when level 2, 3, … unlocks. */
  levelTexts: string[];
  wrong: SourceFile[];
  right: SourceFile[];
  equivalent: EquivalentMutants;
  /** Slug of the problem that this one is the PyTorch variant of. */
  variantOf?: string;
};

type Read<T> = { ok: true; value: T } | { ok: false; faults: ContentFault[] };

/** What judging alone needs of a problem folder; it may stand outside the bank and lack the rest. */
export type JudgeableProblem = Pick<CodingProblem, "slug" | "folder" | "item" | "starter">;

const JUDGED_FILES = ["tests.py", "solution.py"];
const VARIANT_FILES = [...JUDGED_FILES, "prompt.md", "starter.py"];
const WHOLE_FILES = [...VARIANT_FILES, "item.yaml", "hints.md", "explain.md"];

/** Reads the part of a folder that judging needs; all faults at once. */
export function readJudgeable(folder: string): Read<JudgeableProblem> {
  const parent = parentOfVariant(folder);
  const itemFolder = parent ?? folder;
  const missing = [...missingFiles(itemFolder, ["item.yaml"]), ...missingFiles(folder, JUDGED_FILES)];
  const item = existsSync(join(itemFolder, "item.yaml")) ? readItem(itemFolder) : undefined;
  if (item?.ok && missing.length === 0) {
    const starter = readText(folder, item.value.kind === "debug" ? "starter.py" : "") ?? "";
    const named = parent
      ? { slug: torchSlug(basename(parent)), item: torchItem(item.value) }
      : { slug: basename(folder), item: item.value };
    return { ok: true, value: { ...named, folder, starter } };
  }
  return { ok: false, faults: [...missing, ...(item && !item.ok ? item.faults : [])] };
}

/** Reads a whole problem folder; all faults at once. */
export function readCodingFolder(folder: string): Read<CodingProblem> {
  const missing = missingFiles(folder, WHOLE_FILES);
  const item = existsSync(join(folder, "item.yaml")) ? readItem(folder) : undefined;
  const equivalent = readEquivalent(folder);
  const levels = item?.ok ? missingLevels(folder, item.value.levels) : [];
  if (item?.ok && equivalent.ok && missing.length === 0 && levels.length === 0) {
    return { ok: true, value: wholeProblem(folder, item.value, equivalent.value) };
  }
  const failed = [item, equivalent].flatMap((read) => (read && !read.ok ? read.faults : []));
  return { ok: false, faults: [...missing, ...levels, ...failed] };
}

/** The PyTorch variant of a problem, where its folder has one. What it does not say anew it takes from its parent. */
export function readTorchVariant(parent: CodingProblem): Read<CodingProblem> | undefined {
  const folder = torchFolder(parent.folder);
  if (folder === undefined) return undefined;
  const missing = missingFiles(folder, VARIANT_FILES);
  const equivalent = readEquivalent(folder);
  if (missing.length > 0 || !equivalent.ok)
    return { ok: false, faults: [...missing, ...(equivalent.ok ? [] : equivalent.faults)] };
  const own = wholeProblem(folder, torchItem(parent.item), equivalent.value);
  return {
    ok: true,
    value: {
      ...own,
      slug: torchSlug(parent.slug),
      version: parent.version,
      explanation: own.explanation || parent.explanation,
      hints: own.hints.length > 0 ? own.hints : parent.hints,
      variantOf: parent.slug,
    },
  };
}

function readEquivalent(folder: string) {
  const text = readText(folder, "equivalent.yaml") ?? "[]";
  return readYaml(join(folder, "equivalent.yaml"), text, EquivalentMutants);
}

function wholeProblem(folder: string, item: CodingItem, equivalent: EquivalentMutants): CodingProblem {
  const text = (name: string) => readText(folder, name) ?? "";
  return {
    slug: basename(folder),
    folder,
    version: contentHash(folder),
    item,
    prompt: text("prompt.md"),
    starter: text("starter.py"),
    solution: text("solution.py"),
    explanation: text("explain.md"),
    hints: readHints(text("hints.md")),
    levelTexts: Array.from({ length: item.levels - 1 }, (_, at) => text(`levels/${at + 2}.md`)),
    wrong: sourcesIn(folder, "wrong"),
    right: sourcesIn(folder, "right"),
    equivalent,
  };
}

function readItem(folder: string): Read<CodingItem> {
  const path = join(folder, "item.yaml");
  return readYaml(path, readFileSync(path, "utf8"), CodingItem);
}

function readText(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  return name !== "" && existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function missingFiles(folder: string, names: string[]): ContentFault[] {
  return names
    .filter((name) => !readText(folder, name)?.trim())
    .map((name) => {
      const path = join(folder, name);
      return { path, line: 1, message: existsSync(path) ? "the file is empty" : "the file is missing" };
    });
}

function missingLevels(folder: string, levels: number): ContentFault[] {
  return missingFiles(
    folder,
    Array.from({ length: levels - 1 }, (_, at) => join("levels", `${at + 2}.md`)),
  );
}

function sourcesIn(folder: string, name: string): SourceFile[] {
  const inside = join(folder, name);
  if (!existsSync(inside)) return [];
  return readdirSync(inside)
    .filter((file) => file.endsWith(".py"))
    .sort()
    .map((file) => ({ name: file, source: readFileSync(join(inside, file), "utf8") }));
}
