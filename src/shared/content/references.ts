import { readFileSync } from "node:fs";
import { nearest } from "../../lib/text.ts";
import type { ContentFault } from "./content-fault.ts";

/** What every item of the bank has, whatever its kind. */
type Item = { id: string; kind: string; skills: string[]; roles: string[]; difficulty: number };
/** What items may refer to. */
export type Known = { skills: Map<string, { area: string }>; roles: { id: string }[] };

/** An item as the split into parts sees it. */
export function assignable({ id, kind, skills: [first = ""], difficulty }: Item, { skills }: Pick<Known, "skills">) {
  return { id, kind, area: skills.get(first)?.area ?? first.split(".")[0] ?? "", difficulty };
}

/** Skills and roles that an item names and that there are not; `path` is its YAML file. */
export function referenceFaults(path: string, item: Item, { skills, roles }: Known): ContentFault[] {
  const roleIds = roles.map(({ id }) => id);
  const lines = readFileSync(path, "utf8").split("\n");
  const fault = (key: string, id: string, known: Iterable<string>): ContentFault => {
    const meant = nearest(id, known);
    const line = lines.findIndex((line) => line.startsWith(`${key}:`)) + 1;
    return { path, line, message: `${key}: there is no "${id}"${meant ? `; did you mean "${meant}"?` : ""}` };
  };
  return [
    ...item.skills.filter((id) => !skills.has(id)).map((id) => fault("skills", id, skills.keys())),
    ...item.roles.filter((id) => !roleIds.includes(id)).map((id) => fault("roles", id, roleIds)),
  ];
}

/** Items that have the id of an earlier one. */
export function twiceFaults(items: readonly { id: string; slug: string; path: string }[]): ContentFault[] {
  return [...Map.groupBy(items, ({ id }) => id.toLowerCase()).values()].flatMap((same) =>
    same.slice(1).map(({ path, slug }) => ({
      path,
      line: 1,
      message: `${slug} has the id of ${same[0]?.slug}; an id belongs to one item for ever`,
    })),
  );
}
