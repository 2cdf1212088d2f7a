import type { BesideProps } from "./beside-props.ts";

/** How far a talk is, in words. */
export function TalkProgress({ shown }: BesideProps) {
  const { at, of } = shown as { at?: unknown; of?: unknown };
  if (typeof at !== "number" || typeof of !== "number") return null;
  return (
    <span className="num">
      Question {Math.min(at + 1, of)} of {of}
    </span>
  );
}
