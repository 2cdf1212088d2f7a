import type { JudgeLimits } from "../schema.ts";

const DEFAULT_LIMITS: JudgeLimits = { testTimeMs: 2000, totalTimeMs: 20_000, memoryMb: 512, outputBytes: 65_536 };
// PyTorch alone maps several hundred megabytes before it computes anything.
const TORCH_MEMORY_MB = 2048;

/** The limits of one judgement: the item's own where it has some. */
export function limitsFor(tier: string, own: Partial<JudgeLimits> = {}): JudgeLimits {
  const memoryMb = tier === "torch" ? TORCH_MEMORY_MB : DEFAULT_LIMITS.memoryMb;
  return { ...DEFAULT_LIMITS, memoryMb, ...own };
}
