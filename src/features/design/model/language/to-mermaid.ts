import { specOf } from "../components/catalogue.ts";
import type { Design, DesignEdge, EdgeKind } from "../design.ts";

/** Drawn dashed: data, models and alarms; requests are drawn as a line. */
const DASHED: readonly EdgeKind[] = ["write", "read", "label", "deploy", "watch", "trigger"];

/** The design as a Mermaid flowchart; names that Mermaid reserves are kept apart by a prefix. */
export function toMermaid(design: Design): string {
  const names = new Map(design.nodes.map(({ id }, index) => [id, `n${index}`]));
  const nodes = design.nodes.map(({ id, type, settings }) => {
    const { title, role } = specOf(type);
    const said = settings.map(({ key, operator, text }) => `${key}${operator}${text}`).join(", ");
    const label = quoted([id, ...(title.toLowerCase() === id ? [] : [title]), ...(said ? [said] : [])]);
    const [open, close] =
      role === "store" || role === "data" ? ["[(", ")]"] : role === "queue" ? ["[[", "]]"] : ["[", "]"];
    return `  ${names.get(id)}${open}${label}${close}`;
  });
  const edges = design.edges.map((edge) => `  ${names.get(edge.from)} ${arrowOf(edge)} ${names.get(edge.to)}`);
  return ["flowchart LR", ...nodes, ...edges, ""].join("\n");
}

function arrowOf({ kind, settings }: DesignEdge): string {
  const line = DASHED.includes(kind) ? "-.->" : "-->";
  const said = settings.map(({ key, text }) => `${key}=${text}`).join(", ");
  const label = kind === "call" ? said : said ? `${kind}: ${said}` : kind;
  return label ? `${line}|${quoted([label])}|` : line;
}

function quoted(lines: readonly string[]): string {
  const escaped = lines.map((line) => line.replace(/[&"<>]/g, (character) => `#${character.charCodeAt(0)};`));
  return `"${escaped.join("<br>")}"`;
}
