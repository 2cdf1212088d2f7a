import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PARTS = ["components", "language", "engine", "nodes", "quality", "lifecycle", "run"];

/** Which simulator ran: another source has another name. */
export function simulatorVersion(): string {
  const model = join(import.meta.dirname, "..", "model");
  const hash = createHash("sha256");
  for (const part of PARTS) {
    const names = readdirSync(join(model, part), { recursive: true, encoding: "utf8" }).sort();
    for (const name of names.filter((each) => each.endsWith(".ts") && !each.endsWith(".test.ts")))
      hash.update(`${part}/${name}\0`).update(readFileSync(join(model, part, name)));
  }
  return `simulator-${hash.digest("hex").slice(0, 12)}`;
}
