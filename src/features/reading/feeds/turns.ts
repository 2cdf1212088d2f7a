import type { Clock } from "../../../lib/clock.ts";
import { inTurn } from "../../../lib/in-turn.ts";

/** One after another, with a pause between: what a server asks of all who ask it. */
export class Turns {
  readonly #clock: Clock;
  readonly #wait: (ms: number) => Promise<void>;
  readonly #pauseMs: number;
  readonly #inTurn = inTurn();
  #lastAtMs = Number.NEGATIVE_INFINITY;

  constructor({ clock, wait, pauseMs }: { clock: Clock; wait: (ms: number) => Promise<void>; pauseMs: number }) {
    this.#clock = clock;
    this.#wait = wait;
    this.#pauseMs = pauseMs;
  }

  take<T>(work: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      // a clock that was set back makes nobody wait longer than the pause
      const left = Math.min(this.#lastAtMs + this.#pauseMs - this.#clock().getTime(), this.#pauseMs);
      if (left > 0) await this.#wait(left);
      return work().finally(() => {
        this.#lastAtMs = this.#clock().getTime();
      });
    });
  }
}
