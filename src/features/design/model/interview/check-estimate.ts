import type { Estimates } from "../../../../shared/content/design/case.ts";
import type { CheckedEstimate } from "../../schema.ts";
import { specNamed } from "../components/catalogue.ts";
import { parseQuantity } from "./parse-quantity.ts";

/** A quantity to be estimated, with what is right: a number in its unit, or component types. */
export type Quantity = Estimates[number] & { right: number | string[] };

/** What an estimate is worth before any run: `shown` is filled in by whoever has runs. */
export function checkEstimate(quantity: Quantity, typed: string): Omit<CheckedEstimate, "shown"> {
  const { id, ask, unit, right, within, why, formula = null, given } = quantity;
  const value = readEstimate(typed, unit);
  return { id, ask, unit, typed, value, right, within, why, formula, given, state: stateOf(quantity, typed, value) };
}

/** What is understood of a text: a number in the unit, or the component type where there is no unit; null: nothing. */
export function readEstimate(typed: string, unit: string): number | string | null {
  return unit === "" ? componentIn(typed) : parseQuantity(typed, unit);
}

function stateOf({ right, within }: Quantity, typed: string, value: number | string | null): CheckedEstimate["state"] {
  if (typed.trim() === "") return "empty";
  if (value === null) return "unread";
  if (typeof right !== "number") return right.some((name) => specNamed(name)?.type === value) ? "right" : "off";
  const ratio = Number(value) / right;
  return ratio >= 1 / within && ratio <= within ? "right" : "off";
}

/** The first component type that a text names, by its type or an alias, in one word or two. */
function componentIn(typed: string): string | null {
  const words = typed.toLowerCase().match(/[a-z0-9-]+/g) ?? [];
  for (const [at, word] of words.entries()) {
    const next = words[at + 1] ?? "";
    const names = [
      `${word}-${next}`,
      `${word}${next}`,
      next && `${word}-${next.replace(/s$/, "")}`,
      word,
      word.replace(/s$/, ""),
    ];
    const spec = names.map((name) => specNamed(name)).find((each) => each !== undefined);
    if (spec) return spec.type;
  }
  return null;
}
