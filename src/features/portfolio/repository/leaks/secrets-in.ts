import { basename } from "node:path";
import { isPlaceholder, isRandom } from "./randomness.ts";
import { SECRET_PATTERNS, type SecretPattern, UNQUOTED } from "./secret-patterns.ts";

/** A secret in a text; `at` is its first character, `secret` never leaves this folder. */
export type FoundSecret = { kind: string; at: number; secret: string; clean: string };

/** Hashes of packages, and made-up values that tests need. */
const NEVER =
  /(?:^|[/._-])(?:tests?|specs?|e2e|mocks?|fixtures?|stubs?|playwright|cypress|__tests__|testdata|conftest)(?:[/._-]|$)|\.(?:lock|min\.js|svg|bib)$|lock\.(?:json|yaml)$/i;
/** Here a value is shown to be replaced, unless its form says that it is real. */
const SHOWN =
  /(?:^|\/)(?:docs?|examples?|samples?|tutorials?|templates?)\/|\.(?:md|mdx|rst|html)$|(?:^|[._-])(?:example|sample|template|dist|tpl)(?:[._-]|$)/i;
const SETTINGS = /\.(?:ya?ml|ini|cfg|conf|toml|properties|sh|env|tfvars)$|(?:^|\/)(?:Dockerfile[\w.-]*|\.env[\w.-]*)$/i;
const AROUND = 300;

/** The secrets in the text of a file, each where it stands first; the file's name says what is to be expected. */
export function secretsIn(file: string, text: string): FoundSecret[] {
  const seen = new Set<string>();
  return secretPlacesIn(file, text).filter(({ secret }) => !seen.has(secret) && seen.add(secret));
}

/** The same with every place of each, under the name of the first pattern that found it. */
export function secretPlacesIn(file: string, text: string): FoundSecret[] {
  if (NEVER.test(file)) return [];
  const shown = SHOWN.test(file);
  const patterns = shown ? SECRET_PATTERNS.filter(({ by }) => by === "form") : SECRET_PATTERNS;
  const found = [...patterns, ...(SETTINGS.test(file) && !shown ? [UNQUOTED] : [])].flatMap((each) =>
    matches(text, each),
  );
  // one of several patterns is enough, and the first has the better name
  return [...found, ...(isEnvironmentFile(file) && !shown ? environmentSecrets(text) : [])];
}

function matches(text: string, { pattern, kind, isOne, clean }: SecretPattern): FoundSecret[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const { secret = "" } = match.groups ?? {};
    if (!secret.startsWith("-----") && isPlaceholder(secret)) return [];
    const at = match.index + match[0].lastIndexOf(secret);
    const before = text.slice(Math.max(0, at - AROUND), at);
    const after = text.slice(at + secret.length, at + secret.length + AROUND);
    return isOne?.({ secret, before, after, groups: match.groups ?? {} }) === false
      ? []
      : [{ kind, at, secret, clean }];
  });
}

function isEnvironmentFile(file: string): boolean {
  return /^\.env(?:\.[\w.-]+)?$/.test(basename(file));
}

const NAMED =
  /^[ \t]{0,20}(?:export )?(?<name>\w{0,40}(?:KEY|SECRET|TOKEN|PASSWORD|PASS|PWD|DSN)\w{0,20})[ \t]{0,3}=[ \t]{0,3}["']?(?<secret>[^\s"'#]{8,300})/gim;

/** In a file that is made to be kept to oneself shorter values count too. */
function environmentSecrets(text: string): FoundSecret[] {
  return [...text.matchAll(NAMED)].flatMap((match) => {
    const { name = "", secret = "" } = match.groups ?? {};
    const meantForAll = /^(?:NEXT_PUBLIC|VITE|REACT_APP)_/i.test(name) && !/SECRET|PASSWORD/i.test(name);
    const isSecret = isRandom(secret) || (/\d/.test(secret) && /[A-Za-z]/.test(secret) && !isPlaceholder(secret));
    if (meantForAll || !isSecret || /:\/\/|^\//.test(secret)) return [];
    return [{ kind: "environment file with secrets", at: match.index, secret, clean: CLEAN_ENVIRONMENT }];
  });
}

const CLEAN_ENVIRONMENT =
  "Revoke what it holds, first; then take the file out of the history with `git filter-repo --invert-paths --path`, name it in `.gitignore`, and commit an `.env.example`.";
