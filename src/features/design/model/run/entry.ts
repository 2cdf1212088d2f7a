import { specOf } from "../components/catalogue.ts";
import type { Design, DesignNode } from "../design.ts";

/** Path nodes that no request arrives at from another node: where requests may enter. */
export function entriesOf(design: Design): DesignNode[] {
  const reached = new Set(design.edges.filter(({ kind }) => kind === "call" || kind === "deliver").map(({ to }) => to));
  const fallbacks = new Set(design.edges.map(({ policies }) => policies.fallback));
  const leads = new Set(
    design.edges.filter(({ kind }) => kind === "call" || kind === "publish").map(({ from }) => from),
  );
  const open = design.nodes.filter(
    ({ id, type }) => specOf(type).role === "path" && !reached.has(id) && !fallbacks.has(id),
  );
  const leading = open.filter(({ id }) => leads.has(id));
  // a single service that calls nobody is a whole design too
  return leading.length > 0 ? leading : open;
}

/** Where requests enter: the gateway among the candidates, or the first. */
export function entryOf(design: Design): DesignNode | undefined {
  const entries = entriesOf(design);
  return entries.find(({ type }) => type === "gateway" || type === "cdn") ?? entries[0];
}
