import type { Clock } from "../../lib/clock.ts";
import { judgeWithModel, promptFor, SYSTEM } from "../../shared/grader/llm/judge-with-model.ts";
import { FAILURE_WORDS } from "../../shared/models/language/ask.ts";
import type { LanguageModelStore } from "../../shared/models/language/settings.ts";
import type { Transcribers } from "../../shared/models/transcriber/choose-transcriber.ts";
import type { ModelBody, ModelShown, ModelTested } from "./schema.ts";
import { VoiceSettings } from "./voice-settings.ts";

type Deps = { language: LanguageModelStore; transcribers: Transcribers; clock: Clock };

/** The language model as an option: set, shown without its key, tested, forgotten. */
export class SettingsRoom {
  readonly #deps: Deps;
  /** The transcriber, as another option. */
  readonly voice: VoiceSettings;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.voice = new VoiceSettings(deps.transcribers);
  }

  show(): ModelShown {
    const { language } = this.#deps;
    const settings = language.read();
    const spend = language.spend();
    const price = settings?.price;
    const [criterion] = EXAMPLE.rubric;
    return {
      configured: settings
        ? {
            provider: settings.provider,
            model: settings.model,
            baseUrl: settings.baseUrl ?? null,
            keyEnds: settings.apiKey.slice(-4),
            price: price ?? null,
          }
        : null,
      spent: spend
        ? { ...spend, cost: price ? (spend.inputTokens * price.input + spend.outputTokens * price.output) / 1e6 : null }
        : null,
      sent: { system: SYSTEM, prompt: criterion ? promptFor(EXAMPLE, criterion, EXAMPLE_ANSWER) : "" },
    };
  }

  /** An empty key keeps the one that is there, as long as it goes to the same place. */
  save(body: ModelBody): ModelShown {
    const { language } = this.#deps;
    const before = language.read();
    const same = before?.provider === body.provider && before.baseUrl === body.baseUrl;
    language.write({ ...body, apiKey: body.apiKey === "" && same ? before.apiKey : body.apiKey });
    return this.show();
  }

  remove(): ModelShown {
    this.#deps.language.remove();
    return this.show();
  }

  /** Asks one small question, for which the right credit is known. */
  async test(): Promise<ModelTested> {
    const { language, clock } = this.#deps;
    const settings = language.read();
    if (!settings) return { ok: false, said: "No language model is configured." };
    const count = (usage: { inputTokens: number; outputTokens: number }) => language.count(usage, clock());
    const judged = await judgeWithModel(settings, { question: EXAMPLE, answer: EXAMPLE_ANSWER, count });
    if (!judged.ok) return { ok: false, said: FAILURE_WORDS[judged.reason] };
    if ((judged.value[0]?.probability ?? 0) >= 0.5)
      return { ok: true, said: "It answered, and quoted the words that meet the criterion." };
    return {
      ok: false,
      said: "It answered, but did not credit a right answer with words of that answer. Try a larger model.",
    };
  }
}

const EXAMPLE_ANSWER = "Dropout leaves out random units in training, so no unit can rely on another one.";
const EXAMPLE = {
  prompt: "Why does dropout help?",
  rubric: [
    {
      id: "co-adaptation",
      points: 1,
      met_when: "says that units cannot rely on one another, because others may be left out",
      not_enough: "says only that it regularises",
      say: [],
    },
  ],
};
