import { rmSync } from "node:fs";
import { join } from "node:path";
import { readPrivate, writePrivate } from "../private-file.ts";
import { TranscriberSettings } from "./settings-shape.ts";

/** Keeps the settings of the transcriber in a file that its owner alone can read. */
export class TranscriberStore {
  readonly #path: string;

  constructor(home: string) {
    this.#path = join(home, "transcriber.json");
  }

  /** Undefined where no server is configured, or the file is not what we wrote. */
  read(): TranscriberSettings | undefined {
    return readPrivate(this.#path, TranscriberSettings);
  }

  write(settings: TranscriberSettings): void {
    writePrivate(this.#path, settings);
  }

  remove(): void {
    rmSync(this.#path, { force: true });
  }
}
