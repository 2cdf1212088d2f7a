import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const HARD_STOP_LINES = 400;
const PAGE_LINES: Record<string, number> = { "README.md": 120, "AGENTS.md": 120 };
const CODE = /^(src|web|bin|bench|scripts|tests|judge)\/.*\.(ts|tsx|mjs|py|css)$/;

/** Files past the 400-line stop, and pages past their promise, each as a sentence. */
export function oversizedFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" });
  return listed
    .split("\n")
    .filter((file) => (CODE.test(file) || file in PAGE_LINES) && existsSync(file))
    .flatMap((file) => {
      const lines = readFileSync(file, "utf8").split("\n").length - 1;
      const limit = PAGE_LINES[file] ?? HARD_STOP_LINES;
      return lines > limit ? [`${file}: ${lines} lines, at most ${limit}`] : [];
    });
}
