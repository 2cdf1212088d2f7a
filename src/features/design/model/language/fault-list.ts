import type { DesignFault, Place } from "../design.ts";

/** Nobody reads more, and looking for the nearest word costs time. */
const MOST_FAULTS = 100;

/** Gathers faults; past `MOST_FAULTS` it makes none, so that text of any kind costs little. */
export class FaultList {
  readonly found: DesignFault[] = [];
  /** Of all that were reported, kept or not. */
  count = 0;

  error(at: Place, say: () => { message: string; mend: string }, node?: string): void {
    this.#add("error", at, { say, node });
  }

  warning(at: Place, say: () => { message: string; mend: string }, node?: string): void {
    this.#add("warning", at, { say, node });
  }

  #add(
    severity: DesignFault["severity"],
    at: Place,
    { say, node }: { say: () => { message: string; mend: string }; node: string | undefined },
  ): void {
    this.count++;
    if (this.found.length >= MOST_FAULTS) return;
    this.found.push({ severity, ...say(), at, ...(node === undefined ? {} : { node }) });
  }
}

/** In the order of reading. */
export function sortedFaults(faults: readonly DesignFault[]): DesignFault[] {
  return [...faults].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
}
