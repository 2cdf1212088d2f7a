import { rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readPrivate, writePrivate } from "../private-file.ts";
import { LanguageModelSettings } from "./settings-shape.ts";

const Spend = z.strictObject({ calls: z.int(), inputTokens: z.int(), outputTokens: z.int(), since: z.string() });
/** What was asked so far. */
export type Spend = z.infer<typeof Spend>;

/** Keeps the settings of the language model in files that their owner alone can read. */
export class LanguageModelStore {
  readonly #settings: string;
  readonly #spend: string;

  constructor(home: string) {
    this.#settings = join(home, "language-model.json");
    this.#spend = join(home, "language-model-spend.json");
  }

  /** Undefined where no model is configured, or the file is not what we wrote. */
  read(): LanguageModelSettings | undefined {
    return readPrivate(this.#settings, LanguageModelSettings);
  }

  write(settings: LanguageModelSettings): void {
    writePrivate(this.#settings, settings);
  }

  remove(): void {
    rmSync(this.#settings, { force: true });
  }

  spend(): Spend | undefined {
    return readPrivate(this.#spend, Spend);
  }

  count(used: { inputTokens: number; outputTokens: number }, now: Date): void {
    const before = this.spend() ?? { calls: 0, inputTokens: 0, outputTokens: 0, since: now.toISOString() };
    writePrivate(this.#spend, {
      ...before,
      calls: before.calls + 1,
      inputTokens: before.inputTokens + used.inputTokens,
      outputTokens: before.outputTokens + used.outputTokens,
    });
  }
}
