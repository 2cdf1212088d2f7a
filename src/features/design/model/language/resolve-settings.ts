import { CATALOGUE } from "../components/catalogue.ts";
import type { ComponentSpec, Parameter, ParameterValue } from "../components/spec.ts";
import type { Setting } from "../design.ts";
import type { FaultList } from "./fault-list.ts";
import { nearestWord } from "./nearest-word.ts";
import { shortened } from "./parse-settings.ts";
import { parseValue } from "./parse-value.ts";
import { POLICIES, policyNamed } from "./policies.ts";
import type { TypedNode } from "./resolve-types.ts";
import type { WrittenSetting } from "./syntax.ts";
import { titled } from "./titled.ts";

type Values = Record<string, ParameterValue>;
/** `key` is the one that counts: `default=` is `fallback=`. */
export type Resolved = { of: "node" | "policy"; key: string; values: Values };

const REPLICATED = /^(.*?)\s*[x×*]\s*(\d+)$/;

const defaults = new WeakMap<ComponentSpec, Values>();

/** Every parameter that has a default, in SI units. */
export function defaultsOf(spec: ComponentSpec): Values {
  const known = defaults.get(spec) ?? readDefaults(spec);
  defaults.set(spec, known);
  return { ...known };
}

function readDefaults(spec: ComponentSpec): Values {
  const entries = spec.parameters.flatMap((parameter) => {
    const read = parameter.default === "" ? undefined : parseValue(parameter, parameter.default);
    return read?.ok ? [[parameter.key, read.value] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** `8 x6` as a value and its replicas, where a component has a key that is written so. */
export function replicated(
  spec: ComponentSpec,
  { key, text }: Pick<Setting, "key" | "text">,
): { value: string; copies: string } | undefined {
  if ((key !== "cpu" && key !== "gpu") || !parameterOf(spec, key) || !parameterOf(spec, "replicas")) return undefined;
  const [, value, copies] = text.length < 60 ? (REPLICATED.exec(text) ?? []) : [];
  return value && copies ? { value, copies } : undefined;
}

/** Whether a key belongs to the node itself or to the arrow that arrives; names decide, not brackets. */
export function ownerOf(spec: ComponentSpec, key: string): Resolved["of"] {
  return !parameterOf(spec, key) && policyNamed(key) ? "policy" : "node";
}

function parameterOf(spec: ComponentSpec, key: string): Parameter | undefined {
  return spec.parameters.find((parameter) => parameter.key === key);
}

/** What a setting sets; nothing where it is at fault, so that the default stands. */
export function resolveSetting(typed: TypedNode, written: WrittenSetting, faults: FaultList): Resolved {
  const { spec, known, first } = typed;
  const policy = ownerOf(spec, written.key) === "policy" ? policyNamed(written.key) : undefined;
  const parameter = policy ?? parameterOf(spec, written.key);
  const resolved = { of: policy ? "policy" : "node", key: policy?.key ?? written.key, values: {} } as const;
  if (!parameter) {
    if (known) faults.error(written.at, () => unknownKey(spec, written.key), first.id);
    return resolved;
  }
  if (policy?.key === "fallback") return { ...resolved, values: { fallback: written.text } };
  const values = known || policy ? readValues(spec, { parameter, written, node: first.id }, faults) : {};
  return { ...resolved, values };
}

type Reading = { parameter: Parameter; written: WrittenSetting; node: string };

function readValues(spec: ComponentSpec, { parameter, written, node }: Reading, faults: FaultList): Values {
  const wrongSign = signFault(parameter, written);
  if (wrongSign) faults.error(written.at, () => wrongSign, node);
  const replicas = parameterOf(spec, "replicas");
  const copies = replicated(spec, written);
  const values: Values = {};
  for (const [each, text] of copies && replicas
    ? [[parameter, copies.value] as const, [replicas, copies.copies] as const]
    : [[parameter, written.text] as const]) {
    const read = parseValue(each, text);
    if (read.ok) values[each.key] = read.value;
    else
      faults.error(
        written.valueAt,
        () => ({ message: `\`${shortened(text)}\` ${ended(read.reason.message)}`, mend: read.reason.mend }),
        node,
      );
  }
  return wrongSign ? {} : values;
}

function ended(sentence: string): string {
  return sentence.endsWith("?") ? sentence : `${sentence}.`;
}

/** `pass<0.05`, `block>0.92`; `=` is taken everywhere. */
function signFault(
  { key, kind }: Parameter,
  { operator, text }: WrittenSetting,
): { message: string; mend: string } | undefined {
  if (operator === "=") return undefined;
  const right = kind === "threshold" ? signOf(key) : "=";
  if (right === operator) return undefined;
  const value = shortened(text);
  return {
    message:
      kind === "threshold"
        ? `\`${key}\` holds ${right === "<" ? "below" : "above"} its threshold, not ${right === "<" ? "above" : "below"} it.`
        : `\`${key}\` is no threshold: it has one value.`,
    mend: `Write \`${key}${right}${value}\`.`,
  };
}

/** The sign that a threshold is written with. */
export function signOf(key: string): "<" | ">" {
  return key === "pass" ? "<" : ">";
}

function unknownKey(spec: ComponentSpec, key: string): { message: string; mend: string } {
  const keys = spec.parameters.map((parameter) => parameter.key);
  const policies = POLICIES.map((policy) => policy.key);
  const near = nearestWord(key.toLowerCase(), [...keys, ...policies]);
  const owners = CATALOGUE.filter((other) => parameterOf(other, key)).map(titled);
  return {
    message: `\`${shortened(key)}\` is no parameter of ${titled(spec)}; it has: ${keys.join(", ")}.`,
    mend:
      owners.length > 0
        ? `Leave it out: it belongs to ${owners.slice(0, 3).join(", ")}${owners.length > 3 ? " and others" : ""}.`
        : near
          ? `Did you mean \`${near}\`?`
          : `Leave it out. An arrow that arrives can have: ${policies.join(", ")}.`,
  };
}
