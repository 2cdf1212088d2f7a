import { join } from "node:path";

const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
// as git-check-ref-format(1) has it, as far as a path of ours is concerned
const REF = /^refs\/(?!.*(?:\.\.|\/\/|\/$))[^\0-\x20\x7f~^:?*[\\]{1,240}$/u;
const MOST_STEPS = 5;
const MOST_PACKED_BYTES = 20_000_000;

type ReadText = (path: string, mostBytes?: number) => Promise<string | undefined>;

/** The commit that HEAD leads to, through references in files and the packed ones; undefined before the first commit. */
export async function resolveHead(folders: readonly string[], text: ReadText): Promise<string | undefined> {
  let name = "HEAD";
  for (let step = 0; step < MOST_STEPS; step++) {
    const content = (await inFiles(name, folders, text)) ?? (await inPacked(name, folders, text));
    if (content === undefined || HASH.test(content)) return content;
    const next = /^ref: *(.+)$/.exec(content)?.[1];
    if (next === undefined || !REF.test(next)) return undefined;
    name = next;
  }
  return undefined;
}

async function inFiles(name: string, folders: readonly string[], text: ReadText): Promise<string | undefined> {
  for (const folder of folders) {
    const content = await text(join(folder, ...name.split("/")));
    if (content !== undefined) return content.trim();
  }
  return undefined;
}

async function inPacked(name: string, folders: readonly string[], text: ReadText): Promise<string | undefined> {
  for (const folder of folders) {
    const packed = (await text(join(folder, "packed-refs"), MOST_PACKED_BYTES)) ?? "";
    const end = packed.indexOf(` ${name}\n`);
    const hash = end < 0 ? "" : packed.slice(packed.lastIndexOf("\n", end) + 1, end);
    if (HASH.test(hash)) return hash;
  }
  return undefined;
}
