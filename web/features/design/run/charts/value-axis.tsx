type Props = {
  frame: { left: number; right: number; bottom: number };
  ticks: readonly { at: number; label: string }[];
};

/** The grid of a chart: a line a value with its name at the left, and the base line. */
export function ValueAxis({ frame: { left, right, bottom }, ticks }: Props) {
  return (
    <>
      {ticks.map(({ at, label }) => (
        <g key={at}>
          <line x1={left} x2={right} y1={at} y2={at} stroke="var(--line)" />
          <text x={left - 7} y={at + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} stroke="var(--line-strong)" />
    </>
  );
}
