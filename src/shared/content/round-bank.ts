import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { ContentFault } from "./content-fault.ts";
import type { Question } from "./question.ts";
import { readYaml } from "./read-yaml.ts";
import { type Known, referenceFaults, twiceFaults } from "./references.ts";
import { RoundScript, SCRIPTED_ROUNDS, type ScriptPart } from "./round-script.ts";

export type ScriptItem = { slug: string; path: string; version: string; script: RoundScript };
export type ScriptBank = { scripts: ScriptItem[]; faults: ContentFault[] };

/** Reads `rounds/<round>/<slug>.yaml` under `contentDir`. Scripts with a fault are left out and told of. */
export function loadScripts(contentDir: string, known: Known): ScriptBank {
  const read = scriptFiles(join(contentDir, "rounds")).map(readScript);
  const items = read.flatMap((each) => (each.ok ? [each.value] : []));
  return {
    scripts: items,
    faults: [
      ...read.flatMap((each) => (each.ok ? [] : each.faults)),
      ...items.flatMap((item) => scriptFaults(item, known)),
      ...twiceFaults(items.map(({ slug, path, script }) => ({ id: script.id, slug, path }))),
    ],
  };
}

/** Skills, roles and a folder that a script names and that there are not. */
export function scriptFaults({ path, script }: ScriptItem, known: Known): ContentFault[] {
  const folder = basename(dirname(path));
  return [
    ...referenceFaults(path, { ...script, kind: script.round }, known),
    ...(folder === script.round
      ? []
      : [{ path, line: 1, message: `a ${script.round} round lies in rounds/${script.round}, not in ${folder}` }]),
  ];
}

/** Paths of all scripts of `rounds/`, by round and name. */
export function scriptFiles(folder: string): string[] {
  return SCRIPTED_ROUNDS.map((round) => join(folder, round)).flatMap(yamlFiles);
}

export function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(folder, name));
}

export function readScript(path: string): { ok: true; value: ScriptItem } | { ok: false; faults: ContentFault[] } {
  if (!existsSync(path)) return { ok: false, faults: [{ path, line: 1, message: "the file is missing" }] };
  const text = readFileSync(path, "utf8");
  const read = readYaml(path, text, RoundScript);
  if (!read.ok) return read;
  const version = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return { ok: true, value: { slug: basename(path, ".yaml"), path, version, script: read.value } };
}

/** A part as the grader sees a question. */
export function asQuestion(script: RoundScript, part: ScriptPart): Question {
  const { id, title, skills, difficulty, roles } = script;
  const { ask, rubric, misconceptions, probes, answers, reference } = part;
  const prompt = `${script.opening}\n${ask}`;
  return {
    id,
    title,
    kind: "explain",
    skills,
    difficulty,
    roles,
    prompt,
    rubric,
    misconceptions,
    probes,
    clarify: [],
    answers,
    reference,
    sources: [],
  };
}
