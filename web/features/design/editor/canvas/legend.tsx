import { strokeOf } from "./node-words.ts";
import type { Layout } from "./placed.ts";

const KINDS = [
  { stroke: "solid", name: "waits for the answer" },
  { stroke: "dashed", name: "messages" },
  { stroke: "dotted", name: "data, labels, models, alarms" },
] as const;

/** What the strokes mean; only those that the design has. */
export function Legend({ layout }: { layout: Layout }) {
  const seen = new Set(layout.edges.map(({ edge }) => strokeOf[edge.kind]));
  return (
    <ul className="design-legend caption">
      {KINDS.filter(({ stroke }) => seen.has(stroke)).map(({ stroke, name }) => (
        <li key={stroke} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="26" height="8" viewBox="0 0 26 8" className="design-edge" data-stroke={stroke}>
            <path d="M0 4h20" className="design-edge-way" />
            <path d="M26 4l-8-3.6v7.2z" className="design-edge-head" />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
