import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const HARD_STOP_LINES = 400;
const PAGE_LINES: Record<string, number> = { "README.md": 120, "AGENTS.md": 120 };
const ROOMS = ["src", "web", "bin", "bench", "scripts", "tests", "judge"];
const CODE = /\.(ts|tsx|mjs|py|css)$/;
const NOT_OURS = new Set(["node_modules", "dist", "__pycache__"]); // made by tools; a machine may have no git to ask

/** Files past the 400-line stop, and pages past their promise, each as a sentence. */
export function oversizedFiles(): string[] {
  const code = ROOMS.flatMap(filesBelow).filter((file) => CODE.test(file));
  return [...code, ...Object.keys(PAGE_LINES)].flatMap((file) => {
    const lines = readFileSync(file, "utf8").split("\n").length - 1;
    const limit = PAGE_LINES[file] ?? HARD_STOP_LINES;
    return lines > limit ? [`${file}: ${lines} lines, at most ${limit}`] : [];
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) || entry.name.startsWith(".") ? [] : filesBelow(path);
    return [path];
  });
}
