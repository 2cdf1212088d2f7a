import { specNamed } from "../components/catalogue.ts";
import type { ComponentSpec, ComponentType } from "../components/spec.ts";
import { FALLBACKS } from "../design.ts";
import {
  type Draft,
  dropIfBare,
  insertStatement,
  newMention,
  newStep,
  nodeOnly,
  openDraft,
  replaceStatement,
  textOf,
} from "./draft.ts";
import { cleanedValue, hostsOf, replicatedAt, writeSetting } from "./edit-settings.ts";
import { isName } from "./parse-step.ts";
import { policyNamed } from "./policies.ts";
import { ownerOf, replicated, signOf } from "./resolve-settings.ts";
import { type Mention, mentionsOf, type Statement, type Step, statementsOf } from "./syntax.ts";

/**
 * Changes of a design as changes of its text. Comments, order and untouched lines stay. What makes no sense (a name that is
 * taken, an arrow that is not there) changes nothing.
 */

export function addNode(text: string, type: ComponentType): { text: string; id: string } {
  const draft = openDraft(text);
  let id: string = type;
  for (let number = 2; draft.types.has(id); number++) id = `${type}${number}`;
  insertStatement(draft, [[newMention(id)]]);
  return { text: textOf(draft), id };
}

/** Draws an arrow: a call made after those that are already there. */
export function connect(text: string, from: string, to: string): string {
  const draft = openDraft(text);
  if (from === to || !isName(from) || !isName(to)) return text;
  const statements = statementsOf(draft.blocks);
  if (statements.some((statement) => arrowsOf(statement, from, to).length > 0)) return text;
  const declared = statements.filter(({ steps }) => steps.length === 1 && steps[0]?.mentions[0]?.id === to);
  const last = statements.findLast(({ steps }) => steps.some(({ mentions }) => mentions.some(({ id }) => id === from)));
  const end = last?.steps.at(-1);
  if (last && !last.broken && end?.mentions.length === 1 && end.mentions[0]?.id === from && !end.comment) {
    last.steps.push(newStep([newMention(to)]));
    draft.changed.add(last);
  } else insertStatement(draft, [[newMention(from)], [newMention(to)]], last);
  for (const statement of declared) dropIfBare(draft, statement);
  return textOf(draft);
}

export function disconnect(text: string, from: string, to: string): string {
  const draft = openDraft(text);
  const touched = statementsOf(draft.blocks).filter((statement) => arrowsOf(statement, from, to).length > 0);
  for (const statement of touched) {
    const pieces: Step[][] = [[]];
    const dropped: Mention[] = [];
    statement.steps.forEach((step, index) => {
      const cut = isFrom(statement.steps[index - 1], from) && step.mentions.some(({ id }) => id === to);
      const kept = cut ? step.mentions.filter(({ id }) => id !== to) : [];
      if (cut && kept.length === 0) pieces.push([step]);
      else if (cut) {
        dropped.push(...step.mentions.filter(({ id }) => id === to));
        pieces.at(-1)?.push({ ...step, mentions: kept });
        pieces.push([]); // no arrow may begin to go on from what was a group
      } else pieces.at(-1)?.push(step);
    });
    const declared = dropped.map((mention) => [newStep([nodeOnly(draft.types, mention)])]);
    replaceStatement(draft, statement, [...pieces, ...declared]);
  }
  return touched.length > 0 ? textOf(draft) : text;
}

export function removeNode(text: string, id: string): string {
  const draft = openDraft(text);
  if (!draft.types.has(id)) return text;
  for (const statement of statementsOf(draft.blocks)) {
    if (statement.steps.some(({ mentions }) => mentions.some((mention) => mention.id === id)))
      removeFrom(draft, statement, id);
  }
  forgetFallback(draft, id);
  return textOf(draft);
}

function removeFrom(draft: Draft, statement: Statement, removed: string): void {
  const pieces: Step[][] = [[]];
  const comments: string[] = [];
  for (const step of statement.steps) {
    const mentions = step.mentions.filter(({ id }) => id !== removed);
    if (mentions.length > 0) pieces.at(-1)?.push({ ...step, mentions });
    else comments.push(...step.commentsBefore, ...(step.comment ? [step.comment] : []));
    if (mentions.length < step.mentions.length) pieces.push([]);
  }
  const at = draft.blocks.indexOf(statement);
  replaceStatement(draft, statement, pieces);
  const vanished = statement.steps.length === 1;
  if (!vanished) draft.blocks.splice(at, 0, ...comments.map((raw) => ({ kind: "comment", raw }) as const));
}

