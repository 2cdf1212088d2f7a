import type { DesignEdge, DesignNode } from "../design.ts";
import type { CallPool, RequestPool } from "./pools.ts";

/** What the kernel knows of those that it works with. */

/** Whoever schedules events and is told of them. */
export type Actor = { handle(op: number, argument: number): void };

/** An arrow that carries requests. */
export type Way = Actor & {
  readonly design: DesignEdge;
  /** Takes it for a call of the caller; `parent` NONE where a queue or the source sends a request. */
  launch(parent: number, request: number): void;
  /** Hands a message to a target that only counts it: no call is kept for that. */
  hand(request: number): void;
  /** A call that somebody waited for has answered. */
  answered(leg: number, call: number, ok: number): void;
  /** Told of what no call waits for: the source's requests and those of queues. */
  whenRootDone: ((request: number, ok: number) => void) | undefined;
};

/** A component that is called. */
export type Called = Actor & {
  readonly design: DesignNode;
  /** All calls of a group are answered. */
  groupDone(call: number): void;
};

/** What a tracer reads. */
export type Traced = {
  readonly now: number;
  readonly requests: RequestPool;
  readonly calls: CallPool;
  readonly nodes: readonly Called[];
};
