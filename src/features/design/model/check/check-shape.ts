import { specOf } from "../components/catalogue.ts";
import type { DesignEdge, DesignFault, DesignNode } from "../design.ts";
import { titled } from "../language/titled.ts";
import { entriesOf, entryOf } from "../run/entry.ts";
import { errorAt, type Graph, meaningOf, REQUESTS, reachedFrom, roleOf, warningAt } from "./graph.ts";

const START = { line: 1, column: 1, endColumn: 2 };

/** Where requests enter, what they reach, and whether they come to an end. */
export function checkShape(graph: Graph): DesignFault[] {
  return [...checkEntry(graph), ...checkCycles(graph), ...checkReach(graph), ...checkEnds(graph)];
}

function checkEntry({ design }: Graph): DesignFault[] {
  const [first] = design.nodes;
  if (!first)
    return [{ severity: "error", message: "The design is empty.", mend: "Begin with `gateway -> app`.", at: START }];
  const entry = entryOf(design);
  if (entry)
    return entriesOf(design)
      .filter((node) => node !== entry)
      .map((node) =>
        errorAt(node, {
          message: `\`${node.id}\` is a second entry: no request arrives at it, as none does at \`${entry.id}\`.`,
          mend: `Draw an arrow to it, such as \`${entry.id} -> ${node.id}\`, or put one gateway before both.`,
        }),
      );
  const path = design.nodes.filter((node) => roleOf(node) === "path");
  const said = path[0]
    ? {
        message: "Requests enter nowhere: an arrow arrives at every component that could take them in.",
        mend: `Begin with a component that nothing calls: \`gateway -> ${path[0].id}\`.`,
      }
    : { message: "No component here takes requests in.", mend: "Begin with one that does: `gateway -> app`." };
  return [errorAt(path[0] ?? first, said)];
}

/** Calls that wait for each other in a circle never end; a queue breaks it, for who publishes does not wait for the rest. */
function checkCycles(graph: Graph): DesignFault[] {
  const state = new Map<string, "open" | "done">();
  const faults: DesignFault[] = [];
  for (const { id: root } of graph.design.nodes) {
    if (state.has(root)) continue;
    state.set(root, "open");
    const path = [{ id: root, calls: graph.out(root, "call").values() }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const edge = top.calls.next().value;
      if (!edge) {
        state.set(top.id, "done");
        path.pop();
      } else if (state.get(edge.to) === "open") {
        if (faults.length < 20)
          faults.push(
            circle(
              edge,
              path.map(({ id }) => id),
            ),
          );
      } else if (!state.has(edge.to)) {
        state.set(edge.to, "open");
        path.push({ id: edge.to, calls: graph.out(edge.to, "call").values() });
      }
    }
  }
  return faults;
}

function circle(edge: DesignEdge, path: readonly string[]): DesignFault {
  const round = [...path.slice(path.indexOf(edge.to)), edge.to];
  const shown = round.length > 8 ? [...round.slice(0, 4), "…", ...round.slice(-3)] : round;
  return errorAt(edge, {
    message: `Calls go in a circle, and each waits for the next: ${shown.join(" -> ")}.`,
    mend: `Take one of these arrows out, or put a queue into the circle: \`${edge.from} -> later:queue -> ${edge.to}\`.`,
  });
}

/** What nothing makes use of. */
function checkReach(graph: Graph): DesignFault[] {
  const entries = entriesOf(graph.design).map(({ id }) => id);
  if (entries.length === 0) return []; // that is told of, and nothing is reached
  // An arrow that means nothing is told of at its own place.
  const strayed = graph.design.edges.filter((edge) => meaningOf(graph.nodes, edge) === undefined);
  const excused = new Set(strayed.flatMap(({ from, to }) => [from, to]));
  const reached = reachedFrom(graph, entries, REQUESTS);
  // Messages can come from people and streams too, and streams from a pipeline.
  const sources = graph.design.nodes.filter(({ id }) => graph.into(id, "trigger", "read").length > 0);
  const fed = reachedFrom(graph, [...reached, ...sources.map(({ id }) => id)], REQUESTS);
  return graph.design.nodes.flatMap((node) => {
    const said = excused.has(node.id) ? undefined : unused(graph, node, fed);
    return said ? [warningAt(node, said)] : [];
  });
}

