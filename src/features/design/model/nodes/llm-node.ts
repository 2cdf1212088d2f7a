import type { DesignNode } from "../design.ts";
import { NONE } from "../engine/pools.ts";
import type { RandomStream } from "../engine/random-stream.ts";
import { SimNode } from "../engine/sim-node.ts";
import type { Simulation } from "../engine/simulation.ts";
import { WaitingLine } from "../engine/waiting-line.ts";
import { ReplicaChoice } from "./replica-choice.ts";

const STEP = 0;
const EJECT = 1;
/** Outputs longer than this are cut: the ring of finishing steps has so many places. */
const MOST_OUTPUT = 8192;
/** Spread of prompt lengths, sigma of a lognormal. Proposed by us. */
const PROMPT_SIGMA = 0.4;

export type LlmSize = {
  replicas: number;
  /** Sequences decoded together. */
  batch: number;
  room: number;
  /** Tokens whose keys and values fit beside the weights. */
  kvTokens: number;
  promptTokens: number;
  outputTokens: number;
  /** Seconds to read a prompt token. */
  prefill: number;
  /** Seconds of a step that decodes one token for each of `running` sequences with `tokens` in the cache. */
  decode: (running: number, tokens: number) => number;
};

type Replica = {
  waiting: WaitingLine;
  /** First call of the list that ends at a step, by step modulo MOST_OUTPUT. */
  ending: Int32Array;
  step: number;
  running: number;
  /** Tokens held now, and promised to those that run. */
  tokens: number;
  promised: number;
  admitted: number[];
  stepping: boolean;
  alive: boolean;
  ejected: boolean;
};

/**
 * Continuous batching: at each step those that ended leave, waiting ones are let in while the batch has places and the
 * key-value cache has room for their whole prompt and output, their prompts are read, and each sequence gets one token.
 */
export class LlmNode extends SimNode {
  readonly #size: LlmSize;
  readonly #random: RandomStream;
  readonly #replicas: Replica[];
  readonly #choice: ReplicaChoice;
  readonly #prompts = new Map<number, number>();
  #waiting = 0;
  #running = 0;
  #alive: number;
  #kvSum = 0;
  #steps = 0;
  #tokensOut = 0;

