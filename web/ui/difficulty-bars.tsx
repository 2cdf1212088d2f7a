import { difficultyName } from "./difficulty.ts";

/** Five small bars, filled to the difficulty; the word stands beside them where there is room. */
export function DifficultyBars({ difficulty }: { difficulty: number }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap" title={`difficulty ${difficulty} of 5`}>
      <svg aria-hidden="true" width="26" height="12" viewBox="0 0 26 12">
        {[1, 2, 3, 4, 5].map((step) => (
          <rect
            key={step}
            x={(step - 1) * 5.5}
            y={10 - step * 2}
            width="3.5"
            height={2 + step * 2}
            rx="1"
            fill={step <= difficulty ? "var(--ink-2)" : "var(--line-strong)"}
          />
        ))}
      </svg>
      <span>{difficultyName(difficulty)}</span>
    </span>
  );
}
