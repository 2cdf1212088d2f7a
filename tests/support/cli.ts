import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./server.ts";

/** Runs the real command line to its end. */
export function holdout(
  args: string[],
  env: Record<string, string> = {},
  input = "",
): { code: number | null; out: string; err: string } {
  const ran = spawnSync(process.execPath, [join(ROOT, "bin", "holdout.ts"), ...args], {
    env: { ...process.env, NO_COLOR: "1", ...env },
    encoding: "utf8",
    input,
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}
