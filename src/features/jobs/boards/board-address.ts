import { failed, ok, type Result } from "../../../lib/result.ts";
import type { SourceKind } from "../schema.ts";

/** Where the public interfaces are; another place may be configured. */
export type BoardBases = Record<Exclude<SourceKind, "page">, string>;
export type NamedBoard = { kind: SourceKind; board: string };

export const PUBLIC_BASES: BoardBases = {
  greenhouse: "https://boards-api.greenhouse.io",
  lever: "https://api.lever.co",
  "lever-eu": "https://api.eu.lever.co",
  ashby: "https://api.ashbyhq.com",
};

const SHORT = /^(greenhouse|lever-eu|lever|ashby):([\w.-]{1,100})$/i;
/** The pages that people see, and the interfaces behind them: the first part of the path that names the board. */
const HOSTS: readonly [kind: NamedBoard["kind"], host: RegExp, path: RegExp][] = [
  ["greenhouse", /^(?:job-)?boards(?:\.eu)?\.greenhouse\.io$/, /^\/(?:embed\/job_board\/?\?(?:.*&)?for=)?([\w.-]+)/],
  ["greenhouse", /^boards-api(?:\.eu)?\.greenhouse\.io$/, /^\/v1\/boards\/([\w.-]+)/],
  ["lever", /^jobs\.lever\.co$/, /^\/([\w.-]+)/],
  ["lever", /^api\.lever\.co$/, /^\/v0\/postings\/([\w.-]+)/],
  ["lever-eu", /^jobs\.eu\.lever\.co$/, /^\/([\w.-]+)/],
  ["lever-eu", /^api\.eu\.lever\.co$/, /^\/v0\/postings\/([\w.-]+)/],
  ["ashby", /^jobs\.ashbyhq\.com$/, /^\/([\w.%-]+)/],
  ["ashby", /^api\.ashbyhq\.com$/, /^\/posting-api\/job-board\/([\w.%-]+)/],
];
const EXAMPLE =
  "Paste the address of a board, such as https://jobs.lever.co/NAME, or of a page with the job, or write greenhouse:NAME, lever:NAME, lever-eu:NAME or ashby:NAME.";

/** The board that a person means by an address or by a short form. The reason of a failure is for people. */
export function namedBoard(typed: string): Result<NamedBoard, string> {
  const said = typed.trim();
  const [, kind, board] = SHORT.exec(said) ?? [];
  if (kind && board) return ok({ kind: kind.toLowerCase() as SourceKind, board });
  const whole = /^[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/.test(said) ? `https://${said}` : said;
  if (!URL.canParse(whole) || /\s/.test(said)) return failed(`"${said.slice(0, 120)}" is no board. ${EXAMPLE}`);
  const url = new URL(whole);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return failed(`Only http and https addresses are fetched. ${EXAMPLE}`);
  if (url.username !== "" || url.password !== "")
    return failed("The address holds a name or a password. Leave it out.");
  for (const [known, host, path] of HOSTS) {
    const found = host.test(url.hostname) ? path.exec(`${url.pathname}${url.search}`)?.[1] : undefined;
    if (found) return ok({ kind: known, board: decoded(found) });
  }
  url.hash = "";
  return ok({ kind: "page", board: url.href });
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a "%" that escapes nothing
  }
}

/** What is asked for, of a board. */
export function addressOf({ kind, board }: NamedBoard, bases: BoardBases): URL {
  const name = encodeURIComponent(board);
  switch (kind) {
    case "greenhouse":
      return new URL(`/v1/boards/${name}/jobs?content=true`, bases.greenhouse);
    case "lever":
    case "lever-eu":
      return new URL(`/v0/postings/${name}?mode=json`, bases[kind]);
    case "ashby":
      return new URL(`/posting-api/job-board/${name}?includeCompensation=true`, bases.ashby);
    case "page":
      return new URL(board);
  }
}
