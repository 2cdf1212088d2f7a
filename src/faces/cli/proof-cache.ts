import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What was proven, a file each; a name holds the content that was proven and the version of what proved it. */
export function proofCache<T>(root: string) {
  const folder = join(root, ".holdout", "proofs");
  const fileOf = (name: string) => join(folder, `${name}.json`);
  return {
    find(name: string): T | undefined {
      try {
        return JSON.parse(readFileSync(fileOf(name), "utf8")) as T;
      } catch {
        return undefined; // never proven, or cut off while it was written
      }
    },
    keep(name: string, proof: T): void {
      mkdirSync(folder, { recursive: true });
      writeFileSync(fileOf(name), JSON.stringify(proof));
    },
  };
}