  constructor(
    sim: Simulation,
    { design, index, random, size }: { design: DesignNode; index: number; random: RandomStream; size: LlmSize },
  ) {
    super(sim, design, index);
    this.#size = size;
    this.#random = random;
    this.#alive = size.replicas;
    this.#replicas = Array.from({ length: size.replicas }, () => ({
      waiting: new WaitingLine(),
      ending: new Int32Array(MOST_OUTPUT).fill(NONE),
      step: 0,
      running: 0,
      tokens: 0,
      promised: 0,
      admitted: [],
      stepping: false,
      alive: true,
      ejected: false,
    }));
    const loadOf = (at: number) => {
      const replica = this.#replicas[at];
      return !replica || replica.ejected ? Number.POSITIVE_INFINITY : replica.running + replica.waiting.size;
    };
    this.#choice = new ReplicaChoice(size.replicas, { random, loadOf });
  }

  override work(call: number): void {
    const { sim } = this;
    const at = this.#choice.next(this.pick);
    const replica = this.#replicas[at];
    if (!replica?.alive) {
      this.fail(call);
      return;
    }
    if (replica.waiting.size >= this.#size.room) {
      this.refuse(call);
      return;
    }
    const { promptTokens, outputTokens, kvTokens } = this.#size;
    const spread = Math.exp(PROMPT_SIGMA * this.#random.normal() - PROMPT_SIGMA ** 2 / 2);
    const output = Math.min(MOST_OUTPUT - 1, this.#random.geometric(outputTokens));
    const prompt = Math.max(1, Math.round(promptTokens * spread));
    if (prompt + output > kvTokens) {
      this.refuse(call);
      return;
    }
    sim.calls.replica[call] = at;
    sim.calls.note[call] = output;
    this.#prompts.set(call, prompt);
    replica.waiting.push(call, this.rankOf(call));
    this.waiting.set(++this.#waiting, sim.now);
    if (!replica.stepping) this.#beginStep(at, replica);
  }

  override handle(op: number, argument: number): void {
    if (op === EJECT) {
      for (const replica of this.#replicas) if (!replica.alive) replica.ejected = true;
    } else if (op === STEP) this.#endStep(argument, this.#replicas[argument] as Replica);
  }

  override capacity(): number {
    return this.#alive * this.#size.batch;
  }

  override loseReplicas(which: (replica: number, replicas: number) => boolean): void {
    const lost = this.#replicas.filter((replica, at) => replica.alive && which(at, this.#replicas.length));
    for (const replica of lost) {
      replica.alive = false;
      this.#alive--;
    }
    for (const replica of lost) {
      while (replica.waiting.size > 0) {
        const call = replica.waiting.shift();
        this.#waiting--;
        this.#prompts.delete(call);
        this.fail(call);
      }
      this.#drop(replica);
    }
    this.#noteBusy();
    this.waiting.set(this.#waiting, this.sim.now);
    if (this.health !== undefined) this.sim.events.schedule(this.sim.now + this.health, this.index, EJECT, 0);
  }

  override healReplicas(): void {
    for (const replica of this.#replicas) {
      if (!replica.alive) this.#alive++;
      replica.alive = true;
      replica.ejected = false;
    }
  }

  override restart(now: number): void {
    super.restart(now);
    this.#kvSum = 0;
    this.#steps = 0;
    this.#tokensOut = 0;
  }

  override extra(): Record<string, number> {
    const steps = Math.max(1, this.#steps);
    return { kv: this.#kvSum / steps / Math.max(1, this.#size.kvTokens), batch: this.#tokensOut / steps };
  }

  #beginStep(at: number, replica: Replica): void {
    const { calls, now, events } = this.sim;
    const { batch, kvTokens, prefill, decode } = this.#size;
    let prompts = 0;
    while (replica.waiting.size > 0 && replica.running < batch) {
      const call = replica.waiting.first();
      const prompt = this.#prompts.get(call) ?? 0;
      const whole = prompt + (calls.note[call] as number);
      if (replica.promised + whole > kvTokens) break;
      replica.waiting.shift();
      this.#waiting--;
      calls.workAt[call] = now;
      replica.running++;
      this.#running++;
      replica.promised += whole;
      replica.tokens += prompt;
      prompts += prompt;
      replica.admitted.push(call);
      const last = (replica.step + (calls.note[call] as number)) % MOST_OUTPUT;
      calls.next[call] = replica.ending[last] as number;
      replica.ending[last] = call;
    }
    this.waiting.set(this.#waiting, now);
    this.#noteBusy();
    replica.stepping = replica.running > 0;
    if (!replica.stepping) return;
    const duration = (prompts * prefill + decode(replica.running, replica.tokens)) * this.slowdown;
    events.schedule(now + duration, this.index, STEP, at);
  }

  #endStep(at: number, replica: Replica): void {
    const { calls, requests, now } = this.sim;
    replica.step++;
    replica.tokens += replica.running;
    this.#steps++;
    this.#kvSum += replica.promised;
    this.#tokensOut += replica.running;
    for (const call of replica.admitted) {
      const request = calls.request[call] as number;
      if (Number.isNaN(requests.firstToken[request]))
        requests.firstToken[request] = now - (requests.arrivedAt[request] as number);
    }
    replica.admitted.length = 0;
    const place = replica.step % MOST_OUTPUT;
    let call = replica.ending[place] as number;
    replica.ending[place] = NONE;
    const ended: number[] = [];
    while (call !== NONE) {
      ended.push(call);
      call = calls.next[call] as number;
    }
    for (const done of ended) this.#leave(done, replica);
    // those that ended make room first, then the next step begins, then they answer
    this.#beginStep(at, replica);
    for (const done of ended) this.worked(done);
  }

  /** All that were under way have failed; their last step ends with nobody in it. */
  #drop(replica: Replica): void {
    const { calls } = this.sim;
    const under: number[] = [];
    for (let place = 0; place < MOST_OUTPUT; place++) {
      for (let call = replica.ending[place] as number; call !== NONE; call = calls.next[call] as number)
        under.push(call);
      replica.ending[place] = NONE;
    }
    replica.admitted.length = 0;
    for (const call of under) this.#leave(call, replica);
    // each leave took off what a whole sequence holds, and these had not come so far
    replica.tokens = 0;
    for (const call of under) this.fail(call);
  }

  #leave(call: number, replica: Replica): void {
    const prompt = this.#prompts.get(call) ?? 0;
    const whole = prompt + (this.sim.calls.note[call] as number);
    this.#prompts.delete(call);
    this.sim.calls.next[call] = NONE;
    replica.running--;
    this.#running--;
    replica.promised -= whole;
    replica.tokens -= whole;
  }

  #noteBusy(): void {
    this.busy.set(this.#alive === 0 ? 0 : Math.min(1, this.#running / this.capacity()), this.sim.now);
  }
}
