import { z } from "zod";
import type { Calculator } from "../../../src/features/impact/model/calculator.ts";
import { exampleOf } from "../../../src/features/impact/model/calculators.ts";
import type { Beliefs } from "../../../src/features/impact/model/value-range.ts";
import { readText, writeText } from "../../api/kept-text.ts";

const Kept = z.record(z.string(), z.object({ low: z.number(), likely: z.number(), high: z.number() }));
const keyOf = ({ id }: Calculator) => `holdout.impact.${id}`;

/** What was last assumed in this browser, or the example. */
export function keptBeliefs(calculator: Calculator): Beliefs {
  const example = exampleOf(calculator);
  try {
    const kept = Kept.safeParse(JSON.parse(readText(keyOf(calculator))));
    // an older version may have had other quantities
    return kept.success
      ? Object.fromEntries(Object.entries(example).map(([id, belief]) => [id, kept.data[id] ?? belief]))
      : example;
  } catch {
    return example;
  }
}

export function keepBeliefs(calculator: Calculator, beliefs: Beliefs): void {
  writeText(keyOf(calculator), JSON.stringify(beliefs));
}

export function forgetBeliefs(calculator: Calculator): void {
  writeText(keyOf(calculator), "");
}
