import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** SHA-256 over the paths and bytes of the folder's files, its first 16 hex digits; caches and hidden files are left out. */
export function contentHash(folder: string): string {
  const hash = createHash("sha256");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !name.split(/[\\/]/).some((part) => part.startsWith(".") || part === "__pycache__"))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
  for (const path of files) {
    hash
      .update(`${relative(folder, path).replaceAll("\\", "/")}\0`)
      .update(readFileSync(path))
      .update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}
