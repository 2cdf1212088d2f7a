import { setImmediate } from "node:timers/promises";
import type { Part } from "../../shared/content/holdout.ts";
import { type Abilities, abilitiesInSteps, type SkillTree } from "./model/abilities.ts";
import { withExercises } from "./model/exercises.ts";
import { dayNumber, type Observed, observed } from "./observed.ts";
import type { LogRow, PlanRepo } from "./repo.ts";

/** Which rows speak: those of a part, or all. */
export type Half = Part | "both";

type Deps = {
  repo: PlanRepo;
  skills: SkillTree;
  difficultyOf: (itemId: string) => number | undefined;
};

type Fit = { half: Half; day: number; rows: number; abilities: Abilities };

const ROWS_AT_ONCE = 4000;
const MOST_FITS = 64;

/**
 * The log and what it says of a person, kept between questions: a log that has not grown is not read again, and one that has
 * is fitted from where it stood. Nothing is kept that the log does not give again. Work pauses every few milliseconds, so that
 * a year of rows does not hold up the server.
 */
export class SkillModel {
  readonly #deps: Deps;
  #rows: Observed[] = [];
  #fits: Fit[] = [];
  #practised: { log: readonly Observed[]; seen: number; rows: ReturnType<typeof withExercises<Observed>> } | undefined;
  #busy: Promise<unknown> = Promise.resolve();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** All rows, oldest first. */
  log(): Promise<readonly Observed[]> {
    return this.#inTurn(() => this.#read());
  }

  /** What the rows of a half show of all abilities at a time: at any time of one day the same, unless a row came between. */
  abilities(half: Half, at: Date): Promise<Abilities> {
    return this.#inTurn(async () => {
      const rows = await this.#read();
      const day = dayNumber(at);
      const seen = rows.filter((row) => row.day <= day);
      const known = this.#fits.find((fit) => fit.half === half && Math.floor(fit.day) === Math.floor(day));
      if (known?.rows === seen.length) return known.abilities;
      const abilities = await this.#fit(seen, half, day);
      const others = this.#fits.filter((fit) => fit !== known).slice(0, MOST_FITS - 1);
      this.#fits = [{ half, day, rows: seen.length, abilities }, ...others];
      return abilities;
    });
  }

  async #fit(rows: readonly Observed[], half: Half, day: number): Promise<Abilities> {
    const counted = this.#withExercises(rows, day);
    await setImmediate();
    const own = half === "both" ? counted : counted.filter(({ part }) => part === half);
    const from = this.#fits
      .filter((fit) => fit.half === half)
      .sort((a, b) => Math.abs(a.day - day) - Math.abs(b.day - day))[0]?.abilities;
    const steps = abilitiesInSteps(this.#deps.skills, own, { day, from });
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await setImmediate();
    }
  }

  /** The halves of one log are fitted one after the other, and what was practised is the same for all. */
  #withExercises(seen: readonly Observed[], day: number) {
    const known = this.#practised;
    if (known?.log === this.#rows && known.seen === seen.length) return known.rows;
    const rows = withExercises(seen, day);
    this.#practised = { log: this.#rows, seen: seen.length, rows };
    return rows;
  }

  async #read(): Promise<readonly Observed[]> {
    const count = await this.#deps.repo.countRows();
    if (count === this.#rows.length) return this.#rows;
    const newer = await this.#rowsAfter(this.#rows.at(-1));
    // rows of an import lie between those that are known: then all are read anew
    this.#rows = this.#rows.length + newer.length === count ? [...this.#rows, ...newer] : await this.#rowsAfter();
    return this.#rows;
  }

  async #rowsAfter(known?: Pick<LogRow, "at" | "id">): Promise<Observed[]> {
    const all: Observed[] = [];
    for (;;) {
      const some = await this.#deps.repo.rowsAfter(all.at(-1) ?? known, ROWS_AT_ONCE);
      all.push(...some.map((row) => observed(row, this.#deps.difficultyOf)));
      if (some.length < ROWS_AT_ONCE) return all;
      await setImmediate();
    }
  }

  /** One after the other: who asks for what is being computed waits for it, and does not compute it too. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#busy.then(work);
    this.#busy = turn.catch(() => undefined);
    return turn;
  }
}
