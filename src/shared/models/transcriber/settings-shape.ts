import { z } from "zod";

/** Which server turns speech into text: one that speaks OpenAI's protocol of audio transcriptions. */
export const TranscriberSettings = z.strictObject({
  /** Without `/audio/transcriptions`. */
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .refine((url) => !/[?#]/.test(url), "an address has no question mark and no #"),
  model: z.string().trim().min(1).max(200),
  /** A local server may need none. */
  apiKey: z.string().max(1_000),
});
export type TranscriberSettings = z.infer<typeof TranscriberSettings>;
