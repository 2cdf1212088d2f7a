import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../config.ts";

export type ProofCache = ReturnType<typeof proofCache>;

/**
 * What was proven, a file each; a name holds the content that was proven and the version of what proved it. Proofs made here lie
 * in `.holdout/proofs`; those that the bank keeps in `content/proofs`, so that a fresh clone proves what has changed
 * since. A fresh check asks neither.
 */
export function proofCache({ root, contentDir }: Pick<Config, "root" | "contentDir">, { fresh }: { fresh: boolean }) {
  const made = join(root, ".holdout", "proofs");
  const recorded = join(contentDir, "proofs");
  const used = new Map<string, unknown>();
  return {
    find<T>(name: string): T | undefined {
      if (fresh) return undefined;
      const proof = read<T>(join(made, `${name}.json`)) ?? read<T>(join(recorded, `${name}.json`));
      if (proof !== undefined) used.set(name, proof);
      return proof;
    },
    keep(name: string, proof: unknown): void {
      used.set(name, proof);
      mkdirSync(made, { recursive: true });
      writeFileSync(join(made, `${name}.json`), JSON.stringify(proof));
    },
    /** Has the bank keep what was found and made since this was opened, and nothing else; says how many that is. */
    record(): number {
      rmSync(recorded, { recursive: true, force: true });
      mkdirSync(recorded, { recursive: true });
      for (const [name, proof] of used) writeFileSync(join(recorded, `${name}.json`), JSON.stringify(proof));
      return used.size;
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
