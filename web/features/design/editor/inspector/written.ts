import { specOf } from "../../../../../src/features/design/model/components/catalogue.ts";
import type { DesignFault, DesignNode, Setting } from "../../../../../src/features/design/model/design.ts";
import { replicated } from "../../../../../src/features/design/model/language/resolve-settings.ts";

/** What was written for a parameter, "" where its default stands; of `gpu=L4 x4` each field shows its part. */
export function writtenValue({ type, settings }: DesignNode, key: string): string {
  for (const setting of settings) {
    const split = replicated(specOf(type), setting);
    if (split && key === setting.key) return split.value;
    if (split && key === "replicas") return split.copies;
  }
  return settings.find((setting) => setting.key === key)?.text ?? "";
}

/** What is wrong with a value where it is written. */
export function faultOf(
  settings: readonly Setting[],
  key: string,
  faults: readonly DesignFault[],
): DesignFault | undefined {
  const at = settings.find((setting) => setting.key === key)?.at;
  return at && faults.find((fault) => fault.at.line === at.line && within(fault.at.column, at));
}

const within = (column: number, { column: from, endColumn }: Setting["at"]) => column >= from && column < endColumn;
