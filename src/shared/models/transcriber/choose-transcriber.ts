import { endpointTranscriber } from "./endpoint.ts";
import { findWhisper, type Whisper, type WhisperSettings } from "./find-whisper.ts";
import { localWhisper } from "./local-whisper.ts";
import type { TranscriberStore } from "./settings.ts";
import type { Transcriber } from "./transcriber.ts";

/** What speech can be turned into text with; looked up anew each time, for a setting may change and a model may come. */
export class Transcribers {
  readonly store: TranscriberStore;
  readonly #whisper: WhisperSettings;
  readonly #stopping = new AbortController();
  readonly #running = new Set<Promise<unknown>>();

  constructor(store: TranscriberStore, whisper: WhisperSettings) {
    this.store = store;
    this.#whisper = whisper;
  }

  /** The server that somebody entered, else the local model, else none. */
  chosen(): Transcriber | undefined {
    const settings = this.store.read();
    if (settings) return endpointTranscriber(settings);
    const local = this.local();
    return local && this.#untilClosed(localWhisper(local, { stopped: this.#stopping.signal }));
  }

  /** Ends the programs that listen, and resolves once nothing of a recording is left of them. */
  async close(): Promise<void> {
    this.#stopping.abort();
    await Promise.allSettled(this.#running);
  }

  #untilClosed({ name, transcribe }: Transcriber): Transcriber {
    return {
      name,
      transcribe: (...heard) => {
        const running = transcribe(...heard);
        this.#running.add(running);
        const settled = () => this.#running.delete(running);
        running.then(settled, settled);
        return running;
      },
    };
  }

  local(): Whisper | undefined {
    return findWhisper(this.#whisper);
  }
}
