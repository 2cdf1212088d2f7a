import type { DesignEdge } from "../design.ts";
import type { Way } from "./actors.ts";
import { CircuitBreaker } from "./circuit-breaker.ts";
import { BLOCKED, DIRECT, FEATURES_DEFAULT, IN_REVIEW, NONE, PASSED, UNDECIDED } from "./pools.ts";
import type { RandomStream } from "./random-stream.ts";
import type { SimNode } from "./sim-node.ts";
import type { Simulation } from "./simulation.ts";
import { TimerLine } from "./timer-line.ts";

const TIMEOUT = 0;
const HEDGE = 1;
const RETRY = 2;
/** Retries that a budget may save up. */
const MOST_TOKENS = 100;

/** Factors of what stands in for a failed call (`world.signal.fallbacks`). */
export type FallbackFactors = { default: number; popular: number; stale: number; partial: number };

/** An arrow that carries requests, with its policies. */
export class SimEdge implements Way {
  readonly design: DesignEdge;
  readonly target: SimNode;
  readonly index: number;
  calls = 0;
  timeouts = 0;
  retries = 0;
  hedges = 0;
  fallbacks = 0;
  refusedByBreaker = 0;
  /** Where the fallback is another node: the way there. */
  alternative: SimEdge | undefined;
  /** In a detection task: whether what is decided already keeps a request from the target. */
  asks: "always" | "undecided" | "for review" | "undecided or for review" = "always";
  /** Told of legs that no call waits for: the source's and those of queues. */
  whenRootDone: ((request: number, ok: number) => void) | undefined;
  readonly #sim: Simulation;
  readonly #random: RandomStream;
  readonly #timeouts: TimerLine | undefined;
  readonly #hedges: TimerLine | undefined;
  readonly #breaker: CircuitBreaker | undefined;
  readonly #factors: FallbackFactors;
  readonly #sample: number;
  readonly #mostRetries: number;
  readonly #budget: number;
  readonly #backoff: number;
  readonly #growth: number;
  readonly #isPlain: boolean;
  #tokens: number;

  constructor(
    sim: Simulation,
    design: DesignEdge,
    {
      target,
      index,
      factors,
      random,
    }: { target: SimNode; index: number; factors: FallbackFactors; random: RandomStream },
  ) {
    const { timeout, hedge, breaker, sample, retry, budget, backoff, growth, fallback } = design.policies;
    this.#sim = sim;
    this.design = design;
    this.target = target;
    this.index = index;
    this.#factors = factors;
    this.#random = random;
    this.#timeouts =
      timeout === undefined ? undefined : new TimerLine(sim, { delay: timeout, actor: index, op: TIMEOUT });
    this.#hedges = hedge === undefined ? undefined : new TimerLine(sim, { delay: hedge, actor: index, op: HEDGE });
    this.#breaker = breaker === undefined ? undefined : new CircuitBreaker(breaker);
    this.#isPlain = [timeout, hedge, breaker, retry, fallback].every((policy) => policy === undefined);
    this.#sample = sample ?? 1;
    this.#mostRetries = retry ?? 0;
    this.#budget = budget ?? Number.POSITIVE_INFINITY;
    this.#tokens = budget === undefined ? Number.POSITIVE_INFINITY : MOST_TOKENS / 10;
    this.#backoff = backoff ?? 0;
    this.#growth = growth ?? 2;
  }

  /** Takes the edge for a call of the caller; `parent` NONE where a queue or the source sends it. */
  launch(parent: number, request: number): void {
    if (this.asks !== "always" && !this.#isAsked(request)) {
      this.#skip(parent, request);
      return;
    }
    if (this.#sample < 1 && this.#random.next() >= this.#sample) {
      this.#skip(parent, request);
      return;
    }
    this.calls++;
    if (this.#isPlain) {
      this.#sendDirectly(parent, request);
      return;
    }
    if (this.#budget < Number.POSITIVE_INFINITY) this.#tokens = Math.min(MOST_TOKENS, this.#tokens + this.#budget);
    const leg = this.#sim.legs.create(parent, request);
    this.#sim.requests.references[request] = (this.#sim.requests.references[request] as number) + 1;
    this.#attempt(leg);
  }

  hand(request: number): void {
    if (this.target.outputs.length > 0) {
      this.launch(NONE, request);
      return;
    }
    if (this.#sample < 1 && this.#random.next() >= this.#sample) return;
    this.calls++;
    this.target.take();
  }

  /** A call of this edge that somebody waited for has answered. */
  answered(leg: number, call: number, ok: number): void {
    const { legs, calls } = this.#sim;
    this.#breaker?.record(this.#sim.now, ok > 0);
    const other = (legs.first[leg] === call ? legs.second[leg] : legs.first[leg]) as number;
    if (legs.first[leg] === call) legs.first[leg] = NONE;
    else legs.second[leg] = NONE;
    if (ok > 0) {
      if (other !== NONE) calls.leg[other] = NONE;
      this.#settle(leg, ok);
    } else if (other === NONE) this.#lost(leg);
  }

  handle(op: number, argument: number): void {
    if (op === TIMEOUT) this.#timeouts?.fire((call) => this.#timedOut(call));
    else if (op === HEDGE) this.#hedges?.fire((call) => this.#hedge(call));
    else if (op === RETRY) this.#attempt(argument);
  }

  restart(): void {
    this.calls = 0;
    this.timeouts = 0;
    this.retries = 0;
    this.hedges = 0;
    this.fallbacks = 0;
    this.refusedByBreaker = 0;
  }

  /** Without policies there is nothing to remember but who waits. */
  #sendDirectly(parent: number, request: number): void {
    const { calls, requests, now } = this.#sim;
    const call = calls.create(request, this.target.index, DIRECT, now);
    calls.edge[call] = this.index;
    calls.parent[call] = parent;
    requests.references[request] = (requests.references[request] as number) + 1;
    this.target.arrive(call);
  }

  #isAsked(request: number): boolean {
    const { decision } = this.#sim.requests;
    if (this.asks === "undecided") return decision[request] === UNDECIDED;
    // whoever hands an undecided case to people leaves the decision to them
    if (this.asks === "undecided or for review" && decision[request] === UNDECIDED) decision[request] = IN_REVIEW;
    return decision[request] === IN_REVIEW;
  }

