import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { failed, ok, type Result } from "../../lib/result.ts";

/** Everything that is kept of one item: as data, which import reads, and as Markdown for people. */
export type ItemFile = { name: string; data: unknown; markdown: string };

/** Writes two files an item into `folder`, which is made; returns how many items there were. */
export async function writeItemFiles(folder: string, items: readonly ItemFile[]): Promise<number> {
  await mkdir(folder, { recursive: true });
  for (const { name, data, markdown } of items) {
    await writeJsonFile(join(folder, `${name}.json`), data);
    await writeFile(join(folder, `${name}.md`), markdown);
  }
  return items.length;
}

/** What `writeItemFiles` wrote, by item, or what is at fault in all of it; a folder that is not there holds nothing. */
export async function readItemFiles<T>(folder: string, schema: z.ZodType<T>): Promise<Result<T[], string[]>> {
  if (!existsSync(folder)) return ok([]);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const read = await Promise.all(names.map((name) => readJsonFile(join(folder, name), schema)));
  const faults = read.flatMap((each) => (each.ok ? [] : [each.reason]));
  return faults.length > 0 ? failed(faults) : ok(read.flatMap((each) => (each.ok ? [each.value] : [])));
}

export async function writeJsonFile(path: string, data: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(data, null, 2)}\n`);
}

/** The reason of a failure names the file and its first fault. */
export async function readJsonFile<T>(path: string, schema: z.ZodType<T>): Promise<Result<T, string>> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(path, "utf8")));
    if (parsed.success) return ok(parsed.data);
    const issue = parsed.error.issues[0];
    return failed(`${path}: ${issue?.path.join(".")}: ${issue?.message}`);
  } catch (error) {
    return failed(`${path}: ${(error as Error).message}`);
  }
}
