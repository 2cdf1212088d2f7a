import { CATALOGUE, specOf } from "../components/catalogue.ts";
import { edgeKind } from "../components/edge-kind.ts";
import { type DesignEdge, type DesignFault, type DesignNode, type EdgeKind, FALLBACKS } from "../design.ts";
import { formatDuration } from "../language/format-value.ts";
import { nearestWord } from "../language/nearest-word.ts";
import { meanOf } from "../language/parse-time.ts";
import { titled } from "../language/titled.ts";
import { errorAt, type Graph, meaningOf, roleOf, warningAt } from "./graph.ts";

/** What arrows mean, and what is said of the calls along them. */
export function checkArrows(graph: Graph): DesignFault[] {
  return graph.design.edges.flatMap((edge) => {
    const [from, to] = [graph.nodes.get(edge.from), graph.nodes.get(edge.to)];
    if (!from || !to) return [];
    if (from === to)
      return [
        errorAt(edge, {
          message: `\`${from.id}\` leads to itself: it would wait for its own answer for ever.`,
          mend: "Take this arrow out; what is tried again is written `retry=2`.",
        }),
      ];
    if (meaningOf(graph.nodes, edge) === undefined) return [meaningless(edge, from, to)];
    return [
      ...checkTimes(graph, edge, to),
      ...checkFallback(graph, edge),
      ...checkRetries(edge),
      ...checkApplies(edge, to),
    ];
  });
}

function meaningless(edge: DesignEdge, from: DesignNode, to: DesignNode): DesignFault {
  const [source, target, queue] = [specOf(from.type), specOf(to.type), specOf("queue")];
  const message = `An arrow from ${titled(specOf(from.type))} to ${titled(specOf(to.type))} means nothing.`;
  if (edgeKind(target, source))
    return errorAt(edge, { message, mend: `Turn it round, if that is meant: \`${to.id} -> ${from.id}\`.` });
  if (roleOf(from) === "store" && roleOf(to) === "store")
    return errorAt(edge, { message, mend: `Let one component call both: \`app -> ${from.id} & ${to.id}\`.` });
  if (edgeKind(source, queue) && edgeKind(queue, target))
    return errorAt(edge, { message, mend: `Put a queue between them: \`${from.id} -> later:queue -> ${to.id}\`.` });
  const possible = CATALOGUE.filter((spec) => edgeKind(source, spec)).map(({ type }) => type);
  const mend =
    possible.length === 0
      ? `Take it out: no arrow leaves ${titled(specOf(from.type))}.`
      : `From ${titled(specOf(from.type))} an arrow can lead to: ${possible.join(", ")}.`;
  return errorAt(edge, { message, mend });
}

/** The longest that a caller waits along an arrow, seconds: each retry begins anew. */
function longestWait({ policies: { timeout, retry = 0 } }: DesignEdge): number {
  return timeout === undefined ? 0 : timeout * (1 + retry);
}

function checkTimes(graph: Graph, edge: DesignEdge, to: DesignNode): DesignFault[] {
  const { timeout, hedge } = edge.policies;
  if (timeout === undefined || edge.kind !== "call") return [];
  const faults: DesignFault[] = [];
  const arrow = `${edge.from} -> ${edge.to}`;
  const { time } = to.parameters;
  const mean = typeof time === "object" ? meanOf(time) : 0;
  if (mean > timeout) {
    const message = `\`${edge.from}\` stops waiting after ${formatDuration(timeout)}, and \`${to.id}\` works ${formatDuration(rounded(mean))} on average: most calls fail.`;
    faults.push(errorAt(edge, { message, mend: `Give \`${arrow}\` a timeout of several times that.` }, "timeout"));
  }
  if (hedge !== undefined && hedge >= timeout) {
    const message = `A second copy after ${formatDuration(hedge)} is never sent: the call is given up after ${formatDuration(timeout)}.`;
    faults.push(
      warningAt(edge, { message, mend: "Hedge at about the p95 of the call, well before the timeout." }, "hedge"),
    );
  }
  const inner = graph.out(to.id, "call").toSorted((a, b) => longestWait(b) - longestWait(a))[0];
  if (inner && longestWait(inner) > timeout) {
    const tries = inner.policies.retry ? `, ${inner.policies.retry + 1} tries in all,` : "";
    faults.push(
      warningAt(
        edge,
        {
          message: `\`${edge.from}\` waits ${formatDuration(timeout)} for \`${to.id}\`, which waits up to ${formatDuration(rounded(longestWait(inner)))}${tries} for \`${inner.to}\`: the work goes on when nobody waits for it any more.`,
          mend: `Give \`${arrow}\` a longer timeout than \`${inner.from} -> ${inner.to}\`, or that one a shorter.`,
        },
        "timeout",
      ),
    );
  }
  return faults;
}