/** What fell back on a node that is gone falls back on nothing. */
function forgetFallback(draft: Draft, id: string): void {
  if (FALLBACKS.some((mode) => mode === id)) return;
  for (const statement of statementsOf(draft.blocks))
    for (const { mentions } of statement.steps)
      for (const mention of mentions) {
        const kept = mention.settings.filter((setting) => !isFallback(setting, id));
        if (kept.length === mention.settings.length) continue;
        mention.settings = kept;
        draft.changed.add(statement);
      }
}

function isFallback({ key, text }: { key: string; text: string }, id: string): boolean {
  return policyNamed(key)?.key === "fallback" && text === id;
}

/** Gives a node another name; it keeps its type, which is written out where the new name does not say it. */
export function renameNode(text: string, id: string, to: string): string {
  const { blocks, types } = openDraft(text);
  const typed = types.get(id);
  if (!typed || !isName(to) || types.has(to)) return text;
  const mentions = mentionsOf(blocks);
  const own = mentions.filter((mention) => mention.id === id);
  const said = own.some(({ type }) => type) || specNamed(to)?.type === typed.spec.type || !typed.known;
  const isMode = FALLBACKS.some((mode) => mode === id);
  const places = [
    ...own.map(({ at }, index) => ({ at, text: index === 0 && !said ? `${to}:${typed.spec.type}` : to })),
    ...mentions.flatMap(({ settings }) =>
      settings.flatMap((setting) => (!isMode && isFallback(setting, id) ? [{ at: setting.valueAt, text: to }] : [])),
    ),
  ];
  const lines = text.split(/\r\n|\r|\n/);
  for (const place of places.sort((a, b) => b.at.column - a.at.column)) {
    const line = lines[place.at.line - 1] ?? "";
    lines[place.at.line - 1] = line.slice(0, place.at.column - 1) + place.text + line.slice(place.at.endColumn - 1);
  }
  return lines.join("\n");
}

/** Sets a parameter of a node as it would be written; `""` takes it out. The replicas in `gpu=L4 x4` stay what they are. */
export function setParameter(text: string, id: string, key: string, value: string): string {
  const draft = openDraft(text);
  const spec = draft.types.get(id)?.spec;
  const clean = cleanedValue(value);
  if (!spec || clean === undefined || !isName(key) || ownerOf(spec, key) !== "node") return text;
  const hosts = hostsOf(draft, id, () => true);
  const write = (name: string, written: string) =>
    writeSetting(draft, hosts, { key: name, text: written, operator: operatorOf(spec, name) });
  const held = replicatedAt(hosts, spec);
  if (held && key === "replicas") {
    const joined = /^\d+$/.test(clean);
    write(held.key, joined ? `${held.value} x${clean}` : held.value);
    write("replicas", joined ? "" : clean);
  } else if (held?.key === key && !replicated(spec, { key, text: clean })) {
    write(key, clean && `${clean} x${held.copies}`);
    if (clean === "") write("replicas", held.copies);
  } else {
    if (replicated(spec, { key, text: clean })) write("replicas", "");
    write(key, clean);
  }
  return draft.changed.size > 0 ? textOf(draft) : text;
}

/** Sets a policy of an arrow; `""` takes it out. */
export function setPolicy(text: string, edge: { from: string; to: string }, key: string, value: string): string {
  const draft = openDraft(text);
  const spec = draft.types.get(edge.to)?.spec;
  const policy = policyNamed(key);
  const clean = cleanedValue(value);
  if (!spec || !policy || clean === undefined || ownerOf(spec, key) !== "policy") return text;
  const hosts = hostsOf(draft, edge.to, ({ steps }, index) => isFrom(steps[index - 1], edge.from));
  writeSetting(draft, hosts, { key: policy.key, text: clean, operator: "=" });
  return draft.changed.size > 0 ? textOf(draft) : text;
}

function operatorOf(spec: ComponentSpec, key: string): "=" | "<" | ">" {
  return spec.parameters.find((each) => each.key === key)?.kind === "threshold" ? signOf(key) : "=";
}

/** The steps of a statement that an arrow from one node to another leads to. */
function arrowsOf({ steps }: Statement, from: string, to: string): Step[] {
  return steps.filter(({ mentions }, index) => isFrom(steps[index - 1], from) && mentions.some(({ id }) => id === to));
}

function isFrom(step: Step | undefined, id: string): boolean {
  return step?.mentions.length === 1 && step.mentions[0]?.id === id;
}
