import type { World } from "../../../../shared/content/design/world.ts";
import type { ComponentType } from "../components/spec.ts";
import type { DesignFault, DesignNode } from "../design.ts";
import { entryOf } from "../run/entry.ts";
import { errorAt, type Graph, REQUESTS, reachedFrom, warningAt } from "./graph.ts";

type Task = World["task"];
const ANSWERS: Record<Task, { types: readonly ComponentType[]; message: string; mend: string }> = {
  ranking: {
    types: ["ranker", "scorer", "vectors", "cache", "cdn", "llm", "provider"],
    message: "Nothing on the way of a request finds or ranks items.",
    mend: "Lead it to an index or a ranking model: `app -> vectors`, `app -> ranker`.",
  },
  detection: {
    types: ["scorer", "llm", "provider", "rules", "decide", "review"],
    message: "Nothing on the way of a request decides.",
    mend: "Lead it to rules or to a model with thresholds: `app -> rules`, `app -> scorer{block>0.9}`.",
  },
  generation: {
    types: ["llm", "provider"],
    message: "Nothing on the way of a request writes an answer.",
    mend: "Lead it to a language model: `app -> llm{gpu=A100}`.",
  },
};
/** What stands in for a decision, and what for a list. */
const FITTING: Record<Task, readonly string[]> = {
  ranking: ["default", "popular", "stale", "partial"],
  detection: ["default", "stale", "partial", "allow", "block", "review"],
  generation: ["default", "popular", "stale", "partial"],
};
const MODELS: readonly ComponentType[] = ["scorer", "llm", "provider", "decide"];

/** Whether a design does what the case asks for at all. */
export function checkTask(graph: Graph, world: World): DesignFault[] {
  const { task } = world;
  const entry = entryOf(graph.design);
  if (!entry) return [];
  const reached = reachedFrom(graph, [entry.id], REQUESTS);
  const nodes = graph.design.nodes.filter(({ id }) => reached.has(id));
  const { types, message, mend } = ANSWERS[task];
  const answering = nodes.filter(({ type }) => types.includes(type));
  return [
    ...(answering.length === 0 && asksForAnswers(world) ? [errorAt(entry, { message, mend })] : []),
    ...(task === "detection" ? checkDecision(answering) : []),
    ...(task === "ranking" ? checkScorers(nodes) : []),
    ...checkFallbacks(graph, task),
  ];
}

/** A ranking world without items is one of queues alone: any service answers. */
function asksForAnswers({ task, catalogue, signal }: World): boolean {
  return task !== "ranking" || catalogue !== undefined || signal.retrieval !== undefined;
}

function checkScorers(nodes: readonly DesignNode[]): DesignFault[] {
  return nodes
    .filter(({ type }) => type === "scorer")
    .map((node) =>
      warningAt(node, {
        message: `\`${node.id}\` gives a request one probability, and puts no candidates in order.`,
        mend: `Rank with \`${node.id}:ranker\`.`,
      }),
    );
}

/** A score alone blocks nothing. */
function checkDecision(nodes: readonly DesignNode[]): DesignFault[] {
  const models = nodes.filter(({ type }) => MODELS.includes(type));
  const decides = models.some((node) => node.settings.some(({ key }) => ["block", "review", "pass"].includes(key)));
  const last = models.at(-1);
  const faults: DesignFault[] = [];
  if (last && !decides && !nodes.some(({ type }) => type === "rules"))
    faults.push(
      errorAt(last, {
        message: `\`${last.id}\` gives a probability, and nothing turns it into a decision.`,
        mend: `Write a threshold: \`${last.id}{block>0.9}\`.`,
      }),
    );
  const decide = models.find(({ type }) => type === "decide");
  if (decide && models.every(({ type }) => type === "decide"))
    faults.push(
      warningAt(decide, {
        message: `\`${decide.id}\` decides by a score, and no model gives one.`,
        mend: `Let a model be called before it: \`app -> scorer\` on a line above \`app -> ${decide.id}\`.`,
      }),
    );
  return faults;
}

function checkFallbacks(graph: Graph, task: Task): DesignFault[] {
  return graph.design.edges.flatMap((edge) => {
    const { fallback } = edge.policies;
    if (fallback === undefined || graph.nodes.has(fallback)) return [];
    const fits = FITTING[task];
    if (fits.includes(fallback) || !FITTING[task === "detection" ? "ranking" : "detection"].includes(fallback))
      return [];
    const asked = task === "detection" ? "a decision" : task === "ranking" ? "a list of items" : "a written answer";
    const message = `\`fallback=${fallback}\` is no answer here: the case asks for ${asked}.`;
    return [warningAt(edge, { message, mend: `Write one of ${fits.join(", ")}, or the id of a node.` }, "fallback")];
  });
}
