import type { ComponentType } from "../components/spec.ts";
import type { DesignFault, DesignNode } from "../design.ts";
import { numberOf } from "./check-nodes.ts";
import { errorAt, type Graph, REQUESTS, reachedFrom, warningAt } from "./graph.ts";

/** What a component needs from others to do its part. */
export function checkRoles(graph: Graph): DesignFault[] {
  return graph.design.nodes.flatMap((node) => {
    const said = complaints[node.type]?.(graph, node);
    return said ?? [];
  });
}

const complaints: Partial<Record<ComponentType, (graph: Graph, node: DesignNode) => DesignFault[]>> = {
  features: (graph, node) => unwritten(graph, node, "its values are as old as can be"),
  vectors: (graph, node) => unwritten(graph, node, "what is new is never found"),
  ranker: checkCandidates,
  rules: checkVelocity,
  review: checkReviewed,
  scorer: checkReviewers,
  llm: checkReviewers,
  provider: checkReviewers,
  decide: checkReviewers,
  train: checkTraining,
  registry: checkServed,
  canary: checkServed,
};

function unwritten(graph: Graph, node: DesignNode, so: string): DesignFault[] {
  if (graph.into(node.id, "write", "deliver", "deploy").length > 0) return [];
  const message = `Nothing writes \`${node.id}\`: ${so}.`;
  return [
    warningAt(node, {
      message,
      mend: `Draw what does: \`${node.type === "vectors" ? "indexer" : "etl"}:batch -> ${node.id}\`, or a stream.`,
    }),
  ];
}

function checkCandidates(graph: Graph, node: DesignNode): DesignFault[] {
  const passed = graph.design.nodes.flatMap((each) => (each.type === "vectors" ? [numberOf(each, "k") ?? 0] : []));
  const [most, candidates = 0] = [passed.reduce((sum, k) => sum + k, 0), numberOf(node, "candidates")];
  if (passed.length === 0 || candidates <= most) return [];
  const message = `\`${node.id}\` scores up to ${candidates} candidates, and no more than ${most} are found.`;
  return [
    warningAt(node, { message, mend: `Write \`candidates=${most}\`, or a larger \`k\` at the index.` }, "candidates"),
  ];
}

/** Counts reach rules straight from a stream, or through a store that they, or who calls them, read. */
function checkVelocity(graph: Graph, node: DesignNode): DesignFault[] {
  if (node.parameters.velocity !== "on") return [];
  const fresh = graph.design.nodes.some(
    ({ id, type }) =>
      type === "stream" && graph.out(id, "write").some(({ to }) => to === node.id || graph.into(to, "call").length > 0),
  );
  if (fresh) return [];
  const message = `\`${node.id}\` has velocity rules, and no stream counts for them.`;
  return [
    warningAt(
      node,
      { message, mend: `Draw one: \`gateway -> events:queue -> velocity:stream -> ${node.id}\`.` },
      "velocity",
    ),
  ];
}

/** A threshold that sends cases to people needs people. */
function checkReviewers(graph: Graph, node: DesignNode): DesignFault[] {
  if (numberOf(node, "review") === undefined) return [];
  if (graph.design.nodes.some(({ id, type }) => type === "review" && graph.into(id).length > 0)) return [];
  const message = `\`${node.id}\` sends cases to review, and no arrow leads to one.`;
  return [errorAt(node, { message, mend: `Draw it: \`${node.id} -> review{people=20}\`.` }, "review")];
}

function checkReviewed({ design, into }: Graph, node: DesignNode): DesignFault[] {
  const arrows = into(node.id, "publish", "deliver");
  const sends =
    arrows.some(({ policies }) => policies.sample !== undefined) ||
    design.nodes.some((each) => numberOf(each, "review") !== undefined) ||
    design.edges.some(({ policies }) => policies.fallback === "review");
  if (sends || arrows.length === 0) return [];
  const message = `No threshold sends anything to \`${node.id}\`.`;
  const mend = `Write one where a score is known: \`${arrows[0]?.from ?? "decide"}{review>0.7}\`.`;
  return [warningAt(node, { message, mend })];
}

function checkTraining(graph: Graph, node: DesignNode): DesignFault[] {
  const learns = graph.into(node.id, "read", "label").length > 0;
  const fault = learns
    ? []
    : [
        warningAt(node, {
          message: `\`${node.id}\` learns from nothing.`,
          mend: `Draw what it reads: \`warehouse -> ${node.id}\` and \`labels -> ${node.id}\`.`,
        }),
      ];
  return [...fault, ...checkServed(graph, node)];
}

/** A new model has to get to where it answers. */
function checkServed(graph: Graph, node: DesignNode): DesignFault[] {
  const reached = reachedFrom(graph, [node.id], ["deploy"]);
  const served = [...reached].some((id) => graph.into(id, ...REQUESTS).length > 0);
  if (served || graph.into(node.id).length + graph.out(node.id).length === 0) return [];
  const onward = graph.out(node.id, "deploy").length > 0; // then the next one says it
  if (onward) return [];
  const message = `A model of \`${node.id}\` goes nowhere: no arrow leads to what serves it.`;
  return [warningAt(node, { message, mend: `Draw where it is served: \`${node.id} -> ranker\`.` })];
}
