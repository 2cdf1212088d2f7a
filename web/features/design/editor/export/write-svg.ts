import { specOf } from "../../../../../src/features/design/model/components/catalogue.ts";
import { percent } from "../../../../ui/figures.ts";
import { arrowHead, smoothPath } from "../canvas/edge-path.ts";
import { glyphOf } from "../canvas/glyphs.ts";
import { loadTone, replicasOf, strokeOf, tellingLine } from "../canvas/node-words.ts";
import { type Layout, NODE_WIDTH, type PlacedEdge, type PlacedNode } from "../canvas/placed.ts";

/** The colours of a picture: one that leaves the page takes its colours with it. */
export type Colours = Record<
  "paper" | "sheet" | "line" | "control" | "ink" | "ink-2" | "ink-3" | "pass" | "part" | "fail",
  string
>;

type Options = { colours: Colours; load?: Record<string, number> | undefined };

const SANS = "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif";
const MONO = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace";
const DASHES = { solid: "", dashed: "6 4", dotted: "1.5 3.5" } as const;
const PADDING = 10;
/** Mean width of a letter of a label. */
const LETTER = 5.6;

/** The drawing as a file of its own: no style sheet, no script, no font but the reader's. */
export function writeSvg(layout: Layout, { colours, load }: Options): string {
  const [width, height] = [Math.ceil(layout.width), Math.ceil(layout.height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${SANS}">`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    ...layout.edges.map((placed) => drawEdge(placed, colours)),
    ...layout.edges.map((placed) => drawLabel(placed, colours)).filter((label) => label !== ""),
    ...layout.nodes.map((placed) => drawNode(placed, { colours, load })),
    "</svg>",
    "",
  ].join("\n");
}

function drawEdge({ edge, points }: PlacedEdge, colours: Colours): string {
  const stroke = strokeOf[edge.kind];
  const colour = stroke === "solid" ? colours["ink-2"] : colours["ink-3"];
  const dash = DASHES[stroke] === "" ? "" : ` stroke-dasharray="${DASHES[stroke]}" stroke-linecap="round"`;
  const way = `<path d="${smoothPath(points)}" fill="none" stroke="${colour}" stroke-width="1.5"${dash}/>`;
  const head = `<path d="${arrowHead(points)}" fill="${colour}"/>`;
  return way + head;
}

/** After all arrows, so that none strikes it through. */
function drawLabel({ label, labelAt: { x, y } }: PlacedEdge, colours: Colours): string {
  if (label === "") return "";
  const width = label.length * LETTER + 6;
  return [
    `<rect x="${round(x - width / 2)}" y="${round(y - 7)}" width="${round(width)}" height="14" rx="3" fill="${colours.paper}"/>`,
    `<text x="${round(x)}" y="${round(y + 4)}" text-anchor="middle" font-size="11" fill="${colours["ink-2"]}">${escaped(label)}</text>`,
  ].join("");
}

function drawNode({ node, x, y, height }: PlacedNode, { colours, load }: Options): string {
  const spec = specOf(node.type);
  const [left, right] = [x + PADDING, x + NODE_WIDTH - PADDING];
  const aside = spec.role !== "path" && spec.role !== "store";
  const text = (line: Line) => drawText({ ...line, x: line.x ?? left });
  const busy = load?.[node.id];
  return [
    `<g><rect x="${round(x)}" y="${round(y)}" width="${NODE_WIDTH}" height="${height}" rx="8" fill="${aside ? colours.paper : colours.sheet}" stroke="${colours.control}"/>`,
    `<path transform="translate(${round(left)} ${round(y + 9)}) scale(.875)" d="${glyphOf(spec)}" fill="none" stroke="${colours["ink-2"]}" stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round"/>`,
    text({ x: left + 20, y: y + 21, size: 13, weight: 600, fill: colours.ink, text: fitted(node.id, 15) }),
    text({ x: right, y: y + 21, size: 12, fill: colours["ink-2"], anchor: "end", text: replicasOf(node) }),
    text({ y: y + 39, size: 12, fill: colours["ink-2"], text: fitted(spec.title, 26) }),
    text({
      y: y + 57,
      size: 11,
      fill: colours["ink-3"],
      mono: true,
      text: fitted(tellingLine(node), 25),
    }),
    busy === undefined ? "" : drawLoad({ x: left, y: y + 68, load: busy }, colours),
    "</g>",
  ].join("");
}

function drawLoad({ x, y, load }: { x: number; y: number; load: number }, colours: Colours): string {
  const width = NODE_WIDTH - 2 * PADDING - 44;
  const bar = (length: number, fill: string) =>
    `<rect x="${round(x)}" y="${round(y)}" width="${round(length)}" height="6" rx="3" fill="${fill}"/>`;
  const number = drawText({
    x: x + width + 44,
    y: y + 7,
    size: 11,
    fill: colours["ink-2"],
    anchor: "end",
    text: percent(load),
  });
  return bar(width, colours.line) + bar(width * Math.min(1, load), colours[loadTone(load)]) + number;
}

type Line = {
  x?: number;
  y: number;
  size: number;
  fill: string;
  text: string;
  weight?: number;
  anchor?: "end";
  mono?: true;
};

function drawText({ x = 0, y, size, fill, text, weight, anchor, mono }: Line): string {
  if (text === "") return "";
  const more = [
    weight ? ` font-weight="${weight}"` : "",
    anchor ? ` text-anchor="${anchor}"` : "",
    mono ? ` font-family="${MONO}"` : "",
  ].join("");
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}"${more}>${escaped(text)}</text>`;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Text that is wider than its box ends in an ellipsis; letters are counted, since nothing here can measure them. */
const fitted = (text: string, letters: number) => (text.length > letters ? `${text.slice(0, letters - 1)}…` : text);

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
