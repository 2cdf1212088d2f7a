import type { Design, DesignFault } from "../../src/features/design/model/design.ts";

/** What a text means, whatever stands where in it; for tests. */
export function withoutPlaces({ design, faults }: { design: Design; faults: DesignFault[] }): unknown {
  const bare = (value: unknown) => JSON.parse(JSON.stringify(value, (key, each) => (key === "at" ? undefined : each)));
  const said = faults.map(({ message, node, severity }) => ({
    message: message.replace(/in line \d+/, ""),
    node,
    severity,
  }));
  return { design: bare(design), faults: said.map((each) => JSON.stringify(each)).sort() };
}