  #skip(parent: number, request: number): void {
    if (parent !== NONE) this.#sim.legDone(parent, 1);
    else this.whenRootDone?.(request, 1);
  }

  #attempt(leg: number): void {
    if (this.#breaker && !this.#breaker.lets(this.#sim.now, this.#random)) {
      this.refusedByBreaker++;
      this.#giveUp(leg);
      return;
    }
    const call = this.#send(leg);
    this.#sim.legs.first[leg] = call;
    this.#hedges?.add(call);
    this.target.arrive(call);
  }

  #send(leg: number): number {
    const { legs, calls, requests, now } = this.#sim;
    const request = legs.request[leg] as number;
    const call = calls.create(request, this.target.index, leg, now);
    calls.edge[call] = this.index;
    requests.references[request] = (requests.references[request] as number) + 1;
    this.#timeouts?.add(call);
    return call;
  }

  #timedOut(call: number): void {
    const { legs, calls } = this.#sim;
    const leg = calls.leg[call] as number;
    this.timeouts++;
    this.#sim.tracer.note(calls.request[call] as number, call, "timeout");
    // the work goes on where it is, for nobody
    calls.leg[call] = NONE;
    this.#breaker?.record(this.#sim.now, false);
    if (legs.first[leg] === call) {
      // the caller waits no longer, for the second copy either
      const second = legs.second[leg] as number;
      if (second !== NONE) calls.leg[second] = NONE;
      legs.first[leg] = NONE;
    }
    legs.second[leg] = NONE;
    this.#lost(leg);
  }

  #hedge(call: number): void {
    const { legs, calls } = this.#sim;
    const leg = calls.leg[call] as number;
    if (legs.second[leg] !== NONE) return;
    this.hedges++;
    const second = this.#send(leg);
    legs.second[leg] = second;
    this.target.arrive(second);
  }

  /** No call of the leg is under way any more. */
  #lost(leg: number): void {
    const { legs } = this.#sim;
    const retries = legs.retries[leg] as number;
    if (retries >= this.#mostRetries || this.#tokens < 1) {
      this.#giveUp(leg);
      return;
    }
    this.#tokens -= 1;
    this.retries++;
    legs.retries[leg] = retries + 1;
    // without a pause too by an event: a thousand refusals in a row must not fill the stack
    const pause = this.#backoff === 0 ? 0 : this.#random.exponential(this.#backoff * this.#growth ** retries);
    this.#sim.events.schedule(this.#sim.now + pause, this.index, RETRY, leg);
  }

  /** The fallback, or failure. */
  #giveUp(leg: number): void {
    const { fallback } = this.design.policies;
    const { legs, requests } = this.#sim;
    if (fallback === undefined) {
      this.#settle(leg, 0);
      return;
    }
    this.fallbacks++;
    const request = legs.request[leg] as number;
    if (this.alternative) {
      const parent = legs.parent[leg] as number;
      legs.release(leg);
      this.alternative.whenRootDone = this.whenRootDone;
      this.alternative.launch(parent, request);
      requests.release(request);
      return;
    }
    this.#standIn(request, fallback);
    this.#settle(leg, 1);
  }

  #standIn(request: number, fallback: string): void {
    const { requests } = this.#sim;
    requests.degraded[request] = 1;
    if (fallback === "allow" || fallback === "block" || fallback === "review") {
      if (requests.decision[request] === UNDECIDED)
        requests.decision[request] = fallback === "allow" ? PASSED : fallback === "block" ? BLOCKED : IN_REVIEW;
      return;
    }
    if (this.target.design.type === "features") {
      requests.features[request] = FEATURES_DEFAULT;
      return;
    }
    const factor = this.#factors[fallback as keyof FallbackFactors];
    requests.fallbackFactor[request] = Math.min(requests.fallbackFactor[request] as number, factor);
    if (fallback === "popular" || fallback === "stale") requests.modelFactor[request] = 1;
  }

  #settle(leg: number, ok: number): void {
    const { legs, requests } = this.#sim;
    const parent = legs.parent[leg] as number;
    const request = legs.request[leg] as number;
    legs.release(leg);
    if (parent === NONE) this.whenRootDone?.(request, ok);
    else this.#sim.legDone(parent, ok);
    requests.release(request);
  }
}
