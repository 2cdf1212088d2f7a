import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What was proven, a file each; a name holds the content that was proven and the version of what proved it. Proofs made here lie
 * in `.holdout/proofs`; those that the repository keeps (`npm run proofs`) in `content/proofs`, so that a fresh clone proves
 * what has changed since. `content check --fresh` asks neither.
 */
export function proofCache<T>(root: string) {
  const made = join(root, ".holdout", "proofs");
  const recorded = join(root, "content", "proofs");
  return {
    find: (name: string): T | undefined => read(join(made, `${name}.json`)) ?? read(join(recorded, `${name}.json`)),
    keep(name: string, proof: T): void {
      mkdirSync(made, { recursive: true });
      writeFileSync(join(made, `${name}.json`), JSON.stringify(proof));
    },
  };
}

function read<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as T;
  } catch {
    return undefined; // never proven, or cut off while it was written
  }
}

/** Of all code and parameters in folders under `root`, tests left out: what a proof depends on beside its item. */
export function codeVersion(root: string, folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).sort();
    for (const name of names.filter((each) => /\.(ts|json)$/.test(each) && !each.endsWith(".test.ts")))
      hash.update(name).update(readFileSync(join(root, folder, name)));
  }
  return hash.digest("hex").slice(0, 16);
}
