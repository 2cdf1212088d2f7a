import { z } from "zod";
import { type JudgeLimits, Mutant, SandboxTier, TestDescription, TestResult, Tier, Verdict } from "../schema.ts";

/** One judgement, as the supervisor takes it. */
export type JudgeRequest = {
  /** Absolute path of the problem's folder. */
  problem: string;
  kind: string;
  tier: string;
  /** run: visible tests; submit: all; prove: all, and no misconception is looked for. */
  mode: "run" | "submit" | "prove";
  source: string;
  limits: JudgeLimits;
  levels: number;
  seed: number;
  stopAtFirstFailure: boolean;
  /** Names of tests in the order to run them in; the author's own where it is empty. */
  order: string[];
  /** kind debug: the code with its planted faults. */
  starter: string | null;
};

export type SupervisorRequest =
  | ({ op: "judge"; id: string } & JudgeRequest)
  | { op: "mutants"; id: string; source: string }
  | { op: "tests"; id: string; problem: string };

export const Ready = z.object({
  event: z.literal("ready"),
  sandbox: SandboxTier,
  canaries: z.array(z.object({ name: z.string(), held: z.boolean() })),
  python: z.string(),
  tiers: z.array(Tier),
});
export type Ready = z.infer<typeof Ready>;

/** What a supervisor says about a request; the last four end it. */
export const SupervisorEvent = z.discriminatedUnion("event", [
  z.object({ event: z.literal("started"), id: z.string(), total: z.int() }),
  z.object({ event: z.literal("test"), id: z.string(), index: z.int(), total: z.int(), test: TestResult }),
  z.object({ event: z.literal("verdict"), id: z.string(), verdict: Verdict }),
  z.object({ event: z.literal("mutants"), id: z.string(), mutants: z.array(Mutant) }),
  z.object({ event: z.literal("tests"), id: z.string(), tests: z.array(TestDescription) }),
  z.object({ event: z.literal("error"), id: z.string(), message: z.string() }),
]);
export type SupervisorEvent = z.infer<typeof SupervisorEvent>;
