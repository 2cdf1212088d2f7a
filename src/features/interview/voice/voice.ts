import type { Move } from "../../../shared/rounds/move.ts";
import type { InterviewDeps } from "../deps.ts";
import type { EventBody, StoredEvent, StoredSession } from "../stored.ts";
import { phrase } from "./phrase.ts";
import { wordWithModel } from "./word-with-model.ts";

type Spoke = Extract<EventBody, { kind: "spoke" }>;
export type Speaking = { session: StoredSession; before: readonly string[]; log: readonly StoredEvent[] };

/** After a model has failed it is let be for so long: a candidate does not wait for one that stalls. */
const REST_MS = 120_000;

/** Says what the interviewer has decided: in ways of our own, or as a model words it where one is configured and keeps to it. */
export class Voice {
  readonly #deps: Pick<InterviewDeps, "language" | "clock">;
  #restingUntil = 0;

  constructor(deps: Pick<InterviewDeps, "language" | "clock">) {
    this.#deps = deps;
  }

  async say(moves: readonly Move[], { session, before, log }: Speaking): Promise<Spoke[]> {
    const { persona } = session.settings;
    const said: Spoke[] = [];
    for (const move of moves) {
      const earlier = [...before, ...said.map(({ text }) => text)];
      const worded = await this.#worded(move, { persona, earlier, log });
      const text = worded ?? phrase(move, { persona, seed: session.seed, before: earlier });
      said.push({ kind: "spoke", move, text, by: worded === undefined ? "template" : "model" });
    }
    return said;
  }

  async #worded(move: Move, wording: Parameters<typeof wordWithModel>[2]): Promise<string | undefined> {
    const { clock } = this.#deps;
    if (clock().getTime() < this.#restingUntil) return undefined;
    const worded = await wordWithModel(this.#deps, move, wording);
    if (!worded.ok) this.#restingUntil = clock().getTime() + REST_MS;
    return worded.ok ? worded.value : undefined;
  }
}
