import type { JudgeableProblem } from "../../../shared/content/coding-folder.ts";
import { limitsFor } from "../model/limits.ts";
import type { JudgeLimits } from "../schema.ts";
import type { JudgeRequest } from "./protocol.ts";

export type JudgeChoices = {
  source: string;
  mode: JudgeRequest["mode"];
  /** Progressive problems: judge up to this level; all where it is left out. */
  levels?: number;
  limits?: Partial<JudgeLimits>;
  stopAtFirstFailure?: boolean;
  order?: string[];
};

/** What the supervisor needs to judge a source against a problem folder. */
export function judgeRequest({ folder, item, starter }: JudgeableProblem, choices: JudgeChoices): JudgeRequest {
  return {
    problem: folder,
    kind: item.kind,
    tier: item.tier,
    mode: choices.mode,
    source: choices.source,
    limits: { ...limitsFor(item.tier, item.limits), ...choices.limits },
    levels: choices.levels ?? item.levels,
    seed: 0,
    stopAtFirstFailure: choices.stopAtFirstFailure ?? false,
    order: choices.order ?? [],
    starter: item.kind === "debug" ? starter : null,
  };
}
