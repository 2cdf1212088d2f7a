import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { failed, ok, type Result } from "../../../lib/result.ts";

const MANIFEST = ".holdout-site.json";
const Manifest = z.object({ files: z.array(z.string().regex(/^(?!\/)(?!.*\.\.)[\w./-]+$/)) });

/**
 * Writes a site into a folder, which may be a Git work tree or hold files of yours: only what an earlier site wrote is
 * replaced or removed. A file of yours that would be overwritten is a reason to write nothing.
 */
export async function writeSite(files: ReadonlyMap<string, string>, folder: string): Promise<Result<number, string>> {
  const earlier = await earlierFiles(folder);
  const foreign = [...files.keys()].filter((name) => existsSync(join(folder, name)) && !earlier.has(name));
  if (foreign.length > 0) {
    const shown = foreign.slice(0, 3).join(", ");
    return failed(`${folder} has ${shown} that no earlier site wrote. Name another folder, or remove it first.`);
  }
  try {
    // before the files, so that what a full disk breaks off is known as ours the next time
    await mkdir(folder, { recursive: true });
    const names = [...new Set([...files.keys(), ...earlier])];
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

async function earlierFiles(folder: string): Promise<Set<string>> {
  try {
    return new Set(Manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), "utf8"))).files);
  } catch {
    return new Set();
  }
}
