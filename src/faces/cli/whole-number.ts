import { UsageError } from "./command.ts";

/** A whole number as written after the flag `name`. */
export function wholeNumber(name: string, written: unknown, { from, to }: { from: number; to?: number }): number {
  const number = Number(written);
  if (!Number.isInteger(number) || number < from || number > (to ?? number))
    throw new UsageError(`${name} takes a whole number from ${from}${to === undefined ? "" : ` to ${to}`}.`);
  return number;
}
