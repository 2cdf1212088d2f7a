import { z } from "zod";

export const ProviderName = z.enum(["anthropic", "openai", "openai-compatible"]);

const Price = z.number().min(0).max(10_000);

/** Which language model to ask, and with what key. */
export const LanguageModelSettings = z
  .strictObject({
    provider: ProviderName,
    model: z.string().min(1).max(200),
    /** Needed for an OpenAI-compatible server; for the others it replaces the provider's own address. */
    baseUrl: z.url({ protocol: /^https?$/ }).exactOptional(),
    /** A local server may need none. */
    apiKey: z.string().max(1_000),
    /** What a million tokens cost, in whatever currency the bill has. */
    price: z.strictObject({ input: Price, output: Price }).exactOptional(),
  })
  .superRefine(({ provider, baseUrl }, context) => {
    if (provider === "openai-compatible" && baseUrl === undefined)
      context.addIssue({ code: "custom", path: ["baseUrl"], message: "an OpenAI-compatible server has an address" });
  });
export type LanguageModelSettings = z.infer<typeof LanguageModelSettings>;
