import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { GitFolder } from "./git-folder.ts";

/**
 * A repository of our own, empty but for the way to another one's objects. Git reads this one's configuration, hooks
 * and attributes: none. So nothing that a scanned repository says (`core.fsmonitor`, a hook, `gpg.program`, a filter,
 * an included file) is ever obeyed.
 */
export async function openReadingRoom({
  objects,
  head,
  shallow,
}: GitFolder): Promise<{ path: string; close: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "holdout-git-"));
  const sha256 = head?.length === 64;
  await Promise.all(["objects/info", "refs", "info"].map((folder) => mkdir(join(path, folder), { recursive: true })));
  await writeFile(join(path, "HEAD"), "ref: refs/heads/none\n");
  await writeFile(
    join(path, "config"),
    `[core]\n\trepositoryformatversion = ${sha256 ? 1 : 0}\n\tbare = true\n${sha256 ? "[extensions]\n\tobjectFormat = sha256\n" : ""}`,
  );
  await writeFile(join(path, "objects", "info", "alternates"), `${objects}\n`);
  if (shallow.length > 0) await writeFile(join(path, "shallow"), `${shallow.join("\n")}\n`);
  return { path, close: () => rm(path, { recursive: true, force: true }) };
}
