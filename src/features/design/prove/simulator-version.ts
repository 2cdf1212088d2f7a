import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PARTS = ["components", "language", "engine", "nodes", "quality", "lifecycle", "run"];
/** What they draw numbers with, and the words of what was missed: a kept outcome has them too. */
const FILES = ["design.ts", "interview/words.ts", "../../../lib/random.ts"];

/** Which simulator ran: another source has another name. */
export function simulatorVersion(): string {
  const model = join(import.meta.dirname, "..", "model");
  const hash = createHash("sha256");
  const inParts = PARTS.flatMap((part) => {
    const names = readdirSync(join(model, part), { recursive: true, encoding: "utf8" }).sort();
    return names.filter((each) => each.endsWith(".ts") && !each.endsWith(".test.ts")).map((name) => `${part}/${name}`);
  });
  for (const name of [...inParts, ...FILES]) hash.update(`${name}\0`).update(readFileSync(join(model, name)));
  return `simulator-${hash.digest("hex").slice(0, 12)}`;
}