function rounded(seconds: number): number {
  return Number(seconds.toPrecision(2));
}

function checkFallback(graph: Graph, edge: DesignEdge): DesignFault[] {
  const { fallback } = edge.policies;
  if (fallback === undefined || FALLBACKS.some((mode) => mode === fallback)) return [];
  const node = graph.nodes.get(fallback);
  if (!node) {
    const near = nearestWord(fallback, [...FALLBACKS, ...graph.nodes.keys()]);
    const message = `There is no fallback \`${fallback}\`${near ? `; did you mean \`${near}\`?` : "."}`;
    const mend = `Write one of ${FALLBACKS.join(", ")}, or the id of a node that answers instead.`;
    return [errorAt(edge, { message, mend }, "fallback")];
  }
  const from = graph.nodes.get(edge.from);
  const kind = from && edgeKind(specOf(from.type), specOf(node.type));
  if (node.id !== edge.to && node.id !== edge.from && kind === "call") return [];
  const why =
    node.id === edge.to ? "is what failed" : node.id === edge.from ? "is the caller itself" : "answers no calls";
  const mend = `Write another node, or one of ${FALLBACKS.join(", ")}.`;
  return [errorAt(edge, { message: `\`${node.id}\` cannot stand in: it ${why}.`, mend }, "fallback")];
}

/** More tries than this multiply the load of what is failing. Proposed by us. */
const MOST_TRIES = 10;

function checkRetries(edge: DesignEdge): DesignFault[] {
  const { retry = 0, budget, backoff, growth } = edge.policies;
  if (retry > MOST_TRIES && budget === undefined) {
    const message = `\`retry=${retry}\` makes one failed call ${retry + 1} calls, when \`${edge.to}\` can bear them least.`;
    return [errorAt(edge, { message, mend: "Write `retry=1` or `retry=2`, with `budget=10%`." }, "retry")];
  }
  const given = Object.entries({ budget, backoff, growth }).find(([, value]) => value !== undefined);
  if (retry > 0 || !given) return [];
  const message = `\`${given[0]}\` is about retries, and a call from \`${edge.from}\` to \`${edge.to}\` is not tried again.`;
  return [warningAt(edge, { message, mend: `Add \`retry=1\`, or leave \`${given[0]}\` out.` }, given[0])];
}

const ASKING: readonly EdgeKind[] = ["call", "publish", "deliver"];

/** Data, models and alarms are no requests: nobody waits for them. */
function checkApplies(edge: DesignEdge, to: DesignNode): DesignFault[] {
  const key = edge.settings.find((setting) => setting.key !== "sample")?.key;
  if (ASKING.includes(edge.kind) || key === undefined) return [];
  const meaning = edge.kind === "watch" || edge.kind === "deploy" ? `a ${edge.kind} arrow` : `a ${edge.kind}`;
  return [
    warningAt(
      edge,
      {
        message: `\`${key}\` changes nothing here: \`${edge.from} -> ${to.id}\` is ${meaning}, and nobody waits for an answer.`,
        mend: "Leave it out; policies belong to calls.",
      },
      key,
    ),
  ];
}
