import { basename, dirname, join } from "node:path";
import type { ContentFault } from "./content-fault.ts";
import type { Question } from "./question.ts";
import { type Known, referenceFaults, twiceFaults } from "./references.ts";
import { RoundScript, SCRIPTED_ROUNDS, type ScriptPart } from "./round-script.ts";
import { type ReadItem, readYamlItem, yamlFiles } from "./yaml-items.ts";

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

export function readScript(path: string): ReadItem<ScriptItem> {
  const read = readYamlItem(path, RoundScript);
  if (!read.ok) return read;
  const { content: script, ...file } = read.value;
  return { ok: true, value: { ...file, script } };
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
