import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readDrill } from "../../src/shared/content/explain-bank.ts";
import type { Audience, Listener } from "../../src/shared/content/explain-drill.ts";
import { ROOT } from "./server.ts";

export const DRILL = "precision-and-recall";
const PATH = join(ROOT, "content", "explain", `${DRILL}.yaml`);

/** Writes one drill of the bank as the only one, so that it is for practice. */
export function writeOneDrill(contentDir: string): void {
  mkdirSync(join(contentDir, "explain"), { recursive: true });
  copyFileSync(PATH, join(contentDir, "explain", `${DRILL}.yaml`));
}

/** The same drill under several names and ids: enough for a part of them to be held out. */
export function writeManyDrills(contentDir: string, count: number): void {
  mkdirSync(join(contentDir, "explain"), { recursive: true });
  const text = readFileSync(PATH, "utf8");
  for (let at = 1; at <= count; at++) {
    const id = `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`;
    writeFileSync(join(contentDir, "explain", `drill-${at}.yaml`), text.replace(/^id: .*$/m, `id: ${id}`));
  }
}

/** One listener of that drill. */
export function listenerNamed(audience: Audience): Listener {
  const read = readDrill(PATH);
  const found = read.ok ? read.value.drill.audiences.find((each) => each.audience === audience) : undefined;
  if (!found) throw new Error(`the drill has no ${audience}`);
  return found;
}

/** The text of a sample as a candidate would type it: on one line. */
export const typed = (text: string): string => text.replaceAll(/\s*\n\s*/g, " ").trim();
