import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { GradedRow } from "./human-graded.ts";

/** Runs fit.py in the judge's Python environment. */
export async function fitTrees<T>(
  python: string,
  mode: "fit" | "leave-group-out",
  rows: readonly GradedRow[],
  features: readonly number[][],
): Promise<T> {
  const child = spawn(python, [join(import.meta.dirname, "fit.py")], { stdio: ["pipe", "pipe", "inherit"] });
  const answer = text(child.stdout);
  child.stdin.end(
    JSON.stringify({
      mode,
      features,
      score: rows.map(({ score }) => score),
      label: rows.map(({ label }) => label),
      group: rows.map(({ group }) => group),
      weight: rows.map(() => 1),
    }),
  );
  return JSON.parse(await answer) as T;
}
