import { expect, test } from "vitest";
import { parseDesign } from "./parse-design.ts";
import { toMermaid } from "./to-mermaid.ts";

test("a design is a flowchart: calls as lines, data and models dashed, names kept apart from Mermaid's own words", () => {
  const { design } = parseDesign(
    "end:gateway -> app -> db{shards=4}[timeout=8ms]\nend -> events:queue -> warehouse -> train",
  );
  expect(toMermaid(design)).toBe(`flowchart LR
  n0["end<br>API gateway"]
  n1["app<br>Stateless service"]
  n2[("db<br>Relational database<br>shards=4")]
  n3[["events<br>Queue or log"]]
  n4[("warehouse")]
  n5["train<br>Training job"]
  n0 --> n1
  n1 -->|"timeout=8ms"| n2
  n0 -->|"publish"| n3
  n3 -->|"deliver"| n4
  n4 -.->|"read"| n5
`);
  expect(toMermaid(parseDesign("s:scorer{block>0.9}").design)).toContain("block#62;0.9");
});
