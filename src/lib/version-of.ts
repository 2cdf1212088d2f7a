import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** A name by the content of files, so that what another training or rule said can be told apart. */
export function versionOf(prefix: string, paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(readFileSync(path));
  return `${prefix}-${hash.digest("hex").slice(0, 12)}`;
}
