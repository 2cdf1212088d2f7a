import { seededRandom, shuffled } from "../../../lib/random.ts";
import type { Move } from "../../../shared/rounds/move.ts";
import type { Persona } from "../schema.ts";
import { waysToSay } from "./templates.ts";

const LONGEST_QUOTE = 160;

export type Speaking = {
  persona: Persona;
  /** The same seed and the same earlier sentences give the same words. */
  seed: number;
  /** What the interviewer has said in this session, the last one last. */
  before: readonly string[];
};

/** Words for a move: the way of the persona that was used longest ago or never, drawn among the unused. */
export function phrase(move: Move, { persona, seed, before }: Speaking): string {
  const ways = shuffled(waysToSay(move, persona), seededRandom(seed + before.length));
  const age = (way: string) => before.findLastIndex((said) => isFrom(said, way, move));
  const [best = "{core}"] = ways.toSorted((a, b) => age(a) - age(b));
  return filled(best, move);
}

function filled(way: string, { core, quote, about }: Move): string {
  return way
    .replaceAll("{core}", () => core.trim())
    .replaceAll("{quote}", () => shortened(quote ?? ""))
    .replaceAll("{about}", () => about)
    .replace("about 1 minutes", "about a minute")
    .replace("roughly 1 minutes", "roughly one minute");
}

/** Whether something said earlier began in the same way. */
function isFrom(said: string, way: string, move: Move): boolean {
  const opening = way.split("{")[0] ?? "";
  return opening === "" ? said === filled(way, move) : said.startsWith(opening);
}

/** A quote as it is said: in one breath. */
export function shortened(quote: string): string {
  const text = quote.trim().replace(/[.;,:]+$/, "");
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, text.lastIndexOf(" ", LONGEST_QUOTE))} …`;
}
