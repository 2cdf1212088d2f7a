import type { ComponentSpec } from "../../../../../src/features/design/model/components/spec.ts";

/** Sixteen units square, drawn as lines; the same on the canvas, in lists and in an exported picture. */
const GLYPHS = {
  door: "M3 13.5V2.5h7v11zM7.6 8h.01M12.5 5.5 15 8l-2.5 2.5M10.5 8H15",
  work: "M3 3.5h10v9H3zM3 6.5h10M5.2 9.5h3.6",
  model: "M4.5 4.5h7v7h-7zM6.5 2.5v2M9.5 2.5v2M6.5 11.5v2M9.5 11.5v2M2.5 6.5h2M2.5 9.5h2M11.5 6.5h2M11.5 9.5h2",
  choice: "M8 2.5 13.5 8 8 13.5 2.5 8zM8 6.2v3.6M6.2 8h3.6",
  cloud: "M4.8 12.5a3 3 0 0 1-.3-6 3.8 3.8 0 0 1 7.2-.3 3.2 3.2 0 0 1-.4 6.3z",
  bolt: "M8.8 2 3.8 9h3.6l-.6 5 5.2-7.2H8.3z",
  store:
    "M3 4.3c0-1.2 2.2-2 5-2s5 .8 5 2-2.2 2-5 2-5-.8-5-2zM3 4.3v7.4c0 1.2 2.2 2 5 2s5-.8 5-2V4.3M3 8c0 1.2 2.2 2 5 2s5-.8 5-2",
  queue: "M2 5h3v6H2zM6.5 5h3v6h-3zM11 5h3v6h-3z",
  stream: "M2 5.5c2-2 4 2 6 0s4-2 6 0M2 10.5c2-2 4 2 6 0s4-2 6 0",
  person: "M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8zM3 13.6c.4-2.6 2.4-4 5-4s4.6 1.4 5 4",
  table: "M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6",
  cycle: "M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.5h-2.5",
  eye: "M1.8 8S4 4 8 4s6.2 4 6.2 4-2.2 4-6.2 4-6.2-4-6.2-4zM8 9.6a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2z",
} as const;

/** The sign of a component, as the data of an SVG path. */
export function glyphOf({ type, role, group }: Pick<ComponentSpec, "type" | "role" | "group">): string {
  if (type === "cache" || type === "cdn") return GLYPHS.bolt;
  if (type === "ranker" || type === "scorer" || type === "llm") return GLYPHS.model;
  if (type === "rules" || type === "decide" || type === "splitter") return GLYPHS.choice;
  if (type === "provider") return GLYPHS.cloud;
  if (group === "edge") return GLYPHS.door;
  return BY_ROLE[role];
}

const BY_ROLE: Record<ComponentSpec["role"], string> = {
  path: GLYPHS.work,
  store: GLYPHS.store,
  queue: GLYPHS.queue,
  stream: GLYPHS.stream,
  review: GLYPHS.person,
  data: GLYPHS.table,
  lifecycle: GLYPHS.cycle,
  observer: GLYPHS.eye,
};
