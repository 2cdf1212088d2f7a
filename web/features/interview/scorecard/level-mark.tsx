import type { Level } from "../types.ts";

const STEPS: Record<Level, number> = { "strong-no": 1, no: 2, yes: 3, "strong-yes": 4 };
const COLOURS: Record<Level, string> = {
  "strong-no": "text-fail",
  no: "text-part",
  yes: "text-pass",
  "strong-yes": "text-pass",
};

type Props = { level: Level | null; name: string; className?: string };

/** A level in words, by how many of four bars are filled, and by colour; without one the bars are dashed. */
export function LevelMark({ level, name, className = "" }: Props) {
  const filled = level === null ? 0 : STEPS[level];
  return (
    <span
      className={`inline-flex items-center gap-2 whitespace-nowrap font-medium ${level === null ? "text-ink-3" : COLOURS[level]} ${className}`}
    >
      <svg aria-hidden="true" viewBox="0 0 22 12" width="22" height="12" className="shrink-0">
        {[0, 1, 2, 3].map((step) => (
          <rect
            key={step}
            x={0.5 + step * 5.5}
            y="0.5"
            width="4"
            height="11"
            rx="1"
            fill={step < filled ? "currentColor" : "none"}
            stroke="currentColor"
            strokeDasharray={level === null ? "2 1.5" : undefined}
            opacity={step < filled || level === null ? 1 : 0.5}
          />
        ))}
      </svg>
      {name}
    </span>
  );
}
