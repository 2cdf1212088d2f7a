import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Proof } from "../../features/coding/index.ts";
import type { CodingProblem } from "../../shared/content/coding-folder.ts";

/** Proofs that stood, by content of the problem and version of the judge: what did not change need not be proven again. */
export function proofCache(folder: string, judge: string) {
  const fileOf = ({ slug, version }: CodingProblem) => join(folder, `${slug}-${version}-${judge}.json`);
  return {
    find(problem: CodingProblem): Proof | undefined {
      try {
        return JSON.parse(readFileSync(fileOf(problem), "utf8")) as Proof;
      } catch {
        return undefined; // never proven, or cut off while it was written
      }
    },
    keep(problem: CodingProblem, proof: Proof): void {
      mkdirSync(folder, { recursive: true });
      writeFileSync(fileOf(problem), JSON.stringify(proof));
    },
  };
}
