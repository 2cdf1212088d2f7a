import type { ComponentSpec } from "../components/spec.ts";

/** A component in a sentence: `a load balancer`, `an A/B splitter`, `an LLM inference`, `labels`. */
export function titled({ title, type }: Pick<ComponentSpec, "title" | "type">): string {
  const inside = title.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  if (type === "labels") return inside;
  return `${/^[aeio]|^LLM|^A/.test(inside) ? "an" : "a"} ${inside}`;
}
