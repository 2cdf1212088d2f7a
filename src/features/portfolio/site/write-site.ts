import { lstat, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { failed, ok, type Result } from "../../../lib/result.ts";

const MANIFEST = ".holdout-site.json";
const Manifest = z.object({ files: z.array(z.string().regex(/^(?!\/)(?!.*\.\.)[\w./-]+$/)) });

/**
 * Writes a site into a folder, which may be a Git work tree or hold files of yours: only what an earlier site wrote is
 * replaced or removed. A file of yours that would be overwritten is a reason to write nothing, and so is a link inside:
 * it may lead anywhere.
 */
export async function writeSite(files: ReadonlyMap<string, string>, folder: string): Promise<Result<number, string>> {
  const known = await earlierFiles(folder);
  if (!known.ok) return known;
  const earlier = known.value;
  const names = [...new Set([...files.keys(), ...earlier])];
  const refused = await refusalOf(folder, names, earlier);
  if (refused !== undefined) return failed(refused);
  try {
    // before the files, so that what a full disk breaks off is known as ours the next time
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, MANIFEST), manifestOf(names));
    for (const [name, text] of files) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
    for (const name of earlier) if (!files.has(name)) await rm(join(folder, name), { force: true });
    await writeFile(join(folder, MANIFEST), manifestOf([...files.keys()]));
  } catch (error) {
    return failed(`The site could not be written: ${(error as Error).message}`);
  }
  return ok(files.size);
}

const manifestOf = (files: readonly string[]) => `${JSON.stringify({ files }, null, 2)}\n`;

async function refusalOf(
  folder: string,
  names: readonly string[],
  earlier: ReadonlySet<string>,
): Promise<string | undefined> {
  const foreign: string[] = [];
  for (const name of [MANIFEST, ...names]) {
    const steps = name.split("/");
    for (const at of steps.keys()) {
      const path = steps.slice(0, at + 1).join("/");
      const found = await lstat(join(folder, path)).catch(() => undefined);
      if (found === undefined) break;
      if (found.isSymbolicLink())
        return `${folder} has ${path}, which is a link: a site is not written through one. Name another folder, or remove it first.`;
      const isLast = at === steps.length - 1;
      if (isLast ? name !== MANIFEST && !earlier.has(name) : !found.isDirectory()) foreign.push(path);
    }
  }
  if (foreign.length === 0) return undefined;
  const shown = [...new Set(foreign)].slice(0, 3).join(", ");
  return `${folder} has ${shown} that no earlier site wrote. Name another folder, or remove it first.`;
}

/** What an earlier site wrote, by its list; a list that is none of ours was written by somebody else. */
async function earlierFiles(folder: string): Promise<Result<Set<string>, string>> {
  let text: string;
  try {
    text = await readFile(join(folder, MANIFEST), "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") return ok(new Set());
    return failed(`The site could not be written: ${(error as Error).message}`);
  }
  try {
    return ok(new Set(Manifest.parse(JSON.parse(text)).files));
  } catch {
    return failed(
      `${folder} has a ${MANIFEST} that is no list of a site, so nobody knows which files are yours. Name another folder, or remove it first.`,
    );
  }
}