function onlyWrites(graph: Graph, id: string, seen: ReadonlySet<string> = new Set()): boolean {
  const out = graph.out(id);
  if (out.length === 0 || seen.has(id)) return false;
  return out.every(({ to, kind }) => {
    const node = graph.nodes.get(to);
    return kind === "write" || (node && roleOf(node) === "store") || onlyWrites(graph, to, new Set([...seen, id]));
  });
}

function unused(
  graph: Graph,
  node: DesignNode,
  fed: ReadonlySet<string>,
): { message: string; mend: string } | undefined {
  const { id } = node;
  const arrows = graph.into(id).length + graph.out(id).length;
  switch (roleOf(node)) {
    case "path":
    case "queue":
    case "review":
    case "stream":
      // what only writes into stores may be fed from outside: edits of documents, changes of a catalogue
      if (fed.has(id) || (roleOf(node) !== "path" && onlyWrites(graph, id))) return undefined;
      return {
        message: `Nothing reaches \`${id}\`: no arrow leads to it from where requests enter.`,
        mend: `Draw one from what uses it, such as \`app -> ${id}\`, or take it out.`,
      };
    case "store":
      if (fed.has(id) || graph.out(id, "read").length > 0) return undefined;
      return {
        message: `Nothing reads \`${id}\`${graph.into(id, "write").length > 0 ? ", though it is written" : ""}.`,
        mend: `Draw an arrow from what reads it, such as \`app -> ${id}\`, or take it out.`,
      };
    case "data":
    case "lifecycle":
    case "observer":
      if (arrows > 0) return undefined;
      return {
        message: `\`${id}\` stands alone: nothing is read, written or watched.`,
        mend: `Say with arrows what ${titled(specOf(node.type))} is for, or take it out.`,
      };
  }
}

/** What passes requests on, and has nobody to pass them to. */
function checkEnds(graph: Graph): DesignFault[] {
  const isAlone = graph.design.nodes.length === 1;
  return graph.design.nodes.flatMap((node) => {
    const { id, type } = node;
    const calls = graph.out(id, "call").length;
    if (!isAlone && specOf(type).group === "edge" && graph.out(id, "call", "publish").length === 0)
      return [
        errorAt(node, {
          message: `\`${id}\` leads nowhere: ${titled(specOf(type))} answers nothing itself.`,
          mend: `Draw an arrow to what answers: \`${id} -> app\`.`,
        }),
      ];
    if (type === "splitter" && calls === 1)
      return [
        warningAt(node, {
          message: `\`${id}\` splits requests in two, and one arrow leaves it.`,
          mend: "Let two arrows leave it, on two lines: the share goes to the first.",
        }),
      ];
    return [...unfilled(graph, node), ...unread(graph, node)];
  });
}

/** A cache needs something behind it, or beside it: what its caller calls after a miss. */
function unfilled(graph: Graph, node: DesignNode): DesignFault[] {
  const arrivals = graph.into(node.id, "call");
  if (node.type !== "cache" || arrivals.length === 0 || graph.out(node.id, "call").length > 0) return [];
  const isAside = arrivals.some(({ from, group }) => graph.out(from, "call").some((other) => other.group > group));
  if (isAside) return [];
  return [
    warningAt(node, {
      message: `A miss of \`${node.id}\` finds nothing: no call leads on from it, and its caller calls nothing after it.`,
      mend: `Draw what answers behind it (\`${node.id} -> app\`): a cache calls on at a miss, and keeps the answer.`,
    }),
  ];
}

function unread(graph: Graph, node: DesignNode): DesignFault[] {
  const { id, type } = node;
  if ((type !== "queue" && type !== "stream") || graph.out(id).length > 0 || graph.into(id).length === 0) return [];
  const said =
    type === "queue"
      ? {
          message: `Nobody reads \`${id}\`: its messages pile up.`,
          mend: `Draw a consumer: \`${id} -> worker:service\`.`,
        }
      : { message: `What \`${id}\` counts goes nowhere.`, mend: `Draw where it writes: \`${id} -> features\`.` };
  return [warningAt(node, said)];
}
