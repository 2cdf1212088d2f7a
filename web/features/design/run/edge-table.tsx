import type { EdgeReport } from "../../../../src/features/design/model/run/report.ts";
import { type Column, DataTable } from "./data-table.tsx";
import { formatCount, formatShare } from "./format-value.ts";

/** A count with its share of the calls; nothing is quiet. */
function Part({ of, count }: { of: EdgeReport; count: number }) {
  if (count === 0) return <span className="text-ink-3">0</span>;
  return (
    <>
      {formatCount(count)} <span className="text-ink-3">{formatShare(count / Math.max(1, of.calls))}</span>
    </>
  );
}

const columns: readonly Column<EdgeReport>[] = [
  {
    name: "from → to",
    align: "left",
    of: ({ from, to, kind }) => (
      <>
        <code className="break-words">
          {from} <span className="text-ink-3">→</span> {to}
        </code>
        {kind !== "call" && <span className="caption"> {kind}</span>}
      </>
    ),
  },
  { name: "calls", of: ({ calls }) => formatCount(calls) },
  { name: "timeouts", has: ({ timeouts }) => timeouts > 0, of: (edge) => <Part of={edge} count={edge.timeouts} /> },
  { name: "retries", has: ({ retries }) => retries > 0, of: (edge) => <Part of={edge} count={edge.retries} /> },
  { name: "hedges", has: ({ hedges }) => hedges > 0, of: (edge) => <Part of={edge} count={edge.hedges} /> },
  { name: "fallbacks", has: ({ fallbacks }) => fallbacks > 0, of: (edge) => <Part of={edge} count={edge.fallbacks} /> },
  {
    name: "breaker refused",
    has: ({ refusedByBreaker }) => refusedByBreaker > 0,
    of: ({ refusedByBreaker: share }) => (share === 0 ? <span className="text-ink-3">0</span> : formatShare(share)),
  },
];

/** Every edge that was used, the most troubled first. */
export function EdgeTable({ edges }: { edges: readonly EdgeReport[] }) {
  const rows = edges.filter(({ calls }) => calls > 0).toSorted((a, b) => trouble(b) - trouble(a));
  return (
    <DataTable caption="Edges" rows={rows} keyOf={({ from, to, kind }) => `${from} ${to} ${kind}`} columns={columns} />
  );
}

const trouble = ({ calls, timeouts, retries, fallbacks, refusedByBreaker }: EdgeReport): number =>
  (timeouts + retries + fallbacks) / calls + refusedByBreaker;
