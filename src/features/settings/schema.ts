import { z } from "zod";
import { LanguageModelSettings, ProviderName } from "../../shared/models/language/settings-shape.ts";
import { TranscriberSettings } from "../../shared/models/transcriber/settings-shape.ts";

/** Shapes at the boundary of the settings. An empty key keeps the one that is there: the page never has it. */
export const ModelBody = LanguageModelSettings;
export type ModelBody = z.infer<typeof ModelBody>;
export type Provider = z.infer<typeof ProviderName>;

const Price = z.object({ input: z.number(), output: z.number() });

/** The key goes in and never comes out. */
export const ModelShown = z.object({
  configured: z
    .object({
      provider: ProviderName,
      model: z.string(),
      baseUrl: z.string().nullable(),
      keyEnds: z.string().describe("its last four characters"),
      price: Price.nullable(),
    })
    .nullable(),
  spent: z
    .object({
      calls: z.int(),
      inputTokens: z.int(),
      outputTokens: z.int(),
      since: z.string(),
      cost: z.number().nullable().describe("by the price that was entered; null without one"),
    })
    .nullable(),
  sent: z.object({ system: z.string(), prompt: z.string() }).describe("what is sent for each criterion, by example"),
});
export type ModelShown = z.infer<typeof ModelShown>;

export const ModelTested = z.object({ ok: z.boolean(), said: z.string() });
export type ModelTested = z.infer<typeof ModelTested>;

export const TranscriberBody = TranscriberSettings;
export type TranscriberBody = z.infer<typeof TranscriberBody>;

export const TranscriberShown = z.object({
  configured: z
    .object({ baseUrl: z.string(), model: z.string(), keyEnds: z.string().describe("its last four characters") })
    .nullable(),
  local: z.string().nullable().describe("a Whisper that was found on this machine: its program and model"),
  used: z.enum(["endpoint", "local", "none"]).describe("who gets recordings"),
  sent: z.string().describe("what leaves this machine, in words"),
});
export type TranscriberShown = z.infer<typeof TranscriberShown>;

/** A recording as it was heard. Without times and without sound to read, `seconds` is null. */
export const Transcribed = z.object({
  text: z.string(),
  seconds: z.number().nullable().describe("from the first word to the last"),
  pauses: z.array(z.number()).describe("seconds, each at least 0.3"),
  engine: z.string(),
});
export type Transcribed = z.infer<typeof Transcribed>;
