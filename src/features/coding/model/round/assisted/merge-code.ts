const DEFINES = /^(?:async\s+)?(?:def|class)\s+(\w+)/;
const ASSIGNS = /^([A-Za-z_]\w*)\s*(?::[^=]*)?=(?!=)/;
const IMPORTS = /^(?:import|from)\s/;
/** A line at the margin begins something, unless it carries on what stands before it. */
const BEGINS = /^(?!(?:else|elif|except|finally)\b)[A-Za-z_@]/;
const QUOTES = /"""|'''/g;

/** A stretch of a file at its outermost level; `name` is what it defines, and empty where it defines nothing. */
type Block = { name: string; text: string };

/** Python with a piece put in: what the piece defines replaces what had the same name, and the rest comes behind. */
export function mergeCode(code: string, piece: string): string {
  const own = blocksOf(code);
  const coming = blocksOf(piece).filter(({ name, text }) => name !== "" || text.trim() !== "");
  const byName = new Map(coming.filter(({ name }) => name !== "").map((block) => [block.name, block]));
  const kept = own.map((block) => byName.get(block.name) ?? block);
  const had = new Set(own.map(({ name }) => name));
  const fresh = coming.filter(({ name, text }) => (name === "" ? !code.includes(text.trim()) : !had.has(name)));
  const [imports, rest] = [fresh.filter(isImport), fresh.filter((block) => !isImport(block))];
  const at = firstThatRuns(kept, [...kept, ...rest]);
  const all = [...imports, ...kept.slice(0, at), ...rest, ...kept.slice(at)];
  return joined(all.filter(({ text }) => text.trim() !== ""));
}

/** Place of the first block that does something with what is defined: what comes new has to stand before it. */
function firstThatRuns(kept: readonly Block[], all: readonly Block[]): number {
  const functions = all.filter((block) => isDefinition(block)).map(({ name }) => name);
  const calls = new RegExp(String.raw`\b(?:${functions.join("|")})\s*\(`);
  const at = kept.findIndex((block) => {
    if (isImport(block) || isDefinition(block) || isText(block)) return false;
    return block.name === "" || (functions.length > 0 && calls.test(block.text));
  });
  return at === -1 ? kept.length : at;
}

function isDefinition({ text }: Block): boolean {
  return DEFINES.test(firstLine(text.split("\n")));
}

/** Blank, comments, or what a file says of itself at its head. */
function isText({ text }: Block): boolean {
  return /^(?:["'].*)?$/.test(firstLine(text.split("\n")));
}

function isImport({ text }: Block): boolean {
  return IMPORTS.test(text.trimStart());
}

function joined(blocks: readonly Block[]): string {
  let text = "";
  let before: Block | undefined;
  for (const block of blocks) {
    const near = before !== undefined && isSmall(before) && isSmall(block);
    text += `${before === undefined ? "" : near ? "\n" : "\n\n\n"}${block.text.trim()}`;
    before = block;
  }
  return `${text}\n`;
}

/** Imports and constants stand without blank lines between them. */
function isSmall({ text }: Block): boolean {
  return !text.trim().includes("\n") && !DEFINES.test(text);
}

/** A comment or a decorator belongs to what follows it. */
function blocksOf(code: string): Block[] {
  const blocks: string[][] = [];
  let open = false; // what was begun is a comment or a decorator, and waits for what it belongs to
  let quoted = false;
  for (const line of code.split("\n")) {
    const leads = !quoted && (line.startsWith("#") || line.startsWith("@"));
    if (!open && !quoted && (leads || BEGINS.test(line))) blocks.push([]);
    if (blocks.length === 0) blocks.push([]);
    blocks.at(-1)?.push(line);
    if ((line.match(QUOTES)?.length ?? 0) % 2 === 1) quoted = !quoted;
    open = leads || (open && line.trim() === "");
  }
  return blocks.map((lines) => ({ name: nameOf(lines), text: lines.join("\n").trimEnd() }));
}

function nameOf(lines: readonly string[]): string {
  const first = firstLine(lines);
  if (IMPORTS.test(first)) return first.trim();
  return DEFINES.exec(first)?.[1] ?? ASSIGNS.exec(first)?.[1] ?? "";
}

function firstLine(lines: readonly string[]): string {
  return lines.find((line) => line !== "" && !/^[#@\s]/.test(line)) ?? "";
}
