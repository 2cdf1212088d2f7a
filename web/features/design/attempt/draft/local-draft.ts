import type { KeptText } from "../../../../api/draft-keeper.ts";

const key = (attemptId: string) => `holdout.design.draft.${attemptId}`;

/** The draft kept in this browser, or null where there is none or storage is closed to us. */
export function readLocalDraft(attemptId: string): KeptText | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(attemptId)) ?? "null");
    return isKeptText(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Throws where the browser has no room. */
export function writeLocalDraft(attemptId: string, kept: KeptText): void {
  localStorage.setItem(key(attemptId), JSON.stringify(kept));
}

function isKeptText(value: unknown): value is KeptText {
  if (typeof value !== "object" || value === null) return false;
  const { text, at, saved } = value as Partial<Record<keyof KeptText, unknown>>;
  return typeof text === "string" && typeof at === "string" && typeof saved === "boolean";
}
