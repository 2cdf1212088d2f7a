import { useRef } from "react";
import type { RunProgress } from "../../../../src/features/design/model/run/report.ts";

/** Share of the whole run that is done, each scenario counting alike. */
export const shareDone = ({ index, of, share }: Pick<RunProgress, "index" | "of" | "share">): number =>
  of > 0 ? Math.min(1, (index + share) / of) : 0;

const SURE_AFTER_S = 1;

/** Seconds left at the pace so far, or undefined while that would be a guess. */
export function secondsLeft(done: number, elapsedSeconds: number): number | undefined {
  if (elapsedSeconds < SURE_AFTER_S || done <= 0 || done >= 1) return undefined;
  return (elapsedSeconds * (1 - done)) / done;
}

/** The same, counted from when the calling component first appeared. */
export function useSecondsLeft(done: number): number | undefined {
  const startedAt = useRef<number>(undefined);
  startedAt.current ??= performance.now();
  return secondsLeft(done, (performance.now() - startedAt.current) / 1000);
}
