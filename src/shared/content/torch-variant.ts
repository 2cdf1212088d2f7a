import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { CodingItem } from "./coding-item.ts";

const NAME = "torch";

/** The folder of a problem's PyTorch variant, where it has one. */
export function torchFolder(folder: string): string | undefined {
  const inside = join(folder, NAME);
  return existsSync(join(inside, "tests.py")) ? inside : undefined;
}

/** The problem folder that a folder is the PyTorch variant of; undefined where it is none. */
export function parentOfVariant(folder: string): string | undefined {
  return basename(folder) === NAME && !existsSync(join(folder, "item.yaml")) ? dirname(folder) : undefined;
}

export const torchSlug = (slug: string) => `${slug}-torch`;

/** The item of a variant follows from its parent's: nothing is said twice, and the id is as permanent. */
export function torchItem(item: CodingItem): CodingItem {
  const frameworks = "deep-learning.frameworks";
  return {
    ...item,
    id: derivedId(item.id),
    title: `${item.title}, in PyTorch`,
    kind: "implement",
    tier: "torch",
    skills: [...item.skills.filter((skill) => skill !== frameworks), frameworks],
    levels: 1,
    faults: [],
  };
}

/** A version-8 UUID (RFC 9562) from the parent's. */
function derivedId(id: string): string {
  const hex = createHash("sha256").update(`${id.toLowerCase()}/${NAME}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
