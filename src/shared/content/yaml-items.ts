import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { z } from "zod";
import type { ContentFault } from "./content-fault.ts";
import { readYaml } from "./read-yaml.ts";

/** An item that is one YAML file: its name is its slug, what it says is its version. */
export type YamlItem<T> = { slug: string; path: string; version: string; content: T };
export type ReadItem<T> = { ok: true; value: T } | { ok: false; faults: ContentFault[] };

/** Paths of the YAML files of a folder, in the order of their names; none where there is no such folder. */
export function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(folder, name));
}

/** Reads one file against the schema of its kind; every fault at once. */
export function readYamlItem<T>(path: string, schema: z.ZodType<T>): ReadItem<YamlItem<T>> {
  if (!existsSync(path)) return { ok: false, faults: [{ path, line: 1, message: "the file is missing" }] };
  const text = readFileSync(path, "utf8");
  const read = readYaml(path, text, schema);
  if (!read.ok) return read;
  const version = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return { ok: true, value: { slug: basename(path, ".yaml"), path, version, content: read.value } };
}
