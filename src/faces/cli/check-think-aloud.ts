import { availableParallelism } from "node:os";
import { dirname, resolve } from "node:path";
import type { Config } from "../../config.ts";
import { describeFault } from "../../shared/content/content-fault.ts";
import { loadThinkAloud } from "../../shared/content/think-aloud.ts";
import { openGrader } from "../../shared/grader/open-grader.ts";
import { proveAloud } from "../../shared/rounds/think-aloud/prove-aloud.ts";
import type { Checked } from "./checked.ts";

const ID = "think-aloud";

/** Proves `think-aloud.yaml`, the bank's or the one that is named: each sample meets the criteria that it names and no other. */
export async function checkThinkAloud(config: Config, paths: string[]): Promise<Checked> {
  const [folder = config.contentDir] = paths.map((path) => dirname(resolve(path)));
  const read = loadThinkAloud(folder);
  const grader = openGrader(config.encoderDir, { threads: availableParallelism() });
  try {
    const { right, of, reasons } = await proveAloud(read, grader);
    const all = [...read.faults.map(describeFault), ...reasons];
    return {
      items: read.version === "none" ? 0 : 1,
      failed: all.length === 0 ? [] : [{ id: ID, reasons: all }],
      skipped: [],
      totals: { right, of, criteria: read.criteria.length },
      says: `${right} of ${of} judgements on its samples are right`,
    };
  } finally {
    await grader.close();
  }
}
