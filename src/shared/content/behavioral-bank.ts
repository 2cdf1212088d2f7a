import { join } from "node:path";
import { BehavioralPrompt } from "./behavioral-prompt.ts";
import { COMPETENCIES } from "./competency.ts";
import type { ContentFault } from "./content-fault.ts";
import { assignParts, type Part } from "./holdout.ts";
import { type Known, referenceFaults, twiceFaults } from "./references.ts";
import { type ReadItem, readYamlItem, yamlFiles } from "./yaml-items.ts";

type PromptItem = { slug: string; path: string; version: string; prompt: BehavioralPrompt };
export type BankPrompt = PromptItem & { part: Part };
export type PromptBank = { prompts: BankPrompt[]; faults: ContentFault[] };

/** With fewer a competency could not be both practised and held out. */
const FEWEST_A_COMPETENCY = 3;

/** Reads `behavioral/<slug>.yaml` under `contentDir`. Prompts with a fault are left out and told of. */
export function loadPrompts(contentDir: string, known: Known): PromptBank {
  const folder = join(contentDir, "behavioral");
  const read = yamlFiles(folder).map(readPrompt);
  const items = read.flatMap((each) => (each.ok ? [each.value] : []));
  const parts = assignParts(
    items.map(({ prompt: { id, competency, difficulty } }) => ({ id, kind: competency, area: competency, difficulty })),
  );
  return {
    prompts: items.map((item) => ({ ...item, part: parts.get(item.prompt.id) ?? "practice" })),
    faults: [
      ...read.flatMap((each) => (each.ok ? [] : each.faults)),
      ...items.flatMap((item) => promptFaults(item, known)),
      ...twiceFaults(items.map(({ slug, path, prompt }) => ({ id: prompt.id, slug, path }))),
      ...(items.length > 0 ? missingFaults(folder, items) : []),
    ],
  };
}

/** Roles that a prompt names and that there are not. */
export function promptFaults({ path, prompt }: PromptItem, known: Known): ContentFault[] {
  return referenceFaults(path, { ...prompt, kind: prompt.competency, skills: [] }, known);
}

export function readPrompt(path: string): ReadItem<PromptItem> {
  const read = readYamlItem(path, BehavioralPrompt);
  if (!read.ok) return read;
  const { content: prompt, ...file } = read.value;
  return { ok: true, value: { ...file, prompt } };
}

function missingFaults(path: string, items: readonly PromptItem[]): ContentFault[] {
  return COMPETENCIES.flatMap((id) => {
    const count = items.filter(({ prompt }) => prompt.competency === id).length;
    if (count >= FEWEST_A_COMPETENCY) return [];
    return [{ path, line: 1, message: `${id} has ${count} prompts; ${FEWEST_A_COMPETENCY} are the fewest` }];
  });
}
