import { setImmediate } from "node:timers/promises";
import { inTurn } from "../../lib/in-turn.ts";
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

/** Which rows a fit is of: rows never change or go, so that how many there are up to the last of them tells. */
type Seen = { half: Half; day: number; rows: number; last: string | undefined };
type Fit = Seen & { abilities: Abilities };

const ROWS_AT_ONCE = 4000;
const MOST_FITS = 64;
/** Of one half and day: as many times as are looked back to, while those that a day's rows outgrow do not push out other days. */
const MOST_FITS_OF_A_DAY = 4;

/**
 * The log and what it says of a person, kept between questions: a log that has not grown is not read again, and one that has
 * is fitted from where it stood. Nothing is kept that the log does not give again. Work pauses every few milliseconds, so that
 * a year of rows does not hold up the server.
 */
export class SkillModel {
  readonly #deps: Deps;
  #rows: Observed[] = [];
  /** The last used first. */
  #fits: Fit[] = [];
  #practised: { log: readonly Observed[]; seen: number; rows: ReturnType<typeof withExercises<Observed>> } | undefined;
  readonly #inTurn = inTurn();

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
      const day = dayNumber(at);
      const rows = await this.#seenBy(day);
      const seen = { half, day, rows: rows.length, last: rows.at(-1)?.id };
      const known = this.#fits.find((fit) => isSame(fit, seen));
      const fit = known ?? { ...seen, abilities: await this.#fit(this.#withExercises(rows, day), half, day) };
      this.#keep(fit);
      return fit.abilities;
    });
  }

  /** `abilities` as they would be with a row that is about to be written; nothing of it is kept. */
  abilitiesWith(row: LogRow, half: Half, at: Date): Promise<Abilities> {
    return this.#inTurn(async () => {
      const day = dayNumber(at);
      const rows = [...(await this.#seenBy(day)), observed(row, this.#deps.difficultyOf)];
      return this.#fit(withExercises(rows, day), half, day);
    });
  }

  async #seenBy(day: number): Promise<readonly Observed[]> {
    const rows = await this.#read();
    return (rows.at(-1)?.day ?? day) <= day ? rows : rows.filter((row) => row.day <= day);
  }

  #keep(fit: Fit): void {
    const others = this.#fits.filter((each) => each !== fit);
    const ofDay = others.filter((each) => each.half === fit.half && isOneDay(each, fit));
    const [outgrown] = ofDay.slice(MOST_FITS_OF_A_DAY - 1);
    this.#fits = [fit, ...others.filter((each) => each !== outgrown)].slice(0, MOST_FITS);
  }

  async #fit(counted: ReturnType<typeof withExercises<Observed>>, half: Half, day: number): Promise<Abilities> {
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
}

function isSame(fit: Fit, { half, rows, last, day }: Seen): boolean {
  return fit.half === half && fit.rows === rows && fit.last === last && isOneDay(fit, { day });
}

function isOneDay(one: Pick<Seen, "day">, other: Pick<Seen, "day">): boolean {
  return Math.floor(one.day) === Math.floor(other.day);
}
