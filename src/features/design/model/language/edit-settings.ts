import type { ComponentSpec } from "../components/spec.ts";
import type { Setting } from "../design.ts";
import type { Draft } from "./draft.ts";
import { normalised } from "./parse-settings.ts";
import { policyNamed } from "./policies.ts";
import { replicated } from "./resolve-settings.ts";
import { type Mention, type Statement, type Step, statementsOf } from "./syntax.ts";

/** A mention that can hold a setting, in the statement that is written anew with it. */
export type Host = { mention: Mention; statement: Statement };
type Wanted = Pick<Setting, "key" | "text" | "operator">;

const NOWHERE = { line: 0, column: 0, endColumn: 0 };

/** Where a node is mentioned, by the steps that count. */
export function hostsOf(draft: Draft, id: string, counts: (statement: Statement, index: number) => boolean): Host[] {
  const hostsIn = (statement: Statement, { mentions }: Step, index: number): Host[] =>
    counts(statement, index)
      ? mentions.filter((each) => each.id === id).map((mention) => ({ mention, statement }))
      : [];
  return statementsOf(draft.blocks).flatMap((statement) =>
    statement.steps.flatMap((step, index) => hostsIn(statement, step, index)),
  );
}

/** Writes a setting where one of its key stands, else at the first mention that has any; an empty text takes it out. */
export function writeSetting({ changed }: Draft, hosts: readonly Host[], wanted: Wanted): void {
  const key = keyOf(wanted);
  const holding = hosts.filter(({ mention }) => mention.settings.some((setting) => keyOf(setting) === key));
  const whole = hosts.filter(({ statement }) => !statement.broken);
  const host = holding[0] ?? whole.find(({ mention }) => mention.settings.length > 0) ?? whole[0] ?? hosts[0];
  for (const { mention, statement } of holding) {
    if (mention === host?.mention) continue;
    mention.settings = mention.settings.filter((setting) => keyOf(setting) !== key);
    changed.add(statement);
  }
  if (!host || (holding.length === 0 && wanted.text === "")) return;
  const { settings } = host.mention;
  const at = settings.findIndex((setting) => keyOf(setting) === key);
  const written = wanted.text === "" ? [] : [{ ...wanted, at: NOWHERE, valueAt: NOWHERE }];
  const others = settings.filter((setting) => keyOf(setting) !== key);
  others.splice(at < 0 ? others.length : at, 0, ...written);
  host.mention.settings = others;
  changed.add(host.statement);
}

function keyOf({ key }: { key: string }): string {
  return policyNamed(key)?.key ?? key;
}

/** The setting of a node that says its replicas too: `gpu=L4 x4`. */
export function replicatedAt(
  hosts: readonly Host[],
  spec: ComponentSpec,
): { key: string; value: string; copies: string } | undefined {
  for (const { mention } of hosts)
    for (const setting of mention.settings) {
      const read = replicated(spec, setting);
      if (read) return { key: setting.key, ...read };
    }
  return undefined;
}

/** A value that cannot break out of its place in the text; undefined where nothing is left of it. */
export function cleanedValue(value: string): string | undefined {
  const flat = value.replace(/->|[[\]{}#\r\n=<>]/g, " ");
  let depth = 0;
  let kept = "";
  for (const character of flat) {
    if (character === "(") depth++;
    if (character === ")" && depth === 0) continue;
    if (character === ")") depth--;
    kept += character === "," && depth === 0 ? " " : character;
  }
  const clean = normalised(kept + ")".repeat(depth));
  return clean === "" && value.trim() !== "" ? undefined : clean;
}
