import { failed, ok, type Result } from "../../lib/result.ts";
import type { Transcribers } from "../../shared/models/transcriber/choose-transcriber.ts";
import { transcribeWith } from "../../shared/models/transcriber/transcribe-with.ts";
import { type Recording, TRANSCRIBE_FAILURES } from "../../shared/models/transcriber/transcriber.ts";
import type { Transcribed, TranscriberBody, TranscriberShown } from "./schema.ts";

/** Who turns speech into text: set, shown without its key, tried, forgotten. Off until somebody sets it. */
export class VoiceSettings {
  readonly #transcribers: Transcribers;

  constructor(transcribers: Transcribers) {
    this.#transcribers = transcribers;
  }

  show(): TranscriberShown {
    const settings = this.#transcribers.store.read();
    const local = this.#transcribers.local();
    const used = settings ? "endpoint" : local ? "local" : "none";
    return {
      configured: settings
        ? { baseUrl: settings.baseUrl, model: settings.model, keyEnds: settings.apiKey.slice(-4) }
        : null,
      local: local ? `${local.program} with ${local.model}` : null,
      used,
      sent: SENT[used](settings ? new URL(settings.baseUrl).host : ""),
    };
  }

  /** An empty key keeps the one that is there, as long as it goes to the same place. */
  save(body: TranscriberBody): TranscriberShown {
    const { store } = this.#transcribers;
    const before = store.read();
    const kept = body.apiKey === "" && before?.baseUrl === body.baseUrl ? before.apiKey : body.apiKey;
    store.write({ ...body, apiKey: kept });
    return this.show();
  }

  remove(): TranscriberShown {
    this.#transcribers.store.remove();
    return this.show();
  }

  /** Hears a recording of somebody who tries it. The reason of a failure is for people. */
  async hear(recording: Recording): Promise<Result<Transcribed, "no-transcriber" | { said: string }>> {
    const heard = await transcribeWith(this.#transcribers.chosen(), recording);
    if (heard.ok) return ok(heard.value);
    return heard.reason === "no-transcriber"
      ? failed(heard.reason)
      : failed({ said: TRANSCRIBE_FAILURES[heard.reason] });
  }
}

const SENT: Record<TranscriberShown["used"], (host: string) => string> = {
  endpoint: (host) =>
    `Each recording that you end goes to ${host}, whole: your voice, with the name of the model and one line of fillers that asks for them to be kept. Nothing else is sent, and nothing while you do not record.`,
  local: () =>
    "Nothing leaves this machine: the Whisper on it reads each recording from a file that is removed afterwards.",
  none: () => "Nothing is sent: no transcriber is set.",
};
