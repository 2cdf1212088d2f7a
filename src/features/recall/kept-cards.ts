import { setImmediate } from "node:timers/promises";
import { inTurn } from "../../lib/in-turn.ts";
import { type Memory, replay } from "../../shared/spacing/memory.ts";
import type { RecallRepo, ReviewLine } from "./repo.ts";

/** What is known of a question that was answered. */
type KeptCard = { memory: Memory; due: Date; lastScore: number; reviews: readonly ReviewLine[] };

/** By item id. */
export type KeptCardsByItem = ReadonlyMap<string, KeptCard>;

const TURN_MS = 8;

/**
 * The cards of all questions, kept between requests. The log of reviews is the truth and is read each time, which costs a
 * fortieth of replaying it: an item is replayed where its reviews are not those that its card was made of, whoever wrote them.
 */
export class KeptCards {
  readonly #repo: Pick<RecallRepo, "reviews">;
  #cards: KeptCardsByItem = new Map();
  readonly #inTurn = inTurn();

  constructor(repo: Pick<RecallRepo, "reviews">) {
    this.#repo = repo;
  }

  /** One after the other: who asks while cards are replayed waits for them, and does not replay them too. */
  read(): Promise<KeptCardsByItem> {
    return this.#inTurn(() => this.#read());
  }

  async #read(): Promise<KeptCardsByItem> {
    const reviews = await this.#repo.reviews();
    const cards = new Map<string, KeptCard>();
    let since = performance.now();
    for (const [itemId, own] of Map.groupBy(reviews, (review) => review.itemId)) {
      const card = cardOf(own, this.#cards.get(itemId));
      if (card) cards.set(itemId, card);
      if (performance.now() - since < TURN_MS) continue;
      await setImmediate(); // the first time a year is replayed: the server answers others meanwhile
      since = performance.now();
    }
    this.#cards = cards;
    return cards;
  }
}

function cardOf(reviews: readonly ReviewLine[], known: KeptCard | undefined): KeptCard | undefined {
  const last = reviews.at(-1);
  if (!last) return undefined;
  const memory = known && areSame(known.reviews, reviews) ? known.memory : memoryOf(reviews);
  return memory && { memory, due: new Date(last.dueAt), lastScore: last.score, reviews };
}

function memoryOf(reviews: readonly ReviewLine[]): Memory | undefined {
  return replay(reviews.map(({ at, rating }) => ({ at: new Date(at), rating })))?.memory;
}

/** Whether both replay to the same: what else a review holds is taken from the log in any case. */
function areSame(some: readonly ReviewLine[], others: readonly ReviewLine[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ at, rating }, nth) => at === others[nth]?.at && rating === others[nth]?.rating)
  );
}
