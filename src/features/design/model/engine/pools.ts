import { grown } from "./event-queue.ts";

/**
 * Requests, calls and legs live in columns of typed arrays and are used again: nothing is allocated for one of them.
 * A serial number a slot tells an old reference from a new one. `NONE` stands for "there is none".
 */

export const NONE = -1;
/** In place of a leg: the edge has no policies, and the call itself knows who waits. */
export const DIRECT = -2;
const FIRST_CAPACITY = 1024;

abstract class Pool {
  /** Counts up each time a slot is given back. */
  serial = new Int32Array(FIRST_CAPACITY);
  inUse = 0;
  #free = Int32Array.from({ length: FIRST_CAPACITY }, (_, at) => FIRST_CAPACITY - 1 - at);
  #freeCount = FIRST_CAPACITY;

  protected take(): number {
    if (this.#freeCount === 0) this.#grow();
    this.inUse++;
    return this.#free[--this.#freeCount] as number;
  }

  protected giveBack(slot: number): void {
    (this.serial[slot] as number)++;
    this.#free[this.#freeCount++] = slot;
    this.inUse--;
  }

  #grow(): void {
    const before = this.serial.length;
    const capacity = before * 2;
    // every column, whatever it is called: one that was left out would lose what is written beyond its end
    const columns = this as unknown as Record<string, unknown>;
    for (const [name, column] of Object.entries(columns))
      if (isColumn(column)) columns[name] = larger(column, capacity);
    this.#free = new Int32Array(capacity);
    for (let at = 0; at < before; at++) this.#free[at] = capacity - 1 - at;
    this.#freeCount = before;
  }
}

type Column = Float64Array | Float32Array | Int32Array | Uint8Array;

const isColumn = (value: unknown): value is Column => ArrayBuffer.isView(value);

function larger(column: Column, capacity: number): Column {
  const Kind = column.constructor as new (length: number) => Column;
  return grown(column, new Kind(capacity));
}

/** What is decided about a request. */
export const UNDECIDED = 0;
export const PASSED = 1;
export const BLOCKED = 2;
export const IN_REVIEW = 3;

const GOES_ON = 0;
export const SETTLED = 1;
export const FAILED = 2;

/** A request that nobody waits for: what is decided about it counts, or does not. */
export const OPEN = 1;
export const CLOSED = 2;

/** How the features of a request were read. */
export const FEATURES_UNREAD = 0;
export const FEATURES_READ = 1;
export const FEATURES_DEFAULT = 2;

export class RequestPool extends Pool {
  arrivedAt = new Float64Array(FIRST_CAPACITY);
  key = new Int32Array(FIRST_CAPACITY);
  severity = new Uint8Array(FIRST_CAPACITY);
  /** 1: a positive (fraud, a violation), or for generation one whose best matches the asker may not see. */
  truth = new Uint8Array(FIRST_CAPACITY);
  attack = new Uint8Array(FIRST_CAPACITY);
  /** What makes it hard for every model alike, standard normal. */
  hardness = new Float32Array(FIRST_CAPACITY);
  features = new Uint8Array(FIRST_CAPACITY);
  featureFactor = new Float64Array(FIRST_CAPACITY);
  recall = new Float64Array(FIRST_CAPACITY);
  candidates = new Int32Array(FIRST_CAPACITY);
  indexFactor = new Float64Array(FIRST_CAPACITY);
  /** 1: a ranking model put its candidates in order. */
  ranked = new Uint8Array(FIRST_CAPACITY);
  /** 0: no model answered it. */
  modelFactor = new Float64Array(FIRST_CAPACITY);
  fallbackFactor = new Float64Array(FIRST_CAPACITY);
  /** NaN unless the answer came from a cache. */
  cachedQuality = new Float64Array(FIRST_CAPACITY);
  probability = new Float64Array(FIRST_CAPACITY);
  decision = new Uint8Array(FIRST_CAPACITY);
  degraded = new Uint8Array(FIRST_CAPACITY);
  llm = new Uint8Array(FIRST_CAPACITY);
  leaked = new Uint8Array(FIRST_CAPACITY);
  /** 1: people have the case. */
  handedIn = new Uint8Array(FIRST_CAPACITY);
  /** Seconds after its arrival; NaN before. */
  firstToken = new Float64Array(FIRST_CAPACITY);
  /** Calls that still refer to it. */
  references = new Int32Array(FIRST_CAPACITY);
  /** Whether somebody waits for it (0), or it goes on alone: to be decided, or decided before. */
  background = new Uint8Array(FIRST_CAPACITY);
  /** 1: what was handed to a queue will decide about it. */
  deferred = new Uint8Array(FIRST_CAPACITY);
  trace = new Int32Array(FIRST_CAPACITY);
  /** The cache aside that asked for the answer; NONE without one. */
  keepIn = new Int32Array(FIRST_CAPACITY);

