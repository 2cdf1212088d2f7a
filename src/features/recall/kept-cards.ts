import { setImmediate } from "node:timers/promises";
import { inTurn } from "../../lib/in-turn.ts";
import { type Memory, replay } from "../../shared/spacing/memory.ts";
import type { RecallRepo, ReviewLine } from "./repo.ts";

/** What is known of a question that was answered. */
type KeptCard = { memory: Memory; due: Date; lastScore: number; reviews: readonly ReviewLine[] };

/** By item id. */
export type KeptCardsByItem = ReadonlyMap<string, KeptCard>;

const TURN_MS = 8;

type Reviews = Pick<RecallRepo, "reviews" | "countReviews" | "overruledReviews">;

/**
 * The cards of all questions, kept between requests. The log of reviews is the truth, whoever wrote it: what has come to it or
 * was overruled is read each time, and an item is replayed where its reviews are not those that its card was made of.
 */
export class KeptCards {
  readonly #repo: Reviews;
  #count = 0;
  #last: ReviewLine | undefined;
  #reviews: ReadonlyMap<string, readonly ReviewLine[]> = new Map();
  #cards: KeptCardsByItem = new Map();
  readonly #inTurn = inTurn();

  constructor(repo: Reviews) {
    this.#repo = repo;
  }

  /** One after the other: who asks while cards are replayed waits for them, and does not replay them too. */
  read(): Promise<KeptCardsByItem> {
    return this.#inTurn(() => this.#read());
  }

  async #read(): Promise<KeptCardsByItem> {
    this.#reviews = await this.#readReviews();
    const cards = new Map<string, KeptCard>();
    let since = performance.now();
    for (const [itemId, own] of this.#reviews) {
      const card = cardOf(own, this.#cards.get(itemId));
      if (card) cards.set(itemId, card);
      if (performance.now() - since < TURN_MS) continue;
      await setImmediate(); // the first time a year is replayed: the server answers others meanwhile
      since = performance.now();
    }
    this.#cards = cards;
    return cards;
  }

  /** By item, oldest first; the list of an item of which nothing has changed is the one that it was. */
  async #readReviews(): Promise<ReadonlyMap<string, readonly ReviewLine[]>> {
    const count = await this.#repo.countReviews();
    const newer = await this.#repo.reviews(this.#last);
    // those of an import lie between the ones that are known: then all are read anew
    const isWhole = this.#count + newer.length === count;
    const read = isWhole ? newer : await this.#repo.reviews();
    const byItem = new Map(isWhole ? this.#reviews : []);
    for (const [itemId, own] of Map.groupBy(read, (review) => review.itemId))
      byItem.set(itemId, [...(byItem.get(itemId) ?? []), ...own]);
    for (const review of await this.#repo.overruledReviews()) {
      const own = byItem.get(review.itemId) ?? [];
      const at = own.findIndex(({ id }) => id === review.id);
      const before = own[at];
      if (before && (before.rating !== review.rating || before.dueAt !== review.dueAt))
        byItem.set(review.itemId, own.with(at, review));
    }
    this.#count = isWhole ? count : read.length;
    this.#last = read.at(-1) ?? this.#last;
    return byItem;
  }
}

function cardOf(reviews: readonly ReviewLine[], known: KeptCard | undefined): KeptCard | undefined {
  if (known?.reviews === reviews) return known;
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
