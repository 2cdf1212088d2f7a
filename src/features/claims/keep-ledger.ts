import { textHash } from "../../lib/text-hash.ts";
import type { ClaimSource } from "../../shared/claims/claim.ts";
import type { ThreadedGrader } from "../../shared/grader/threaded-grader.ts";
import { type Reading, readSource } from "./model/entry.ts";
import { type Compiled, ledgerOf, pairsIn } from "./model/ledger.ts";
import { nearnessIn, undecided } from "./model/near-pairs.ts";
import type { Nearness } from "./model/subject.ts";

export type LedgerDeps = { grader: Pick<ThreadedGrader, "similarities"> };

const MOST_KEPT = 500;

/** Compiles ledgers, and reads a text anew only when it has changed. */
export class LedgerKeeper {
  readonly #grader: LedgerDeps["grader"];
  readonly #read = new Map<string, Reading>();
  #lastAsked: { key: string; nearness: Promise<Nearness> } | undefined;

  constructor({ grader }: LedgerDeps) {
    this.#grader = grader;
  }

  async compile(sources: readonly ClaimSource[]): Promise<Compiled> {
    const readings = sources.map((source) => this.#reading(source));
    const pairs = pairsIn(readings);
    const sentences = undecided(pairs);
    return ledgerOf(readings, pairs, sentences.length > 0 ? await this.#nearness(sentences) : () => undefined);
  }

  #reading(source: ClaimSource): Reading {
    const key = textHash(JSON.stringify(source));
    const known = this.#read.get(key);
    if (known) return known;
    const reading = readSource(source);
    if (this.#read.size >= MOST_KEPT) this.#read.clear();
    this.#read.set(key, reading);
    return reading;
  }

  #nearness(sentences: readonly string[]): Promise<Nearness> {
    const key = sentences.join("\n");
    if (this.#lastAsked?.key !== key) this.#lastAsked = { key, nearness: this.#ask(sentences) };
    // without the encoder the words decide alone; the next ledger asks again
    return this.#lastAsked.nearness.catch(() => {
      this.#lastAsked = undefined;
      return () => undefined;
    });
  }

  async #ask(sentences: readonly string[]): Promise<Nearness> {
    const { values } = await this.#grader.similarities(sentences, sentences);
    return nearnessIn(sentences, (row, column) => values[row]?.[column]?.meaning ?? undefined);
  }
}
