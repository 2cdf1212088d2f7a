import type { Cost } from "../../../../src/features/design/model/run/report.ts";
import { percent } from "../../../ui/figures.ts";
import { formatDollars } from "./format-value.ts";

const MOST = 9;

/** Where the money goes, the largest part first. */
export function CostBars({ cost }: { cost: Cost }) {
  const shown = cost.parts.slice(0, cost.parts.length > MOST + 1 ? MOST : undefined);
  const rest = cost.parts.slice(shown.length);
  const left = rest.reduce((sum, { dollarsPerMonth }) => sum + dollarsPerMonth, 0);
  const rows =
    rest.length > 0 ? [...shown, { node: "the rest", dollarsPerMonth: left, what: `${rest.length} more` }] : shown;
  const most = Math.max(1, ...rows.map(({ dollarsPerMonth }) => dollarsPerMonth));
  return (
    <ul className="num text-sm">
      {rows.map(({ node, what, dollarsPerMonth }) => (
        <li
          key={`${node} ${what}`}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 py-1 sm:grid-cols-[minmax(0,16rem)_minmax(0,1fr)_5rem_3rem]"
        >
          <span className="min-w-0 truncate" title={`${node}: ${what}`}>
            <code>{node}</code> <span className="text-ink-3">{what}</span>
          </span>
          <Bar share={dollarsPerMonth / most} />
          <span className="text-right">{formatDollars(dollarsPerMonth)}</span>
          <span className="hidden text-right text-ink-3 sm:block">
            {partOf(dollarsPerMonth / Math.max(1, cost.dollarsPerMonth))}
          </span>
        </li>
      ))}
    </ul>
  );
}

const partOf = (share: number): string => (share < 0.01 ? "< 1 %" : percent(share));

function Bar({ share }: { share: number }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      className="order-last col-span-2 h-2 w-full sm:order-none sm:col-span-1 sm:h-3"
    >
      <rect width={Math.max(0.4, 100 * share)} height="8" fill="var(--accent)" opacity="0.75" />
    </svg>
  );
}
