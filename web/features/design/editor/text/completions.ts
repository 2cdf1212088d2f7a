import { CATALOGUE, specNamed, specOf } from "../../../../../src/features/design/model/components/catalogue.ts";
import type { ComponentSpec, Parameter } from "../../../../../src/features/design/model/components/spec.ts";
import { type Design, FALLBACKS } from "../../../../../src/features/design/model/design.ts";
import { POLICIES, policyNamed } from "../../../../../src/features/design/model/language/policies.ts";
import { signOf } from "../../../../../src/features/design/model/language/resolve-settings.ts";
import { suggestedValues } from "../inspector/parameter-words.ts";
import { EXAMPLES } from "../policies.ts";

export type Suggestion = {
  label: string;
  kind: "component" | "node" | "key" | "value";
  /** Beside it: a title or a default. */
  detail?: string;
  /** One sentence about it. */
  info?: string;
  /** What is written in its place, where that is more than the label. */
  apply?: string;
};
export type Suggestions = { from: number; typed: string; options: Suggestion[] };

/** What could stand at this place of the text: names and ids outside of brackets, keys and values inside. */
export function suggestionsAt(text: string, position: number, design: Design): Suggestions | undefined {
  const before = text.slice(text.lastIndexOf("\n", position - 1) + 1, position);
  if (before.includes("#")) return undefined;
  const open = openBracket(before);
  return open === undefined ? atMention(before, position, design) : inBracket(before, open, { position, design });
}

/** Where the bracket that the cursor is in begins, if it is in one. */
function openBracket(line: string): number | undefined {
  const opened = Math.max(line.lastIndexOf("["), line.lastIndexOf("{"));
  const closed = Math.max(line.lastIndexOf("]"), line.lastIndexOf("}"));
  return opened > closed ? opened : undefined;
}

function atMention(before: string, position: number, design: Design): Suggestions {
  const typed = /[\p{L}_][\p{L}\p{N}_-]*$/u.exec(before)?.[0] ?? "";
  const from = position - typed.length;
  const isType = /:\s*$/.test(before.slice(0, before.length - typed.length));
  const components = CATALOGUE.flatMap(namesOf);
  if (isType) return { from, typed, options: components };
  const nodes = design.nodes
    // the word that is being written is a node too by now, and no news
    .filter(({ id }) => id !== typed)
    .map(({ id, type }): Suggestion => ({ label: id, kind: "node", detail: specOf(type).title }));
  const taken = new Set(nodes.map(({ label }) => label));
  return { from, typed, options: [...nodes, ...components.filter(({ label }) => !taken.has(label))] };
}

const namesOf = ({ type, title, aliases, summary }: ComponentSpec): Suggestion[] =>
  [type, ...aliases].map((label) => ({ label, kind: "component", detail: title, info: summary }));

type At = { position: number; design: Design };

function inBracket(before: string, open: number, { position, design }: At): Suggestions | undefined {
  const [, id = "", type] =
    /([\p{L}_][\p{L}\p{N}_-]*)(?:\s*:\s*([\p{L}_][\p{L}\p{N}_-]*))?\s*(?:[[{][^\]}]*[\]}]\s*)*$/u.exec(
      before.slice(0, open),
    ) ?? [];
  const spec = specOfMention({ id, type, design });
  if (!spec) return undefined;
  const arrives = before.slice(0, open).includes("->") && before[open] === "[";
  const inside = before.slice(open + 1);
  const last = inside.slice(inside.lastIndexOf(",") + 1);
  const value = /^\s*(\w+)\s*[=<>]\s*(\S*)$/.exec(last);
  if (value) {
    const [, key = "", typed = ""] = value;
    return { from: position - typed.length, typed, options: valuesOf({ spec, key, design }) };
  }
  const typed = /^\s*([A-Za-z]*)$/.exec(last)?.[1];
  if (typed === undefined) return undefined;
  const given = new Set([...inside.matchAll(/(\w+)\s*[=<>]/g)].map(([, key]) => key));
  const keys = [...(arrives ? policyKeys : []), ...spec.parameters.map(keyOf)];
  return { from: position - typed.length, typed, options: keys.filter(({ label }) => !given.has(label)) };
}

type Mention = { id: string; type: string | undefined; design: Design };

function specOfMention({ id, type, design }: Mention): ComponentSpec | undefined {
  const node = design.nodes.find((each) => each.id === id);
  return node ? specOf(node.type) : specNamed(type ?? id);
}

const policyKeys: readonly Suggestion[] = POLICIES.map(({ key, title, help }) => ({
  label: key,
  kind: "key",
  detail: title,
  info: help,
  apply: `${key}=`,
}));

const keyOf = ({ key, title, kind, help, default: standard }: Parameter): Suggestion => ({
  label: key,
  kind: "key",
  detail: standard === "" ? title : `${title}, ${standard} by default`,
  info: help,
  apply: kind === "threshold" ? `${key}${signOf(key)}` : `${key}=`,
});

function valuesOf({ spec, key, design }: { spec: ComponentSpec; key: string; design: Design }): Suggestion[] {
  const parameter = spec.parameters.find((each) => each.key === key);
  if (parameter) return choicesOf(parameter).map((label) => namedValue(label, parameter));
  if (key === "fallback" || key === "default") {
    const ids = design.nodes.map(({ id }) => id);
    return [...FALLBACKS, ...ids].map((label) => ({ label, kind: "value" }));
  }
  const policy = policyNamed(key);
  return (policy?.choices ?? (policy ? [EXAMPLES[policy.key]] : [])).map((label) => ({ label, kind: "value" }));
}

const namedValue = (label: string, { default: standard }: Parameter): Suggestion => ({
  label,
  kind: "value",
  ...(label === standard ? { detail: "the default" } : {}),
});

/** Values that can be named; where any figure will do, the default as an example. */
function choicesOf(parameter: Parameter): readonly string[] {
  const { default: standard } = parameter;
  const named = suggestedValues(parameter);
  return standard === "" ? named : [...new Set([...named, standard])];
}
