import { basename } from "node:path";
import type { Leak } from "../schema.ts";
import { lineAt, personalData } from "./personal-data.ts";
import type { Repository, RepositoryFile } from "./repository.ts";
import { isPlaceholder, SECRET_PATTERNS, type SecretPattern } from "./secret-patterns.ts";
import { isTextual } from "./worth-listing.ts";

const MOST_LEAKS = 20;
const MOST_TEXT_CHARS = 2_000_000;
/** Hashes of packages, texts of others, and made-up values that tests need. */
const NO_SECRETS =
  /(?:^|\/)(?:tests?|spec|__tests__|fixtures?|examples?|docs?)\/|(?:^|[._-])test[._-]|(?:\.lock|lock\.json|lock\.yaml|\.min\.js|\.svg|\.bib)$/i;
const DATA = /\.(?:csv|tsv|jsonl|json|txt|sql)$/;

export type FoundLeaks = { leaks: Leak[]; limits: string[] };

/**
 * Secrets and personal data in the listed files and in what was deleted from the history. `texts` are those that were
 * read already; the others are read while there is time.
 */
export async function findLeaks(
  repository: Pick<Repository, "files" | "read" | "head" | "history">,
  texts: ReadonlyMap<string, string>,
  timeoutMs: number,
): Promise<FoundLeaks> {
  const end = performance.now() + timeoutMs;
  const leaks: Leak[] = [];
  const searched = repository.files.filter(({ path }) => isTextual(path) && !NO_SECRETS.test(path)).sort(bySuspicion);
  let left = searched.length;
  for (const { path, bytes } of searched) {
    if (leaks.length >= MOST_LEAKS || performance.now() > end) break;
    left--;
    const text =
      texts.get(path) ?? (bytes > MOST_TEXT_CHARS ? await repository.head(path) : await repository.read(path));
    if (text !== undefined) leaks.push(...leaksIn(path, text));
  }
  const limits =
    left > 0 && leaks.length < MOST_LEAKS
      ? [`${left.toLocaleString("en-US")} files were not searched for secrets: the time did not suffice.`]
      : [];
  return { leaks: [...leaks, ...deletedLeaks(repository)].slice(0, MOST_LEAKS), limits };
}

/** What is likely to hold a secret first, data last: there is much of it. */
function bySuspicion(a: RepositoryFile, b: RepositoryFile): number {
  const rank = ({ path }: RepositoryFile) =>
    /(?:^|\/)\.env|\.pem$|\.key$|credential|secret|config/i.test(path) ? 0 : DATA.test(path) ? 2 : 1;
  return rank(a) - rank(b) || (a.path < b.path ? -1 : 1);
}

/** Secrets in one text, and in a file of data the personal data. */
export function leaksIn(file: string, text: string): Leak[] {
  const leaks = SECRET_PATTERNS.flatMap((pattern) => secretsIn(file, text, pattern)).concat(envFile(file, text));
  const once = leaks.filter((leak, at) => leaks.findIndex(({ line }) => line === leak.line) === at);
  return DATA.test(file) ? [...once, ...personalData(file, text)] : once;
}

function secretsIn(file: string, text: string, pattern: SecretPattern): Leak[] {
  const { kind, clean } = pattern;
  return [...text.matchAll(pattern.pattern)].flatMap(({ 0: match, index }) => {
    if (isPlaceholder(match, pattern)) return [];
    return [{ kind, file, line: lineAt(text, index), masked: masked(match), commit: null, clean }];
  });
}

/** A committed `.env` with a value that is no placeholder. */
function envFile(file: string, text: string): Leak[] {
  if (!/^\.env(?:\.(?!example|sample|template|dist)[\w.-]+)?$/.test(basename(file))) return [];
  const lines = text.split("\n");
  const at = lines.findIndex((line) =>
    /^\s*(?:export\s+)?\w*(?:KEY|SECRET|TOKEN|PASSWORD|PASS|DSN|URL)\w*\s*=\s*["']?[^\s"'#]{8,}/i.test(line),
  );
  const value = lines[at]?.split("=").slice(1).join("=").trim() ?? "";
  if (at < 0 || /x{4,}|\*{3,}|<|your|example|change[_-]?me|placeholder/i.test(value)) return [];
  return [
    {
      kind: "environment file with secrets",
      file,
      line: at + 1,
      masked: `${lines[at]?.split("=")[0]?.trim()}=…`,
      commit: null,
      clean:
        "Revoke what it holds, take the file out of the history with `git filter-repo`, name it in `.gitignore`, and commit an `.env.example`.",
    },
  ];
}

function deletedLeaks({ history, files }: Pick<Repository, "history" | "files">): Leak[] {
  const there = new Set(files.map(({ path }) => path));
  return (history?.deleted ?? [])
    .filter(
      ({ path }) =>
        !there.has(path) &&
        !NO_SECRETS.test(path) &&
        /(?:^|\/)(?:\.env(?:\.(?!example|sample|template|dist)[\w.-]+)?|[^/]+\.(?:pem|p12)|id_(?:rsa|ed25519)|kaggle\.json|[^/]*credentials[^/]*\.json)$/.test(
          path,
        ),
    )
    .map(({ path, commit }) => ({
      kind: "deleted file that is still in the history",
      file: path,
      line: 1,
      masked: "…",
      commit,
      clean:
        "Deleting a file leaves it in every clone: revoke what it held, then take it out with `git filter-repo --invert-paths --path " +
        path +
        "`.",
    }));
}

function masked(secret: string): string {
  return secret.startsWith("-----") ? "-----BEGIN …" : `${secret.slice(0, 4)}…`;
}
