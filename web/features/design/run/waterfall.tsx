import { useState } from "react";
import type { Span, Trace } from "../../../../src/features/design/model/run/report.ts";
import { classNames } from "../../../ui/class-names.ts";
import { shortened, widthOf } from "./charts/place-labels.ts";
import { useWidth } from "./charts/use-width.ts";
import { formatSeconds } from "./format-value.ts";
import { type PickedTrace, pickTraces } from "./pick-trace.ts";

const STACKED_BELOW = 620;
const WORDS = 200;
const names: Record<PickedTrace["kind"], string> = {
  typical: "A typical one",
  slow: "A slow one",
  slowest: "The slowest",
};

/** One request, node by node: where it waited, where it was worked on, what did not answer. */
export function Waterfall({ traces }: { traces: readonly Trace[] }) {
  const picked = pickTraces(traces);
  const [kind, choose] = useState<PickedTrace["kind"]>();
  const shown = picked.find((each) => each.kind === kind) ?? picked.find((each) => each.kind === "slow") ?? picked[0];
  if (!shown) return null;
  return (
    <div>
      <fieldset className="mb-2 flex flex-wrap gap-x-1">
        <legend className="sr-only">Which request</legend>
        {picked.map(({ kind: each, trace }) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === shown.kind}
            onClick={() => choose(each)}
            className={classNames(
              "num min-h-8 rounded-md px-2 text-sm",
              each === shown.kind ? "bg-accent-wash font-medium text-ink" : "text-ink-2 hover:text-ink",
            )}
          >
            {names[each]} <span className="text-ink-3">{formatSeconds(trace.latency)}</span>
          </button>
        ))}
      </fieldset>
      <Bars trace={shown.trace} />
      <p className="caption mt-1 flex flex-wrap gap-x-4">
        <Key className="text-ink-3" opacity={0.45} name="waiting" />
        <Key className="text-accent" opacity={0.85} name="work and what it called" />
        <Key className="text-fail" opacity={0.85} name="no good answer" />
      </p>
    </div>
  );
}

function Key({ className, opacity, name }: { className: string; opacity: number; name: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg aria-hidden="true" width="14" height="8" className={className}>
        <rect width="14" height="8" fill="currentColor" opacity={opacity} />
      </svg>
      {name}
    </span>
  );
}

/** Beside each bar stand its words; on a narrow screen above it. */
function layoutOf(width: number, spans: readonly Span[]) {
  if (width < STACKED_BELOW) return { row: 36, bar: 20, left: 0, right: width, words: width, anchor: "end" } as const;
  const left = Math.min(180, Math.max(...spans.map(({ node }) => widthOf(node))) + 16);
  return { row: 24, bar: 4, left, right: width - WORDS, words: width - WORDS + 12, anchor: "start" } as const;
}

function Bars({ trace }: { trace: Trace }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const spans = trace.spans.toSorted((a, b) => a.from - b.from || b.to - a.to);
  const layout = layoutOf(width, spans);
  const height = spans.length * layout.row + 4;
  const start = Math.min(...spans.map(({ from }) => from));
  const lasts = Math.max(trace.latency, ...spans.map(({ to }) => to - start), 1e-9);
  const x = (seconds: number) => layout.left + ((seconds - start) / lasts) * (layout.right - layout.left);
  return (
    <div ref={box} style={{ minHeight: height }}>
      {width > 0 && (
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={sayTrace(trace)}
          fontSize="11.5"
          className="block font-sans"
        >
          {spans.map((span, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a node may be called twice, and the spans of a trace do not change
            <g key={at} transform={`translate(0 ${at * layout.row})`}>
              <text x="0" y="15" fill="var(--ink)" className="font-mono">
                {shortened(span.node, layout.left || width / 2)}
              </text>
              <text
                x={layout.words}
                y="15"
                textAnchor={layout.anchor}
                fill={span.state === "ok" ? "var(--ink-2)" : "var(--fail)"}
                className="num"
              >
                {wordsOf(span)}
              </text>
              <SpanBar span={span} x={x} y={layout.bar} />
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}

function SpanBar({ span, x, y }: { span: Span; x: (seconds: number) => number; y: number }) {
  const [from, work, to] = [x(span.from), x(Math.min(span.to, span.from + span.waited)), x(span.to)];
  return (
    <>
      <rect x={from} width={Math.max(0, work - from)} y={y} height="14" fill="var(--ink-3)" opacity="0.45" />
      <rect
        x={work}
        width={Math.max(1.5, to - work)}
        y={y}
        height="14"
        fill={span.state === "ok" ? "var(--accent)" : "var(--fail)"}
        opacity="0.85"
      />
    </>
  );
}

function wordsOf({ from, to, waited, state }: Span): string {
  const time = formatSeconds(to - from);
  const wait = waited > 0.05 * (to - from) ? `, waited ${formatSeconds(waited)}` : "";
  return state === "ok" ? `${time}${wait}` : `${state}: ${time}${wait}`;
}

function sayTrace({ latency, spans }: Trace): string {
  const each = spans.map((span) => `${span.node} ${wordsOf(span)}`);
  return `One request of ${formatSeconds(latency)}: ${each.join("; ")}`;
}
