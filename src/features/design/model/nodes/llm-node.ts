import type { DesignNode } from "../design.ts";
import { NONE } from "../engine/pools.ts";
import type { RandomStream } from "../engine/random-stream.ts";
import type { Simulation } from "../engine/simulation.ts";
import { type Card, CardNode, newCard, OWN_EVENTS } from "./card-node.ts";

const STEP = OWN_EVENTS;
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

type Replica = Card & {
  /** First call of the list that ends at a step, by step modulo MOST_OUTPUT. */
  ending: Int32Array;
  step: number;
  running: number;
  /** Tokens held now, and promised to those that run. */
  tokens: number;
  promised: number;
  admitted: number[];
  stepping: boolean;
};

/**
 * Continuous batching: at each step those that ended leave, waiting ones are let in while the batch has places and the
 * key-value cache has room for their whole prompt and output, their prompts are read, and each sequence gets one token.
 */
export class LlmNode extends CardNode<Replica> {
  readonly #size: LlmSize;
  readonly #random: RandomStream;
  readonly #prompts = new Map<number, number>();
  #running = 0;
  #kvSum = 0;
  #steps = 0;
  #tokensOut = 0;

  constructor(
    sim: Simulation,
    { design, index, random, size }: { design: DesignNode; index: number; random: RandomStream; size: LlmSize },
  ) {
    const replicas = Array.from({ length: size.replicas }, () => ({
      ...newCard(),
      ending: new Int32Array(MOST_OUTPUT).fill(NONE),
      step: 0,
      running: 0,
      tokens: 0,
      promised: 0,
      admitted: [],
      stepping: false,
    }));
    super(sim, { design, index, random, replicas, room: size.room });
    this.#size = size;
    this.#random = random;
  }

  override capacity(): number {
    return this.alive * this.#size.batch;
  }

  override fail(call: number): void {
    this.#prompts.delete(call);
    super.fail(call);
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

  protected override underWay({ running }: Replica): number {
    return running;
  }

  protected override admits(call: number): boolean {
    const { promptTokens, outputTokens, kvTokens } = this.#size;
    const spread = Math.exp(PROMPT_SIGMA * this.#random.normal() - PROMPT_SIGMA ** 2 / 2);
    const output = Math.min(MOST_OUTPUT - 1, this.#random.geometric(outputTokens));
    const prompt = Math.max(1, Math.round(promptTokens * spread));
    if (prompt + output > kvTokens) return false;
    this.sim.calls.note[call] = output;
    this.#prompts.set(call, prompt);
    return true;
  }

  protected override queuedAt(at: number, replica: Replica): void {
    if (!replica.stepping) this.#beginStep(at, replica);
  }

  protected override happened(_op: number, at: number, replica: Replica): void {
    this.#endStep(at, replica);
  }

  /** All that were under way have failed; their last step ends with nobody in it. */
  protected override died(replica: Replica): void {
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

  protected override noteBusy(): void {
    this.busy.set(this.alive === 0 ? 0 : Math.min(1, this.#running / this.capacity()), this.sim.now);
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
      this.queued--;
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
    this.waiting.set(this.queued, now);
    this.noteBusy();
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
}
