import type { LocalCopy } from "./choose-draft.ts";

const key = (slug: string) => `holdout.draft.${slug}`;

/** The draft kept in this browser, or null where there is none or storage is closed to us. */
export function readLocalCopy(slug: string): LocalCopy | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(slug)) ?? "null");
    return isLocalCopy(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Throws where the browser has no room. */
export function writeLocalCopy(slug: string, copy: LocalCopy): void {
  localStorage.setItem(key(slug), JSON.stringify(copy));
}

function isLocalCopy(value: unknown): value is LocalCopy {
  if (typeof value !== "object" || value === null) return false;
  const { code, at, saved } = value as Partial<Record<keyof LocalCopy, unknown>>;
  return typeof code === "string" && typeof at === "string" && typeof saved === "boolean";
}