  create(now: number): number {
    const request = this.take();
    this.arrivedAt[request] = now;
    this.key[request] = NONE;
    this.severity[request] = 0;
    this.truth[request] = 0;
    this.attack[request] = 0;
    this.hardness[request] = 0;
    this.features[request] = FEATURES_UNREAD;
    this.featureFactor[request] = 1;
    this.recall[request] = 0;
    this.candidates[request] = 0;
    this.indexFactor[request] = 1;
    this.ranked[request] = 0;
    this.modelFactor[request] = 0;
    this.fallbackFactor[request] = 1;
    this.cachedQuality[request] = Number.NaN;
    this.probability[request] = Number.NaN;
    this.decision[request] = UNDECIDED;
    this.degraded[request] = 0;
    this.llm[request] = 0;
    this.leaked[request] = 0;
    this.handedIn[request] = 0;
    this.firstToken[request] = Number.NaN;
    this.references[request] = 0;
    this.background[request] = 0;
    this.deferred[request] = 0;
    this.trace[request] = NONE;
    this.keepIn[request] = NONE;
    return request;
  }

  /** A copy for what goes on without the one who asked. */
  copy(from: number): number {
    const request = this.create(this.arrivedAt[from] as number);
    this.key[request] = this.key[from] as number;
    this.severity[request] = this.severity[from] as number;
    this.truth[request] = this.truth[from] as number;
    this.attack[request] = this.attack[from] as number;
    this.hardness[request] = this.hardness[from] as number;
    this.features[request] = this.features[from] as number;
    this.featureFactor[request] = this.featureFactor[from] as number;
    this.probability[request] = this.probability[from] as number;
    this.decision[request] = this.decision[from] as number;
    this.background[request] = CLOSED;
    return request;
  }

  release(request: number): void {
    const left = (this.references[request] as number) - 1;
    this.references[request] = left;
    if (left === 0) this.giveBack(request);
  }
}

/** One call of one node for one request. */
export class CallPool extends Pool {
  request = new Int32Array(FIRST_CAPACITY);
  node = new Int32Array(FIRST_CAPACITY);
  /** The leg that waits for it; NONE when nobody does. */
  leg = new Int32Array(FIRST_CAPACITY);
  /** Of a direct call: the call that waits, NONE for the source and for queues. */
  parent = new Int32Array(FIRST_CAPACITY);
  /** The edge that it came by. */
  edge = new Int32Array(FIRST_CAPACITY);
  /** The group of calls that is under way: those before the work first, then those after it. */
  step = new Int32Array(FIRST_CAPACITY);
  /** Legs of the group that are not answered. */
  pending = new Int32Array(FIRST_CAPACITY);
  /** Whether more is called after the group under way: `GOES_ON`, `SETTLED` (no more) or `FAILED`. */
  fate = new Uint8Array(FIRST_CAPACITY);
  replica = new Int32Array(FIRST_CAPACITY);
  enteredAt = new Float64Array(FIRST_CAPACITY);
  /** When its own work was asked for: what it reads first is there. */
  startedAt = new Float64Array(FIRST_CAPACITY);
  workAt = new Float64Array(FIRST_CAPACITY);
  /** For lists of calls that wait for the same thing. */
  next = new Int32Array(FIRST_CAPACITY);
  /** For the node's own use. */
  note = new Int32Array(FIRST_CAPACITY);

  create(request: number, node: number, leg: number, now: number): number {
    const call = this.take();
    this.request[call] = request;
    this.node[call] = node;
    this.leg[call] = leg;
    this.step[call] = 0;
    this.fate[call] = GOES_ON;
    this.enteredAt[call] = now;
    this.startedAt[call] = now;
    this.workAt[call] = now;
    this.next[call] = NONE;
    return call;
  }

  release(call: number): void {
    this.giveBack(call);
  }
}

/** One edge taken for one call: all its attempts, retries and hedges. */
export class LegPool extends Pool {
  /** The call that waits; NONE for a request at the source. */
  parent = new Int32Array(FIRST_CAPACITY);
  request = new Int32Array(FIRST_CAPACITY);
  retries = new Int32Array(FIRST_CAPACITY);
  /** The one or two calls that are under way. */
  first = new Int32Array(FIRST_CAPACITY);
  second = new Int32Array(FIRST_CAPACITY);

  create(parent: number, request: number): number {
    const leg = this.take();
    this.parent[leg] = parent;
    this.request[leg] = request;
    this.retries[leg] = 0;
    this.first[leg] = NONE;
    this.second[leg] = NONE;
    return leg;
  }

  release(leg: number): void {
    this.giveBack(leg);
  }
}
