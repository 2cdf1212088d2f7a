import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** Paths under `root`: modules with all that they import, and files or folders that they read beside it. */
export type Sources = { modules: readonly string[]; files?: readonly string[] };

/**
 * The version of code: of modules, of all that they import down to the last one, of the packages among it by their own version,
 * and of files beside them. Types that are imported as such do nothing and do not count.
 */
export function sourceVersion(root: string, { modules, files = [] }: Sources): string {
  const packages = new Set<string>();
  const read = new Map<string, string>();
  const open = modules.map((path) => join(root, path));
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (read.has(path)) continue;
    const text = readFileSync(path, "utf8");
    read.set(path, text);
    for (const name of importsOf(text)) {
      if (name.startsWith(".")) open.push(join(dirname(path), name));
      else if (!name.startsWith("node:")) packages.add(packageOf(name));
    }
  }
  for (const path of files.flatMap((each) => filesIn(join(root, each)))) read.set(path, readFileSync(path, "utf8"));
  const hash = createHash("sha256");
  for (const [path, text] of [...read].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${relative(root, path)}\0${text}\0`);
  for (const name of [...packages].sort()) hash.update(`${name}\0${versionOf(root, name)}\0`);
  return hash.digest("hex").slice(0, 16);
}

const IMPORTS = [
  /^(?:import|export) (?!type\b)(?:[^"';]* from )?"([^"]+)"/gm,
  /\bimport\("([^"]+)"\)/g,
  /\bnew URL\("(\.[^"]+\.ts)", import\.meta\.url\)/g, // how a module names the thread that it starts
];

function importsOf(text: string): string[] {
  return IMPORTS.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = ""]) => name));
}

function packageOf(name: string): string {
  return name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
}

function versionOf(root: string, name: string): string {
  return JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")).version;
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}
