import { edgeKind } from "../components/edge-kind.ts";
import type { ParameterValue } from "../components/spec.ts";
import type { Design, DesignEdge, DesignNode, Setting } from "../design.ts";
import type { FaultList } from "./fault-list.ts";
import { shortened } from "./parse-settings.ts";
import { defaultsOf, replicated, resolveSetting } from "./resolve-settings.ts";
import { resolveTypes, type TypedNode } from "./resolve-types.ts";
import { type Block, type Mention, type Step, statementsOf } from "./syntax.ts";

type Resolving = {
  types: Map<string, TypedNode>;
  nodes: Map<string, DesignNode>;
  edges: Map<string, DesignEdge>;
  /** Groups of calls begun so far, by the node that they leave. */
  groups: Map<string, number>;
  /** What was set so far, by whom it is said of. */
  given: Map<DesignNode | DesignEdge, Map<string, Setting>>;
  refused: number;
  faults: FaultList;
};

/** `unknown`: nodes whose type is a guess; `refused`: arrows that are not in the design. */
type Resolved = { design: Design; unknown: ReadonlySet<string>; refused: number };

/** The design that is written: names looked up, values in SI units, defaults filled in. */
export function resolveDesign(blocks: readonly Block[], faults: FaultList): Resolved {
  const types = resolveTypes(blocks, faults);
  const resolving: Resolving = {
    types,
    nodes: new Map(),
    edges: new Map(),
    groups: new Map(),
    given: new Map(),
    refused: 0,
    faults,
  };
  for (const [id, { spec, first }] of types)
    resolving.nodes.set(id, { id, type: spec.type, parameters: defaultsOf(spec), settings: [], at: first.at });
  for (const { steps } of statementsOf(blocks))
    steps.forEach((step, index) => {
      resolveStep(resolving, step, steps[index - 1]);
    });
  return {
    design: { nodes: [...resolving.nodes.values()], edges: [...resolving.edges.values()] },
    unknown: new Set([...types].flatMap(([id, { known }]) => (known ? [] : [id]))),
    refused: resolving.refused,
  };
}

function resolveStep(resolving: Resolving, step: Step, before: Step | undefined): void {
  const [from, ...others] = before?.mentions ?? [];
  const first = step.mentions[0];
  if (from && first && others.length > 0) refuseGroup(resolving, first, [from, ...others.slice(0, 3)]);
  const group = from && others.length === 0 ? nextGroup(resolving, from.id) : 0;
  for (const mention of step.mentions) {
    const edge = from && others.length === 0 ? resolveEdge(resolving, { from, to: mention, group }) : undefined;
    // An arrow that was refused above says enough: its policies are looked at no further.
    resolveMention(resolving, mention, edge ?? (from ? "refused" : "none"));
  }
}

function refuseGroup(resolving: Resolving, to: Mention, group: readonly Mention[]): void {
  resolving.refused++;
  const names = group.map(({ id }) => `\`${id}\``);
  resolving.faults.error(to.at, () => ({
    message: `No arrow can go on from ${names.join(" and ")} together.`,
    mend: `Write a line for each, \`${group[0]?.id} -> ${to.id}\`; or, if their caller calls \`${to.id}\` after them, a line \`caller -> ${to.id}\`.`,
  }));
}

function nextGroup({ groups }: Resolving, from: string): number {
  const group = groups.get(from) ?? 0;
  groups.set(from, group + 1);
  return group;
}

function resolveEdge(resolving: Resolving, arrow: { from: Mention; to: Mention; group: number }): DesignEdge {
  const { from, to, group } = arrow;
  const key = edgeKey(from.id, to.id);
  const known = resolving.edges.get(key);
  if (known) {
    resolving.faults.warning(
      to.at,
      () => ({
        message: `The arrow \`${from.id} -> ${to.id}\` was drawn before, in line ${known.at.line}; it counts once.`,
        mend: "Begin the line with the component that the new arrow leaves.",
      }),
      to.id,
    );
    return known;
  }
  const [source, target] = [resolving.types.get(from.id), resolving.types.get(to.id)];
  const kind = (source && target && edgeKind(source.spec, target.spec)) ?? "call";
  const edge: DesignEdge = { from: from.id, to: to.id, kind, policies: {}, settings: [], group, at: to.at };
  resolving.edges.set(key, edge);
  return edge;
}

function edgeKey(from: string, to: string): string {
  return `${from} ${to}`; // no name holds a space
}

function resolveMention(resolving: Resolving, mention: Mention, edge: DesignEdge | "none" | "refused"): void {
  const node = resolving.nodes.get(mention.id);
  const typed = resolving.types.get(mention.id);
  if (!node || !typed) return;
  for (const written of mention.settings) {
    const resolved = resolveSetting(typed, written, resolving.faults);
    const { valueAt: _, ...read } = written;
    const setting = { ...read, key: resolved.key };
    const keys = replicated(typed.spec, setting) ? [setting.key, "replicas"] : [setting.key];
    if (resolved.of === "node") keep(resolving, { setting, keys, values: resolved.values }, node);
    else if (edge === "none") withoutArrow(resolving.faults, mention.id, setting);
    else if (edge !== "refused") keep(resolving, { setting, keys, values: resolved.values }, edge);
  }
}

/** `keys`: what it says; `gpu=L4 x4` says the replicas too. */
type Kept = { setting: Setting; keys: readonly string[]; values: Record<string, ParameterValue> };

/** The first of two settings of one key holds. */
function keep({ faults, given }: Resolving, { setting, keys, values }: Kept, owner: DesignNode | DesignEdge): void {
  const before = given.get(owner) ?? new Map<string, Setting>();
  given.set(owner, before);
  const key = keys.find((each) => before.has(each));
  const twice = key && before.get(key);
  for (const each of keys) if (!before.has(each)) before.set(each, setting);
  owner.settings.push(setting);
  if (!twice) {
    Object.assign("parameters" in owner ? owner.parameters : owner.policies, values);
    return;
  }
  faults.error(
    setting.at,
    () => ({
      message: `\`${key}\` is given twice, first in line ${twice.at.line}: \`${twice.key}${twice.operator}${shortened(twice.text)}\`.`,
      mend: "Leave one of them out.",
    }),
    "id" in owner ? owner.id : owner.to,
  );
}

function withoutArrow(faults: FaultList, id: string, { key, text, at }: Setting): void {
  faults.error(
    at,
    () => ({
      message: `\`${key}\` says how a call is made, and no arrow arrives here at \`${id}\`.`,
      mend: `Write it where one does: \`caller -> ${id}[${key}=${text}]\`, or behind the component that \`${id}\` calls.`,
    }),
    id,
  );
}
