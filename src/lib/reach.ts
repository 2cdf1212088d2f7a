import { lookup as resolved } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import { failed, ok, type Result } from "./result.ts";

/** The numbers of a host's name; it throws or finds none where there is no such host. */
export type Lookup = (host: string) => Promise<readonly string[]>;
type Reach = "public" | "private" | "loopback";
/** What of the network behind this machine may be asked beside the open one; numbers of this machine are for tests. */
type Inside = "refused" | "loopback" | "allowed";
type ReachRules = { inside: Inside; lookup?: Lookup | undefined };
type Reached = { reach: Reach; numbers: readonly string[] };

const PRIVATE = blockList({
  ipv4: [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "224.0.0.0/4",
    "240.0.0.0/4",
  ],
  ipv6: ["::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"],
});
const LOOPBACK = blockList({ ipv4: ["127.0.0.0/8"], ipv6: ["::1/128"] });

/**
 * The numbers of a host that may be asked. It is looked up once: whoever asks it goes to these numbers (`askPinned`),
 * whatever the name means a moment later.
 */
export async function reached(
  hostname: string,
  { inside, lookup = numbersOf }: ReachRules,
): Promise<Result<Reached, "unknown-host" | "inside-network">> {
  const found = await reachOf(hostname, lookup);
  if (found === undefined) return failed("unknown-host");
  const { reach } = found;
  const isAllowed = reach === "public" || inside === "allowed" || inside === reach;
  return isAllowed ? ok(found) : failed("inside-network");
}

/** Whether a host lies in the open network (RFC 6890); one that has a single number inside is taken for inside. */
export async function reachOf(hostname: string, lookup: Lookup): Promise<Reached | undefined> {
  const host = hostname.replace(/^\[|\]$/g, "");
  const numbers = isIP(host) ? [host] : await lookup(host).catch(() => []);
  if (numbers.length === 0) return undefined;
  const within = (list: BlockList) => numbers.some((each) => list.check(each, isIP(each) === 6 ? "ipv6" : "ipv4"));
  return { reach: within(LOOPBACK) ? "loopback" : within(PRIVATE) ? "private" : "public", numbers };
}

async function numbersOf(host: string): Promise<string[]> {
  return (await resolved(host, { all: true })).map(({ address }) => address);
}

function blockList(nets: Record<"ipv4" | "ipv6", readonly string[]>): BlockList {
  const list = new BlockList();
  for (const family of ["ipv4", "ipv6"] as const)
    for (const net of nets[family]) {
      const [address = "", prefix] = net.split("/");
      list.addSubnet(address, Number(prefix), family);
    }
  return list;
}
