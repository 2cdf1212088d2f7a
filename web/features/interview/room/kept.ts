import { readText, writeText } from "../../../api/kept-text.ts";
import type { Parcel } from "./courier.ts";

const ROOT = "holdout.interview";

/** What is typed in a round and not said yet. */
export const wordsKey = (id: string, round: number) => `${ROOT}.${id}.${round}`;

const parcelKey = (id: string) => `${ROOT}.${id}.under-way`;

/** What was sent and not acknowledged, also by a page that is gone. */
export function keptParcel(id: string): Parcel | null {
  try {
    const kept: unknown = JSON.parse(readText(parcelKey(id)) || "null");
    return isParcel(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function keepParcel(id: string, parcel: Parcel | null): void {
  writeText(parcelKey(id), parcel === null ? "" : JSON.stringify(parcel));
}

function isParcel(value: unknown): value is Parcel {
  if (typeof value !== "object" || value === null) return false;
  const { step, event, after, body } = value as Partial<Record<keyof Parcel, unknown>>;
  return typeof step === "string" && typeof event === "string" && typeof after === "number" && typeof body === "object";
}

const breakKey = (id: string, round: number) => `${ROOT}.${id}.break.${round}`;

/** When the break before a round began: at the first sight of it. */
export function breakBegan(id: string, round: number, nowMs: number): number {
  const kept = Number(readText(breakKey(id, round)));
  if (kept > 0) return kept;
  writeText(breakKey(id, round), `${nowMs}`);
  return nowMs;
}

const BESIDE_PARTS = ["design", "estimates", "code"] as const;

/** What was drawn, filled in or coded beside the talk and not handed over yet. */
export const besideKey = (id: string, round: number, part: (typeof BESIDE_PARTS)[number]) =>
  `${wordsKey(id, round)}.${part}`;

/** Nothing of a mock that is over or removed stays in this browser. */
export function forgetMock(id: string, rounds: number): void {
  writeText(parcelKey(id), "");
  for (let at = 0; at < rounds; at++)
    for (const key of [wordsKey(id, at), breakKey(id, at), ...besideKeys(id, at)]) writeText(key, "");
}

function besideKeys(id: string, round: number): string[] {
  return BESIDE_PARTS.map((part) => besideKey(id, round, part));
}

export const ALOUD_KEY = `${ROOT}.aloud`;
export const CHOSEN_KEY = `${ROOT}.chosen`;
