import type { Evidence } from "../../shared/evidence/evidence.ts";
import { readEvidence } from "../../shared/evidence/log.ts";
import type { Store } from "../../shared/store/store.ts";

/** What planning reads: the log that every feature writes. */
export class PlanRepo {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** All rows, oldest first. */
  evidence(): Promise<Evidence[]> {
    return readEvidence(this.#store.db);
  }
}
