import { runCommand } from "./command.ts";
import { oversizedFiles } from "./sizes.ts";

export type Outcome = { name: string; ok: boolean; output: string; seconds: number };

const node = process.execPath;
const bin = (name: string) => `node_modules/.bin/${name}`;
const ruff = ".holdout/venv/bin/ruff";
const python = ["judge", "content", "src/features/portfolio/python"];

const commands: { name: string; command: string; args: string[] }[] = [
  { name: "format and lint", command: bin("biome"), args: ["check", "--error-on-warnings", "."] },
  { name: "types, server", command: bin("tsc"), args: ["-p", "."] },
  { name: "types, web", command: bin("tsc"), args: ["-p", "web"] },
  {
    name: "boundaries",
    command: node,
    args: [bin("depcruise"), "src", "bin", "web", "--config", ".dependency-cruiser.cjs"],
  },
  { name: "dead code", command: node, args: [bin("knip")] },
  { name: "Python lint", command: ruff, args: ["check", ...python] },
  { name: "Python format", command: ruff, args: ["format", "--check", ...python] },
];

/** Everything that is read rather than run, one outcome each; `report` is told as each ends. */
export async function staticChecks(report: (outcome: Outcome) => void): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { name, command, args } of commands) {
    const outcome = { name, ...(await runCommand(command, args)) };
    outcomes.push(outcome);
    report(outcome);
  }
  const large = oversizedFiles();
  const sizes = { name: "sizes", ok: large.length === 0, output: large.join("\n"), seconds: 0 };
  report(sizes);
  return [...outcomes, sizes];
}

export function describeOutcome({ name, ok, output, seconds }: Outcome): string {
  const line = `${ok ? "✓" : "✕"} ${name} (${seconds.toFixed(1)} s)`;
  return ok ? line : `${line}\n${output.trim()}\n`;
}
