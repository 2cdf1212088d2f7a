import { z } from "zod";
import { LanguageModelSettings, ProviderName } from "../../shared/models/language/settings-shape.ts";

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
