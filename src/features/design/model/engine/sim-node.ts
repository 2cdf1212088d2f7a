import type { DesignNode } from "../design.ts";
import type { Called, Way } from "./actors.ts";
import { Gauge } from "./gauge.ts";
import { Histogram } from "./histogram.ts";
import { FAILED, SETTLED } from "./pools.ts";
import type { Simulation } from "./simulation.ts";

export type PickPolicy = "least" | "round-robin" | "two-choices" | "random";

/** What a component is while it is simulated. A kind of component extends it and says what `work` is. */
export abstract class SimNode implements Called {
  readonly index: number;
  readonly design: DesignNode;
  protected readonly sim: Simulation;
  /** Groups of calls that go out before the work (what a model reads), and after it. */
  inputs: Way[][] = [];
  outputs: Way[][] = [];
  /** How callers choose a replica; a balancer in front sets it and takes dead replicas out. */
  pick: PickPolicy = "round-robin";
  /** Seconds until a balancer in front notices a dead replica; undefined without one. */
  health: number | undefined;
  served = 0;
  refused = 0;
  failed = 0;
  readonly waits = new Histogram();
  readonly times = new Histogram();
  readonly busy = new Gauge();
  readonly waiting = new Gauge();
  /** Since when it counts. */
  since = 0;
  /** What the work does to a request: sets what it found out. */
  effect: ((request: number) => void) | undefined;

  constructor(sim: Simulation, design: DesignNode, index: number) {
    this.sim = sim;
    this.design = design;
    this.index = index;
  }

  /** A call has come in. */
  arrive(call: number): void {
    this.served++;
    if (this.inputs.length > 0) this.sim.launchGroup(call, this.inputs[0] as Way[]);
    else this.work(call);
  }

  /** Takes a message that asks for no answer. */
  take(): void {
    this.served++;
  }

  /** Does the node's own work; ends in `worked` or in `fail`. */
  abstract work(call: number): void;

  /** An event that this node scheduled. */
  handle(_op: number, _argument: number): void {}

  /** All legs of a group are answered. */
  groupDone(call: number): void {
    const { calls } = this.sim;
    if (calls.fate[call] === FAILED) {
      this.fail(call);
      return;
    }
    const step = (calls.step[call] as number) + 1;
    calls.step[call] = step;
    const inputs = this.inputs.length;
    // what it reads is there: its own time begins now
    if (step === inputs) calls.startedAt[call] = this.sim.now;
    if (step < inputs) {
      this.sim.launchGroup(call, this.inputs[step] as Way[]);
      return;
    }
    if (step === inputs && inputs > 0) {
      this.work(call);
      return;
    }
    this.goOn(call);
  }

  /** The own work is done: its time is noted, and what follows is called. */
  protected worked(call: number): void {
    const { calls, now } = this.sim;
    const startedAt = calls.startedAt[call] as number;
    const waited = (calls.workAt[call] as number) - startedAt;
    if (waited > 0) this.waits.sample(waited);
    else this.waits.recordNothing();
    this.times.sample(now - startedAt);
    calls.step[call] = this.inputs.length;
    this.effect?.(calls.request[call] as number);
    this.goOn(call);
  }

  protected goOn(call: number): void {
    const { calls } = this.sim;
    const at = (calls.step[call] as number) - this.inputs.length;
    // reading past the end of an array is slow
    if (at >= this.outputs.length || calls.fate[call] === SETTLED) this.answer(call);
    else this.sim.launchGroup(call, this.outputs[at] as Way[]);
  }

  /** Whether a call goes before the others that wait: its arrow says so, and its request is grave. */
  protected rankOf(call: number): "grave" | "usual" {
    if (this.sim.edgeOf(call).design.policies.priority !== "severity") return "usual";
    return this.sim.requests.severity[this.sim.calls.request[call] as number] === 0 ? "usual" : "grave";
  }

  /** Answers whoever called. */
  protected answer(call: number): void {
    this.sim.respond(call, 1);
  }

  fail(call: number): void {
    this.failed++;
    this.sim.respond(call, 0);
  }

  protected refuse(call: number): void {
    this.refused++;
    this.sim.respond(call, 0);
  }

  /** Servers that live; infinite where nothing is limited, and then there is no utilisation. */
  abstract capacity(): number;

  /** The warm-up is over: what was counted before is forgotten. */
  restart(now: number): void {
    this.since = now;
    this.served = 0;
    this.refused = 0;
    this.failed = 0;
    this.waits.clear();
    this.times.clear();
    this.busy.restart(now);
    this.waiting.restart(now);
  }

  /** What is peculiar to the kind, for the report. */
  extra(): Record<string, number> {
    return {};
  }

  // ---- faults; a kind does what it can be hit by

  loseReplicas(_which: (replica: number, replicas: number) => boolean): void {}
  healReplicas(): void {}
  /** Work takes so many times as long. */
  slowdown = 1;
}
