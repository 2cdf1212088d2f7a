import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { LanguageModelSettings } from "./settings-shape.ts";

const Spend = z.strictObject({ calls: z.int(), inputTokens: z.int(), outputTokens: z.int(), since: z.string() });
/** What was asked so far. */
export type Spend = z.infer<typeof Spend>;

const OWNER_ONLY = 0o600;

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
    return readJson(this.#settings, LanguageModelSettings);
  }

  write(settings: LanguageModelSettings): void {
    writePrivate(this.#settings, settings);
  }

  remove(): void {
    rmSync(this.#settings, { force: true });
  }

  spend(): Spend | undefined {
    return readJson(this.#spend, Spend);
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

function readJson<T>(path: string, schema: z.ZodType<T>): T | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return schema.safeParse(JSON.parse(readFileSync(path, "utf8"))).data;
  } catch {
    return undefined;
  }
}

/** Never readable by others, not even while it is written. */
function writePrivate(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const partial = `${path}.partial`;
  writeFileSync(partial, `${JSON.stringify(value, null, 2)}\n`, { mode: OWNER_ONLY });
  chmodSync(partial, OWNER_ONLY); // the mode above holds for a new file only
  renameSync(partial, path);
}
