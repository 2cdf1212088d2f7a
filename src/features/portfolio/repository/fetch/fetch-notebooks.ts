import { findGitFolder } from "../git/git-folder.ts";
import { openReadingRoom } from "../git/reading-room.ts";
import { absentBlobs } from "../git/tree-files.ts";
import { type Fetching, runFetch } from "./run-fetch.ts";

const MOST_NOTEBOOKS = 40;
const MOST_MS = 30_000;

/** Notebooks carry their pictures and are often above the size that a clone leaves out; they are fetched after it. */
export async function fetchNotebooks(fetching: Fetching, settings: Record<string, string>): Promise<void> {
  const { git, into, limits } = fetching;
  const found = await findGitFolder(into);
  if (!found.ok || found.value?.head === undefined) return;
  const room = await openReadingRoom(found.value);
  const absent = await absentBlobs({ git, gitDir: room.path }, found.value.head).finally(room.close);
  const notebooks = absent.filter(({ path }) => path.endsWith(".ipynb")).slice(0, MOST_NOTEBOOKS);
  if (notebooks.length === 0) return;
  fetching.onProgress(`Fetching ${notebooks.length} large notebooks`);
  const flags = ["--no-tags", "--no-write-fetch-head", "--recurse-submodules=no", "--filter=blob:none", "--stdin"];
  // where this fails the scan says which files are not there
  await runFetch(
    { ...fetching, limits: { ...limits, ms: MOST_MS } },
    [`--git-dir=${into}`, "fetch", ...flags, "origin"],
    {
      settings: { ...settings, "fetch.negotiationAlgorithm": "noop" },
      input: notebooks.map(({ hash }) => `${hash}\n`).join(""),
    },
  );
}
