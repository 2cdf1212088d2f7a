import type { SandboxTier, Verdict } from "../schema.ts";

/** A verdict that no test has spoken: the judgement did not take place. */
export function failedVerdict(
  verdict: "internal-error" | "cancelled",
  { tier, sandbox, message }: { tier: string; sandbox: SandboxTier; message: string },
): Verdict {
  return { verdict, tier, sandbox, tests: [], wallMs: 0, cpuMs: 0, peakMemoryMb: 0, stdout: "", message };
}
