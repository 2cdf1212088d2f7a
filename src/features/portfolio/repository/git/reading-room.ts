import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type GitFolder, objectFolders } from "./git-folder.ts";

/**
 * A repository of our own, empty but for the way to another one's objects. Git reads this one's configuration, hooks
 * and attributes: none. So nothing that a scanned repository says (`core.fsmonitor`, a hook, `gpg.program`, a filter,
 * an included file) is ever obeyed. The way is by links and not by `objects/info/alternates`: Git would go on from
 * there to wherever the other repository's alternates lead.
 */
export async function openReadingRoom(git: GitFolder): Promise<{ path: string; close: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "holdout-git-"));
  await Promise.all(["objects/info", "refs", "info"].map((folder) => mkdir(join(path, folder), { recursive: true })));
  await writeFile(join(path, "HEAD"), "ref: refs/heads/none\n");
  await writeFile(join(path, "config"), settingsFor(git));
  if (git.shallow.length > 0) await writeFile(join(path, "shallow"), `${git.shallow.join("\n")}\n`);
  const folders = await objectFolders(git.objects);
  // a junction needs no right of its own on Windows; elsewhere the word is passed over
  await Promise.all(folders.map((name) => symlink(join(git.objects, name), join(path, "objects", name), "junction")));
  return { path, close: () => rm(path, { recursive: true, force: true }) };
}

/** Bounds of memory, and the form of the hashes. */
function settingsFor({ head }: GitFolder): string {
  const sha256 = head?.length === 64;
  return `[core]
	repositoryformatversion = ${sha256 ? 1 : 0}
	bare = true
	packedGitWindowSize = 32m
	packedGitLimit = 512m
	bigFileThreshold = 20m
${sha256 ? "[extensions]\n\tobjectFormat = sha256\n" : ""}`;
}
