type Props = { low: number; high: number; median: number | null; most: number };

/** A range on the scale from nothing to the most that is paid in its currency and interval; the words beside it say the same. */
export function PayBar({ low, high, median, most }: Props) {
  const at = (amount: number) => (100 * amount) / most;
  return (
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" className="mt-1.5 h-2 w-full max-w-[420px]">
      <rect x="0" y="2.5" width="100" height="1" fill="var(--line)" />
      <rect x={at(low)} y="1" width={Math.max(0.8, at(high) - at(low))} height="4" fill="var(--line-strong)" />
      {median !== null && <rect x={at(median) - 0.4} y="0" width="0.8" height="6" fill="var(--accent)" />}
    </svg>
  );
}
