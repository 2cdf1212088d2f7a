import type { Config } from "../../config.ts";
import { loadBank } from "../../shared/content/bank.ts";
import { loadTools } from "../../shared/content/tool-bank.ts";
import { type Checked, otherFaults } from "./checked.ts";
import { UsageError } from "./command.ts";

/** Checks the whole directory of tools: its entries name each other, and one tool listed twice shows among all alone. */
export async function checkTools(config: Config, paths: string[]): Promise<Checked> {
  if (paths.length > 0)
    throw new UsageError("The directory of tools is checked as a whole: --kind tools, without paths.");
  const { tools, faults } = loadTools(config.contentDir, loadBank(config.contentDir));
  const inInterviews = tools.filter(({ interview }) => interview).length;
  const ended = tools.filter(({ status }) => status === "archived" || status === "discontinued").length;
  return {
    items: tools.length,
    failed: otherFaults(faults, []),
    skipped: [],
    totals: { inInterviews, ended },
    says: `${inInterviews} with a question that interviews ask, ${ended} no longer developed`,
  };
}
