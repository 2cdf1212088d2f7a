import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Names the judge by its own sources, so that a result can be told from one of an earlier judge. */
export function graderVersion(judgeDir: string): string {
  const hash = createHash("sha256");
  const sources = readdirSync(judgeDir, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".py") && !/^tests\b/.test(name))
    .sort();
  for (const name of sources) hash.update(`${name}\0`).update(readFileSync(join(judgeDir, name)));
  return `judge-${hash.digest("hex").slice(0, 12)}`;
}
