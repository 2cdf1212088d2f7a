import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RunOutcome } from "../../features/design/index.ts";

type Ran = { text: string; world: object; seed: number };

/** What runs showed, by design, world and seed, and by the simulator: a case whose texts changed need not run again. */
export function runCache(folder: string, simulator: string) {
  const fileOf = ({ text, world, seed }: Ran) => {
    const hash = createHash("sha256")
      .update(`${simulator}\0${text}\0${JSON.stringify(world)}`)
      .digest("hex");
    return join(folder, `run-${hash.slice(0, 24)}-${seed}.json`);
  };
  return {
    find(ran: Ran): RunOutcome | undefined {
      try {
        return JSON.parse(readFileSync(fileOf(ran), "utf8")) as RunOutcome;
      } catch {
        return undefined; // never run, or cut off while it was written
      }
    },
    keep(ran: Ran, outcome: RunOutcome): void {
      mkdirSync(folder, { recursive: true });
      writeFileSync(fileOf(ran), JSON.stringify(outcome));
    },
  };
}
