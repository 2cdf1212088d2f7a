import type { World } from "../../../../shared/content/design/world.ts";
import type { Actor, Way } from "../engine/actors.ts";
import type { Circumstances } from "../engine/circumstances.ts";
import { NONE } from "../engine/pools.ts";
import type { RandomStream } from "../engine/random-stream.ts";
import type { Simulation } from "../engine/simulation.ts";
import { ZipfKeys } from "../engine/zipf.ts";

const NEXT = 0;
const NEXT_ATTACK = 1;
const MEAN_GROUP = 4;

/** Where requests come from: a Poisson process, alone or in groups, and an attack beside it. */
export class Source implements Actor {
  readonly keys: ZipfKeys | undefined;
  entry: Way | undefined;
  readonly #sim: Simulation;
  readonly #world: World;
  readonly #random: RandomStream;
  readonly #now: Circumstances;
  readonly #index: number;
  readonly #rate: number;
  /** Upper ends of the shares of the classes of severity. */
  readonly #severities: number[];
  readonly #positives: number;
  #turn = 0;

  constructor(
    sim: Simulation,
    {
      world,
      random,
      now,
      index,
      rate,
    }: { world: World; random: RandomStream; now: Circumstances; index: number; rate: number },
  ) {
    this.#sim = sim;
    this.#world = world;
    this.#random = random;
    this.#now = now;
    this.#index = index;
    this.#rate = rate;
    const { keys, severities = [] } = world.traffic;
    this.keys = keys ? new ZipfKeys(keys.count, keys.zipf) : undefined;
    let sum = 0;
    this.#severities = severities.map(({ share }) => {
      sum += share;
      return sum;
    });
    this.#positives = world.detection?.positives ?? world.permissions?.restricted ?? 0;
  }

  start(): void {
    this.#schedule();
  }

  /** The rate has changed: what was drawn for the old one is not waited for. */
  changed(): void {
    this.#turn++;
    this.#schedule();
    if (this.#now.attack > 0) this.#scheduleAttack();
  }

  handle(op: number, turn: number): void {
    if (turn !== this.#turn) return;
    if (op === NEXT) {
      const group = this.#world.traffic.arrivals === "bursty" ? this.#random.geometric(MEAN_GROUP) : 1;
      for (let member = 0; member < group; member++) this.#arrive(this.#random.next() < this.#positives ? 1 : 0, 0);
      this.#schedule();
    } else if (this.#now.attack > 0) {
      this.#arrive(1, 1);
      this.#scheduleAttack();
    }
  }

  #schedule(): void {
    const mean = (this.#world.traffic.arrivals === "bursty" ? MEAN_GROUP : 1) / (this.#rate * this.#now.peak);
    this.#sim.events.schedule(this.#sim.now + this.#random.exponential(mean), this.#index, NEXT, this.#turn);
  }

  #scheduleAttack(): void {
    const wait = this.#random.exponential(1 / this.#now.attack);
    this.#sim.events.schedule(this.#sim.now + wait, this.#index, NEXT_ATTACK, this.#turn);
  }

  #arrive(truth: number, attack: number): void {
    const { requests, now, tracer } = this.#sim;
    const request = requests.create(now);
    requests.truth[request] = truth;
    requests.attack[request] = attack;
    if (this.#world.detection) requests.hardness[request] = this.#random.normal();
    if (this.keys) requests.key[request] = this.#hot() ? 0 : this.keys.draw(this.#random);
    if (this.#severities.length > 0) requests.severity[request] = this.#severity();
    tracer.begin(request);
    this.entry?.launch(NONE, request);
  }

  #hot(): boolean {
    return this.#now.hotShare > 0 && this.#random.next() < this.#now.hotShare;
  }

  #severity(): number {
    const at = this.#random.next();
    for (let grade = 0; grade < this.#severities.length; grade++)
      if (at < (this.#severities[grade] as number)) return grade;
    return Math.max(0, this.#severities.length - 1);
  }
}
