import type { SandboxTier, Verdict } from "../schema.ts";
import { failedVerdict } from "./failed-verdict.ts";
import type { JudgeRequest, SupervisorEvent, SupervisorRequest } from "./protocol.ts";

export type JudgeProgress = Extract<SupervisorEvent, { event: "started" | "test" }>;

/** Who waits for a judgement: may stop it, may watch it grow. */
export type Watch = { signal?: AbortSignal; onProgress?: (progress: JudgeProgress) => void };

/** How a request ended: with the supervisor's answer, without one, or because the pool was closed. */
export type End =
  | Extract<SupervisorEvent, { event: "verdict" | "mutants" | "tests" }>
  | { event: "failed"; message: string }
  | { event: "cancelled" }
  | { event: "closed" };

export type Job = {
  request: SupervisorRequest;
  timeoutMs: number;
  attempts: number;
  cancelled: boolean;
  onProgress: (progress: JudgeProgress) => void;
  end: (end: End) => void;
};

/** The verdict of an ended judgement; undefined where the pool closed and it must be judged at the next start. */
export function verdictOf(end: End, { tier }: JudgeRequest, sandbox: SandboxTier): Verdict | undefined {
  switch (end.event) {
    case "verdict":
      return end.verdict;
    case "cancelled":
      return failedVerdict("cancelled", { tier, sandbox, message: "Cancelled." });
    case "closed":
      return undefined;
    default:
      return failedVerdict("internal-error", { tier, sandbox, message: whyNot(end) });
  }
}

export function whyNot(end: End): string {
  if (end.event === "failed") return end.message;
  return end.event === "closed" ? "The judge is closing." : "The judge answered another question.";
}
