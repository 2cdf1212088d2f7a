import { specOf } from "../components/catalogue.ts";
import type { Design, DesignNode } from "../design.ts";
import type { Utterance } from "./state.ts";

/** Who speaks of so many of the parts that they drew has thought aloud. */
const ENOUGH_PARTS = 6;

export type Aloud = { score: number; named: number; of: number; first: Utterance };

/**
 * How far somebody spoke of what they drew while they drew it: by the parts of the drawing that were named. Undefined
 * where nothing was said: that may be a microphone that was off. Words alone earn nothing.
 */
export function thinkAloud({ nodes }: Design, aloud: readonly Utterance[]): Aloud | undefined {
  const [first] = aloud;
  if (!first || nodes.length === 0) return undefined;
  const said = plain(aloud.map(({ text }) => text).join(" "));
  const named = nodes.filter((node) => namesOf(node).some((name) => said.includes(` ${name}`))).length;
  const of = Math.min(ENOUGH_PARTS, nodes.length);
  return { score: Math.min(1, named / of), named, of: nodes.length, first };
}

/** Its own name, its type, and its title: whichever somebody would say. */
function namesOf({ id, type }: DesignNode): string[] {
  return [id, type, specOf(type).title].map((name) => plain(name).trim()).filter((name) => name.length > 2);
}

function plain(text: string): string {
  return ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ")} `;
}
