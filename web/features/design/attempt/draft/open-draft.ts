import type { KeptText } from "../../../../api/draft-keeper.ts";
import type { Attempt, DraftBody } from "../../types.ts";
import { phases } from "../../wording.ts";

/** All that a candidate types in an attempt, and where they are in it. */
export type Draft = Required<DraftBody>;

export type Opened = {
  draft: Draft;
  /** True while the server does not have it. */
  unsaved: boolean;
};

/** What to open: the server's draft, or what was typed here and never reached it. */
export function openDraft(attempt: Attempt, kept: KeptText | null): Opened {
  const { phase, design, written, estimates, seconds } = attempt;
  const draft: Draft = { phase, design, written, estimates, seconds };
  const local = kept && !kept.saved && attempt.finishedAt === null ? read(kept.text) : undefined;
  return local ? { draft: { ...draft, ...local }, unsaved: true } : { draft, unsaved: false };
}

/** A draft out of this browser's storage, or undefined where what stands there is none. */
function read(text: string): Partial<Draft> | undefined {
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== "object" || kept === null) return undefined;
    const { phase, design, written, estimates, seconds } = kept as Partial<Record<keyof Draft, unknown>>;
    if (!phases.some((each) => each === phase) || typeof design !== "string") return undefined;
    if (!isRecordOf(written, "string") || !isRecordOf(estimates, "string") || !isRecordOf(seconds, "number")) {
      return undefined;
    }
    return kept as Draft;
  } catch {
    return undefined;
  }
}

const isRecordOf = (value: unknown, type: "string" | "number"): boolean =>
  typeof value === "object" && value !== null && Object.values(value).every((each) => typeof each === type);
