import { ACCELERATORS } from "../../../../../src/features/design/model/components/hardware.ts";
import type { Parameter, Standing } from "../../../../../src/features/design/model/components/spec.ts";

const STANDINGS: Record<Standing, string> = {
  sourced: "sourced",
  "second-hand": "second hand",
  proposed: "proposed by us",
};

/** Where a default comes from; "" where there is none to speak of. */
export function defaultWords({ default: standard, standing, source, kind }: Parameter): string {
  if (standard === "" || kind === "choice") return source ? `${STANDINGS[standing]}: ${source}.` : "";
  return `${standard} by default, ${STANDINGS[standing]}${source ? `: ${source}` : ""}.`;
}

/** Values that have names, offered while one types. */
export function suggestedValues({ kind, choices, key }: Parameter): readonly string[] {
  if (choices) return choices;
  if (kind === "hardware" && key === "gpu") return Object.keys(ACCELERATORS);
  return kind === "duration" && key === "every" ? ["hourly", "daily", "weekly"] : [];
}

/** What can be written: the choices, or an example where there is no default to show how. */
export function rangeWords({ choices }: Parameter, example: string | undefined): string {
  if (choices) return `One of ${choices.map((choice) => `\`${choice}\``).join(", ")}.`;
  return example ? `For example \`${example}\`.` : "";
}
