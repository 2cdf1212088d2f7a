import { dataComponents } from "./data.ts";
import { edgeTier } from "./edge-tier.ts";
import { peopleAndModels } from "./people-and-models.ts";
import { serving } from "./serving.ts";
import type { ComponentSpec, ComponentType } from "./spec.ts";
import { stores } from "./stores.ts";

/** Every component that a design can have, in the order of the palette. */
export const CATALOGUE: readonly ComponentSpec[] = [
  ...edgeTier,
  ...serving,
  ...stores,
  ...dataComponents,
  ...peopleAndModels,
];

const byType = new Map(CATALOGUE.map((spec) => [spec.type, spec]));
const byName = new Map(CATALOGUE.flatMap((spec) => [spec.type, ...spec.aliases].map((name) => [name, spec] as const)));

export function specOf(type: ComponentType): ComponentSpec {
  const spec = byType.get(type);
  if (!spec) throw new Error(`no component "${type}"`);
  return spec;
}

/** The component of a written name: its type or an alias, with a number after it or not (`cache2`). */
export function specNamed(name: string): ComponentSpec | undefined {
  const lower = name.toLowerCase();
  return byName.get(lower) ?? byName.get(lower.replace(/[-_]?\d+$/, ""));
}

export function componentNames(): Iterable<string> {
  return byName.keys();
}
