import { nearest } from "../../lib/text.ts";
import { UsageError } from "./command.ts";

/** With more names than that a list of them is no help. */
const MOST_LISTED = 70;

/** What was written, where one of some names is asked for; `noun` says what they name. */
export function oneOf<T extends string>(noun: string, written: string, known: readonly T[]): T {
  const found = known.find((each) => each === written);
  if (found === undefined) throw thereIsNo(noun, written, known);
  return found;
}

/** What to say of a name that there is not: the nearest one, and all where they are few. */
export function thereIsNo(noun: string, written: string, known: readonly string[]): UsageError {
  const meant = nearest(written, known);
  const all = known.length > MOST_LISTED ? "" : ` There are ${known.join(", ")}.`;
  return new UsageError(`There is no ${noun} "${written}"${meant ? `; did you mean "${meant}"?` : "."}${all}`);
}
