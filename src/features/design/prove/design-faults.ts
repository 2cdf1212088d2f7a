import type { DesignCase } from "../case-folder.ts";
import { faultsOf } from "../model/check/faults-of.ts";

/** What is at fault in the designs of a case, each with its place; a warning is none. */
export function designFaults({
  reference,
  flawed,
  world,
}: Pick<DesignCase, "reference" | "flawed" | "world">): string[] {
  const designs = [
    { path: "reference.design", text: reference },
    ...flawed.map(({ name, text }) => ({ path: `flawed/${name}.design`, text })),
  ];
  return designs.flatMap(({ path, text }) =>
    faultsOf(text, world)
      .filter(({ severity }) => severity === "error")
      .map(({ at, message, mend }) => `${path}:${at.line}:${at.column}: ${message} ${mend}`.trim()),
  );
}
