import { type Memory, retrievability } from "../../../shared/spacing/memory.ts";

/** A question of the practice part, and what is remembered of it. */
export type Candidate = {
  slug: string;
  area: string;
  skills: readonly string[];
  difficulty: number;
  memory: Memory | undefined;
  due: Date | undefined;
};

type Why = "due" | "new" | "another-way-in";
/** `insteadOf` is the leech that this one is the way into. */
export type Next = { slug: string; why: Why; insteadOf?: string };

/** Forgotten so often that asking it again helps little (Anki's default is 8; here a review costs two minutes). */
const LEECH_LAPSES = 4;
const FIRST_DIFFICULTY = 2;

export function isLeech({ memory }: Pick<Candidate, "memory">): boolean {
  return (memory?.lapses ?? 0) >= LEECH_LAPSES;
}

/**
 * What to ask next: what is due, the most forgotten first, else something new. `recent` are the slugs asked lately, the last
 * one first: they are not asked again at once, and the area changes where it can.
 */
export function nextQuestion(all: readonly Candidate[], recent: readonly string[], now: Date): Next | undefined {
  const open = all.filter(({ slug }) => !recent.includes(slug));
  const lastArea = all.find(({ slug }) => slug === recent[0])?.area;
  const due = open
    .filter((each) => each.due !== undefined && each.due <= now)
    .sort((a, b) => recallOf(a, now) - recallOf(b, now));
  const chosen = otherAreaFirst(due, lastArea);
  if (chosen && isLeech(chosen)) {
    const way = wayInto(chosen, open);
    if (way) return { slug: way.slug, why: "another-way-in", insteadOf: chosen.slug };
  }
  if (chosen) return { slug: chosen.slug, why: "due" };
  const fresh = otherAreaFirst(newOnes(open, all), lastArea);
  return fresh && { slug: fresh.slug, why: "new" };
}

/** A simpler question on a skill of this one: first on its main skill. */
export function wayInto(leech: Candidate, all: readonly Candidate[]): Candidate | undefined {
  const shared = (each: Candidate) => leech.skills.findIndex((skill) => each.skills.includes(skill));
  return all
    .filter((each) => each.slug !== leech.slug && each.difficulty < leech.difficulty && shared(each) >= 0)
    .filter((each) => !isLeech(each))
    .sort((a, b) => shared(a) - shared(b) || b.difficulty - a.difficulty)[0];
}

/** Never answered; first of the areas of which fewest were answered, then near the difficulty to begin with. */
function newOnes(open: readonly Candidate[], all: readonly Candidate[]): Candidate[] {
  const answered = new Map<string, number>();
  for (const { area, memory } of all) if (memory) answered.set(area, (answered.get(area) ?? 0) + 1);
  const distance = ({ difficulty }: Candidate) => Math.abs(difficulty - FIRST_DIFFICULTY);
  return open
    .filter(({ memory }) => memory === undefined)
    .sort(
      (a, b) =>
        (answered.get(a.area) ?? 0) - (answered.get(b.area) ?? 0) ||
        distance(a) - distance(b) ||
        (a.slug < b.slug ? -1 : 1),
    );
}

function otherAreaFirst(sorted: readonly Candidate[], lastArea: string | undefined): Candidate | undefined {
  return sorted.slice(0, 5).find(({ area }) => area !== lastArea) ?? sorted[0];
}

function recallOf({ memory }: Candidate, now: Date): number {
  return memory ? retrievability(memory, now) : 1;
}
