/** Rooms that a scorecard may send to; each is an address of the app. */
const PATHS = ["/code", "/recall", "/design", "/stories", "/explain", "/portfolio", "/impact", "/claims"] as const;

/** The room by that address; what is none of ours leads to recall, which has something of everything. */
export function roomPath(to: string): (typeof PATHS)[number] {
  return PATHS.find((path) => path === to) ?? "/recall";
}
