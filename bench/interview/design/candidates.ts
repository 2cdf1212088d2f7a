import type { ShownDesign } from "../../../src/features/design/model/round/shown.ts";
import type { Turn } from "../../../src/features/interview/schema.ts";
import { CANDIDATES } from "../candidates.ts";
import type { KnownCase } from "./known-case.ts";

/** What a candidate does next. */
export type Deed = { say: string } | { do: { type: string; [more: string]: unknown } };
type Seen = {
  shown: ShownDesign;
  /** What was said to the candidate last. */
  turn: Turn;
  /** The question that is open; a follow-up is asked on it. */
  asked: string;
  known: KnownCase;
  random: () => number;
  /** Deeds since the last question. */
  count: number;
};
type DesignCandidate = (seen: Seen) => Deed;

type Skill = {
  /** Share of the essential facts that are asked for. */
  asks: number;
  answer: "strong" | "partial" | "wrong";
  /** Share of the estimates that are right; the others are off by a factor of twenty. */
  estimates: number;
  /** How often a follow-up is answered with something that counts. */
  followsUp: number;
  draws: (seen: Seen) => string;
  thinksAloud: boolean;
};

/** Rounds whose seeds differ by so much run under the same seed of the simulator. */
export const RUN_SEEDS = 30;
const NAIVE = "gateway -> app:service -> db:features\n";
const NO_MORE = "Thank you. I have no more questions.";
const DONE = "I am done.";

const pick = <T>(from: readonly T[], random: () => number): T | undefined => from[Math.floor(random() * from.length)];
const reference = ({ known }: Seen) => known.reference;
/** Another one with each round, and the same for everybody in it. */
const flawed = ({ known, shown }: Seen) =>
  known.flawed[Math.floor(seedOf(shown) / RUN_SEEDS) % known.flawed.length] ?? NAIVE;
const seedOf = ({ key }: ShownDesign) => Number(key.split("/").at(-1));
/** The reference as a first draft: nothing has a spare, a call an end, and nobody looks after a release. */
const draft = ({ known }: Seen) =>
  known.reference
    .split("\n")
    .filter((line) => !/^#|monitor|canary|^standby/.test(line))
    .join("\n")
    .replaceAll(/\[[^\]]*\]/g, "")
    .replaceAll(/(?<=[{ ])zones=\d,? ?|, zones=\d/g, "")
    .replaceAll("{}", "");

const STRONG: Skill = {
  asks: 1,
  answer: "strong",
  estimates: 1,
  followsUp: 1,
  draws: reference,
  thinksAloud: true,
};

/** Who a design round has to tell apart. */
export const DESIGN_CANDIDATES: Record<string, DesignCandidate> = {
  strong: skilled(STRONG),
  average: skilled({ asks: 0.5, answer: "partial", estimates: 0.5, followsUp: 0.4, draws: draft, thinksAloud: false }),
  weak: skilled({ asks: 0.1, answer: "wrong", estimates: 0, followsUp: 0, draws: flawed, thinksAloud: false }),
  // nothing but what everybody draws first
  poor: skilled({ asks: 0, answer: "wrong", estimates: 0, followsUp: 0, draws: () => NAIVE, thinksAloud: false }),
  // every word right, and one flaw in the drawing
  "strong with a flaw": skilled({
    ...STRONG,
    draws: flawed,
  }),
  // every word right, and nothing that runs
  talker: skilled({ ...STRONG, draws: () => "" }),
  // the reference and right figures, and not a word
  mute: (seen) => {
    const phase = phaseIn(seen);
    if (phase === "design") return drawing(seen, seen.known.reference) ?? { do: { type: "go-on" } };
    return phase === "estimate" ? { do: { type: "estimates", values: seen.known.estimates } } : { say: "" };
  },
  // smooth words around a design that somebody else has drawn
  "smooth with a drawing": (seen) =>
    (phaseIn(seen) === "design" && drawing(seen, seen.known.reference)) || spoken("smooth")(seen),
  smooth: spoken("smooth"),
  silent: spoken("silent"),
  hostile: spoken("hostile"),
  injecting: spoken("injecting"),
  straying: spoken("straying"),
};

/** A candidate of the other rounds, who only talks. */
function spoken(name: string): DesignCandidate {
  return ({ turn, random, count, asked }) => {
    const known = { ask: asked, strong: "", partial: "", wrong: "", followUps: new Map(), question: undefined };
    return { say: CANDIDATES[name]?.({ turn, known, random, count }) ?? "" };
  };
}

function skilled(skill: Skill): DesignCandidate {
  return (seen) => {
    const phase = phaseIn(seen);
    switch (phase) {
      case "clarify":
        return asking(skill, seen);
      case "estimate":
        return { do: { type: "estimates", values: figures(skill, seen) } };
      case "design":
        return (skill.thinksAloud && aloud(seen)) || drawing(seen, skill.draws(seen)) || { say: DONE };
      default:
        return { say: answer(skill, seen) };
    }
  };
}

function phaseIn({ shown }: Seen): string {
  return shown.phases.find(({ state }) => state === "now")?.id ?? "";
}

function asking({ asks }: Skill, { known, random, count }: Seen): Deed {
  const wanted = known.essential.slice(0, Math.round(asks * known.essential.length));
  const ways = wanted[count];
  return { say: (ways && pick(ways, random)) ?? NO_MORE };
}

function figures({ estimates }: Skill, { known, random }: Seen): Record<string, string> {
  return Object.fromEntries(
    Object.entries(known.estimates).map(([id, right]) => {
      const number = Number.parseFloat(right);
      const off = Number.isNaN(number) ? "client" : right.replace(/^\S+/, `${20 * number}`);
      return [id, random() < estimates ? right : off];
    }),
  );
}

/** Says first what is about to be drawn. */
function aloud({ shown, count, known }: Seen): Deed | undefined {
  if (count > 0 || shown.run) return undefined;
  const parts = [...new Set(known.reference.match(/\b[a-z]{3,}(?=[:{[ ])/g))].slice(0, 12);
  return { say: `I begin at the entrance and draw what a request meets, that is ${parts.join(", then ")}.` };
}

/** The text, then a run; nothing once that has been run, or where there is nothing. */
function drawing({ shown }: Seen, text: string): Deed | undefined {
  if (text === "" || shown.run !== null || shown.note !== null) return undefined;
  return shown.design === "" ? { do: { type: "design", text } } : { do: { type: "run" } };
}

function answer({ answer: sample, followsUp }: Skill, { turn, asked, known, random, count }: Seen): string {
  const found = known.answers.find(({ ask }) => asked.includes(ask));
  if (found && count === 0 && turn.act !== "probe" && turn.act !== "challenge") return found[sample];
  const say = random() < followsUp ? pick(found?.say ?? [], random) : undefined;
  return say ?? "I would have to think about that more in practice.";
}
