import type { Finding } from "./finding.ts";
import { readAsInterviewer } from "./interviewer.ts";
import { readWithRuff } from "./ruff.ts";

const MOST_FINDINGS = 12;

/**
 * Remarks on the quality of a submission, in order of line, at most twelve: more would bury the one that matters.
 * Advice only; the verdict never depends on it.
 */
export async function readCode(source: string): Promise<Finding[]> {
  const findings = [...(await readWithRuff(source)), ...readAsInterviewer(source)];
  return findings.sort((a, b) => a.line - b.line).slice(0, MOST_FINDINGS);
}
