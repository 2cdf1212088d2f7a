import type { Part } from "../../shared/content/holdout.ts";
import type { Evidence } from "../../shared/evidence/evidence.ts";
import { type Abilities, abilitiesAt, type SkillTree } from "./model/abilities.ts";
import { dayNumber, observed } from "./observed.ts";

type Seen = {
  tree: SkillTree;
  evidence: readonly Evidence[];
  difficultyOf: (itemId: string) => number | undefined;
};

const HOURS_A_DAY = 24;

/** Abilities that were worked out already: they change with the evidence, and within an hour without it by nothing. */
export class KnownAbilities {
  #of: readonly Evidence[] = [];
  readonly #known = new Map<string, Abilities>();

  abilities({ tree, evidence, difficultyOf }: Seen, part: Part | "both", at: Date): Abilities {
    if (this.#of !== evidence) this.#known.clear();
    this.#of = evidence;
    // up to the end of the hour, so that what was done in it counts
    const day = Math.ceil(dayNumber(at) * HOURS_A_DAY) / HOURS_A_DAY;
    const key = `${part} ${day}`;
    const known = this.#known.get(key);
    if (known) return known;
    const rows = evidence.filter((row) => part === "both" || row.part === part);
    const made = abilitiesAt(
      tree,
      rows.map((row) => observed(row, difficultyOf)),
      day,
    );
    this.#known.set(key, made);
    return made;
  }
}
