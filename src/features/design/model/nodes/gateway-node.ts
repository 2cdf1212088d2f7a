import { Station } from "./station.ts";

/** Of the limit on requests in flight, what the least grave class may use. Proposed by us. */
const LEAST_GRAVE_SHARE = 0.7;

/** A station that lets in so many requests a second, and so many at a time. */
export class GatewayNode extends Station {
  #limit = Number.POSITIVE_INFINITY;
  #tokens = 0;
  #filledAt = 0;
  #shed = Number.POSITIVE_INFINITY;
  #classes = 1;
  #inside = 0;

  /** `limit`: requests a second; `shed`: in flight; `classes`: of severity, the gravest being let in to the last. */
  protect({ limit, shed, classes }: { limit: number | undefined; shed: number | undefined; classes: number }): void {
    this.#limit = limit ?? Number.POSITIVE_INFINITY;
    this.#tokens = limit ?? 0;
    this.#shed = shed ?? Number.POSITIVE_INFINITY;
    this.#classes = classes;
  }

  override work(call: number): void {
    this.#inside++;
    if (!this.#within(call)) {
      this.refuse(call);
      return;
    }
    super.work(call);
  }

  override fail(call: number): void {
    this.#inside--;
    super.fail(call);
  }

  protected override refuse(call: number): void {
    this.#inside--;
    super.refuse(call);
  }

  protected override answer(call: number): void {
    this.#inside--;
    super.answer(call);
  }

  #within(call: number): boolean {
    const { sim } = this;
    if (this.#limit < Number.POSITIVE_INFINITY) {
      this.#tokens = Math.min(this.#limit, this.#tokens + (sim.now - this.#filledAt) * this.#limit);
      this.#filledAt = sim.now;
      if (this.#tokens < 1) return false;
      this.#tokens--;
    }
    if (this.#shed === Number.POSITIVE_INFINITY) return true;
    const severity = sim.requests.severity[sim.calls.request[call] as number] as number;
    const rank = this.#classes <= 1 ? 1 : severity / (this.#classes - 1);
    return this.#inside <= this.#shed * (LEAST_GRAVE_SHARE + (1 - LEAST_GRAVE_SHARE) * rank);
  }
}
