import { BlockList, isIP } from "node:net";

/** The numbers of a host's name; it throws or finds none where there is no such host. */
export type Lookup = (host: string) => Promise<readonly string[]>;
export type Reach = "public" | "private" | "loopback";

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

/** Whether a host lies in the open network (RFC 6890); one that has a single number inside is taken for inside. */
export async function reachOf(
  hostname: string,
  lookup: Lookup,
): Promise<{ reach: Reach; numbers: readonly string[] } | undefined> {
  const host = hostname.replace(/^\[|\]$/g, "");
  const numbers = isIP(host) ? [host] : await lookup(host).catch(() => []);
  if (numbers.length === 0) return undefined;
  const within = (list: BlockList) => numbers.some((each) => list.check(each, isIP(each) === 6 ? "ipv6" : "ipv4"));
  return { reach: within(LOOPBACK) ? "loopback" : within(PRIVATE) ? "private" : "public", numbers };
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
