import { type Lookup, reached } from "../../../../lib/reach.ts";
import { failed, ok, type Result } from "../../../../lib/result.ts";

export type AddressRules = {
  /** Addresses of this machine are for tests with a server of their own. */
  loopback: "refused" | "allowed";
  /** Where a proxy goes out for us it alone finds the host, and says what may be reached. */
  proxy: "direct" | "proxy";
  lookup?: Lookup | undefined;
};
/** An address that may be fetched from, and the numbers its name had when that was decided. */
export type CheckedAddress = { url: URL; numbers: readonly string[] };

const MOST_CHARS = 2_000;
const EXAMPLE = "It looks like https://github.com/you/project.";

/** An address as a person gives it: with or without `https://`, of a repository or of a page of it. Reasons are for people. */
export async function checkedAddress(given: string, rules: AddressRules): Promise<Result<CheckedAddress, string>> {
  const text = given.trim();
  const short = text.slice(0, 120);
  if (text.length > MOST_CHARS) return failed("The address is too long.");
  if (text.startsWith("-")) return failed(`"${short}" is no address. ${EXAMPLE}`);
  const ssh = /^[\w.-]{1,64}@([\w.-]{1,200}):(?!\/\/)(.{1,200})$/.exec(text);
  if (ssh) return failed(`"${short}" is an address for SSH. Write https://${ssh[1]}/${ssh[2]}.`);
  const whole = /^[\w-]+(?:\.[\w-]+)+\/\S+$/.test(text) ? `https://${text}` : text;
  if (!URL.canParse(whole)) return failed(`"${short}" is no address. ${EXAMPLE}`);
  const url = repositoryOf(new URL(whole));
  return url.ok ? checkedUrl(url.value, rules) : url;
}

/** The same rules for where a server sends us on to. */
export async function checkedUrl(
  url: URL,
  { loopback, proxy, lookup }: AddressRules,
): Promise<Result<CheckedAddress, string>> {
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return failed("Only https addresses are fetched. A clone on this machine is read by its folder.");
  if (url.username !== "" || url.password !== "")
    return failed("The address holds a name or a password. Leave it out: private repositories are read from a folder.");
  if (proxy === "proxy") return url.protocol === "https:" ? ok({ url, numbers: [] }) : failed(ONLY_HTTPS);
  const inside = loopback === "allowed" ? "loopback" : "refused";
  const found = await reached(url.hostname, { inside, lookup });
  if (!found.ok)
    return failed(
      found.reason === "unknown-host"
        ? `There is no ${url.hostname}, or the network is down.`
        : `${url.hostname} is an address inside your network. Clone it and name the folder.`,
    );
  const { reach, numbers } = found.value;
  return url.protocol === "https:" || reach === "loopback" ? ok({ url, numbers }) : failed(ONLY_HTTPS);
}

const ONLY_HTTPS = "Only https addresses are fetched: write https:// in place of http://.";

/** A page inside a repository is meant for the repository. */
function repositoryOf(url: URL): Result<URL, string> {
  url.hash = "";
  url.search = "";
  const parts = url.pathname.split("/").filter((part) => part !== "");
  const host = url.hostname.replace(/^www\./, "");
  if (/^(?:github\.com|codeberg\.org|bitbucket\.org)$/.test(host)) {
    url.hostname = host;
    if (parts.length === 1)
      return failed(`${url.href} is the page of ${parts[0]}, not of a repository. Name one of theirs.`);
    url.pathname = `/${parts.slice(0, 2).join("/")}`;
  } else {
    const end = parts.findIndex((part, at) => at >= 2 && (part === "-" || part === "tree" || part === "blob"));
    url.pathname = `/${(end < 0 ? parts : parts.slice(0, end)).join("/")}`;
  }
  return parts.length === 0 ? failed(`${url.href} names no repository. ${EXAMPLE}`) : ok(url);
}
