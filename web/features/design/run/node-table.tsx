import { specOf } from "../../../../src/features/design/model/components/catalogue.ts";
import type { NodeReport } from "../../../../src/features/design/model/run/report.ts";
import { peakOf } from "./cause.ts";
import { type Column, DataTable } from "./data-table.tsx";
import { extraWords } from "./extra-words.ts";
import { formatCount, formatDollars, formatSeconds, formatShare } from "./format-value.ts";

const BUSY = 0.85;
const quiet = <span className="text-ink-3">0</span>;
const count = (value: number) => (value === 0 ? quiet : formatCount(value));
const seconds = (value: number) => (value === 0 ? quiet : formatSeconds(value));

const columns: readonly Column<NodeReport>[] = [
  {
    name: "node",
    align: "left",
    of: ({ id, type }) => (
      <>
        <code className="break-words">{id}</code>
        <span className="caption block leading-4">{specOf(type).title}</span>
      </>
    ),
  },
  { name: "utilisation", has: (node) => peakOf(node) > 0, of: (node) => <Load node={node} /> },
  { name: "wait p99", has: ({ wait }) => wait.p99 > 0, of: ({ wait }) => seconds(wait.p99) },
  { name: "time p99", has: ({ time }) => time.p99 > 0, of: ({ time }) => seconds(time.p99) },
  { name: "longest queue", has: ({ queue }) => queue.max > 0, of: ({ queue }) => count(queue.max) },
  { name: "calls", has: ({ served }) => served > 0, of: ({ served }) => count(served) },
  { name: "refused", has: ({ refused }) => refused > 0, of: ({ refused }) => count(refused) },
  { name: "failed", has: ({ failed }) => failed > 0, of: ({ failed }) => count(failed) },
  { name: "a month", of: ({ dollarsPerMonth }) => formatDollars(dollarsPerMonth) },
  { name: "also", has: ({ extra }) => extraWords(extra) !== "", align: "left", of: ({ extra }) => extraWords(extra) },
];

/** Every node, the busiest first. */
export function NodeTable({ nodes }: { nodes: readonly NodeReport[] }) {
  const rows = nodes.toSorted((a, b) => peakOf(b) - peakOf(a));
  return <DataTable caption="Nodes" rows={rows} keyOf={({ id }) => id} columns={columns} />;
}

/** The mean, and the peak where it tells another story. */
function Load({ node }: { node: NodeReport }) {
  const peak = peakOf(node);
  if (peak === 0) return quiet;
  return (
    <>
      <span className={peak >= BUSY ? "font-medium text-fail" : undefined}>{formatShare(node.utilisation)}</span>
      {peak > node.utilisation + 0.1 && <span className="caption block leading-4">peak {formatShare(peak)}</span>}
    </>
  );
}
