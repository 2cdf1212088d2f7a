import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** Runs a script of this folder in the judge's Python environment: one request, one answer, both JSON. */
export async function runPython<T>(python: string, script: string, request: object): Promise<T> {
  const child = spawn(python, [join(import.meta.dirname, script)], { stdio: ["pipe", "pipe", "inherit"] });
  const answer = text(child.stdout);
  child.stdin.end(JSON.stringify(request));
  return JSON.parse(await answer) as T;
}
