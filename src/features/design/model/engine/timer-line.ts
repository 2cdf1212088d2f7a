import { NONE } from "./pools.ts";
import { Ring, TimeRing } from "./ring.ts";
import type { Simulation } from "./simulation.ts";

/**
 * Timers of one and the same delay fire in the order in which they were set, so a line is enough and the event queue
 * holds one event for all of them. Most calls answer in time: their timers are skipped without an event.
 */
export class TimerLine {
  readonly #sim: Simulation;
  readonly #delay: number;
  readonly #actor: number;
  readonly #op: number;
  readonly #calls = new Ring();
  readonly #serials = new Ring();
  readonly #deadlines = new TimeRing();
  /** An event is scheduled, or the line is being worked through. */
  #armed = false;

  constructor(sim: Simulation, { delay, actor, op }: { delay: number; actor: number; op: number }) {
    this.#sim = sim;
    this.#delay = delay;
    this.#actor = actor;
    this.#op = op;
  }

  add(call: number): void {
    this.#calls.push(call);
    this.#serials.push(this.#sim.calls.serial[call] as number);
    this.#deadlines.push(this.#sim.now + this.#delay);
    if (!this.#armed) this.#arm();
  }

  /** At an event: tells of each call that is due and still waited for, then waits for the next. */
  fire(due: (call: number) => void): void {
    const { calls, now } = this.#sim;
    while (this.#calls.size > 0) {
      const call = this.#calls.first();
      const waited = calls.serial[call] === this.#serials.first() && calls.leg[call] !== NONE;
      if (waited && this.#deadlines.first() > now) break;
      this.#calls.shift();
      this.#serials.shift();
      this.#deadlines.shift();
      if (waited) due(call);
    }
    this.#armed = false;
    if (this.#calls.size > 0) this.#arm();
  }

  #arm(): void {
    this.#armed = true;
    this.#sim.events.schedule(this.#deadlines.first(), this.#actor, this.#op, 0);
  }
}
