import { failed, ok, type Result } from "../../../lib/result.ts";
import type { Transcribers } from "../../../shared/models/transcriber/choose-transcriber.ts";
import { transcribeWith } from "../../../shared/models/transcriber/transcribe-with.ts";
import { type Recording, TRANSCRIBE_FAILURES } from "../../../shared/models/transcriber/transcriber.ts";
import type { InterviewRepo } from "../repo.ts";
import type { KeptRecordings, Transcribed } from "../schema.ts";
import type { Recordings } from "./recordings.ts";

export type SpeechDeps = { transcribers: Transcribers; recordings: Recordings };
type Deps = { repo: InterviewRepo; speech?: SpeechDeps };
type Refused = "unknown-session" | "unknown-recording" | "no-recording" | "no-transcriber" | { said: string };

/** What is spoken in a mock: heard once and let go, or kept where somebody asks for it. It changes nothing of the mock. */
export class Speech {
  readonly #repo: InterviewRepo;
  readonly #deps: SpeechDeps | undefined;

  constructor({ repo, speech }: Deps) {
    this.#repo = repo;
    this.#deps = speech;
  }

  async transcribe(id: string, recording: Recording): Promise<Result<Transcribed, Refused>> {
    if (!(await this.#repo.session(id))) return failed("unknown-session");
    const heard = await transcribeWith(this.#deps?.transcribers.chosen(), recording);
    if (heard.ok) return ok(heard.value);
    return heard.reason === "no-transcriber"
      ? failed(heard.reason)
      : failed({ said: TRANSCRIBE_FAILURES[heard.reason] });
  }

  async keep(id: string, event: string, recording: Recording): Promise<Result<KeptRecordings, Refused>> {
    if (!(await this.#repo.session(id))) return failed("unknown-session");
    if (!(await this.#deps?.recordings.keep(id, event, recording))) return failed("no-recording");
    // removed meanwhile: a voice does not outlive its session
    if (!(await this.#repo.session(id))) {
      await this.forgetAll(id);
      return failed("unknown-session");
    }
    return this.list(id);
  }

  async play(id: string, event: string): Promise<Result<Recording, Refused>> {
    const found = await this.#deps?.recordings.find(id, event);
    return found ? ok(found) : failed("unknown-recording");
  }

  async list(id: string): Promise<Result<KeptRecordings, Refused>> {
    if (!(await this.#repo.session(id))) return failed("unknown-session");
    return ok({ recordings: (await this.#deps?.recordings.list(id)) ?? [] });
  }

  async forget(id: string, event: string): Promise<Result<KeptRecordings, Refused>> {
    await this.#deps?.recordings.forget(id, event);
    return this.list(id);
  }

  async forgetEvery(id: string): Promise<Result<KeptRecordings, Refused>> {
    await this.forgetAll(id);
    return this.list(id);
  }

  async forgetAll(id: string): Promise<void> {
    await this.#deps?.recordings.forgetAll(id);
  }
}
