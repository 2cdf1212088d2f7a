import type { Design, DesignNode } from "../design.ts";
import { sourcesOf } from "./node-parameters.ts";

/** Streams that something feeds: messages of a queue, what a component publishes, or the changes of a warehouse. */
export function fedStreams(design: Design): DesignNode[] {
  return design.nodes.filter((node) => isFedStream(design, node));
}

export function isFedStream(design: Design, { id, type }: DesignNode): boolean {
  return type === "stream" && sourcesOf(design, id, ["deliver", "publish", "read"]).length > 0;
}

/** Fed streams whose counts rules can read: they write into rules, or into a store that is called. */
export function countingStreams(design: Design): DesignNode[] {
  const called = new Set(design.edges.filter(({ kind }) => kind === "call" || kind === "deliver").map(({ to }) => to));
  const read = new Set(design.nodes.filter(({ id, type }) => type === "rules" || called.has(id)).map(({ id }) => id));
  return fedStreams(design).filter(({ id }) =>
    design.edges.some(({ from, to, kind }) => from === id && kind === "write" && read.has(to)),
  );
}
