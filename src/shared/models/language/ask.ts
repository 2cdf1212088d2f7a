import type { LanguageModel } from "ai";
import type { z } from "zod";
import { failed, ok, type Result } from "../../../lib/result.ts";
import type { LanguageModelSettings } from "./settings-shape.ts";

export type Question<T> = { system: string; prompt: string; schema: z.ZodType<T>; mostTokens: number };
export type Usage = { inputTokens: number; outputTokens: number };
export type AskFailure = "timeout" | "malformed" | "refused" | "unreachable";

const TIMEOUT_MS = 20_000;
const MOST_RETRIES = 1;

/**
 * Asks a language model for an object of a schema. What comes back has been checked against the schema; whether it is true
 * has not. The reason of a failure is one of four, and its words are in `FAILURE_WORDS`.
 */
export async function askForObject<T>(
  settings: LanguageModelSettings,
  { system, prompt, schema, mostTokens }: Question<T>,
  timeoutMs = TIMEOUT_MS,
): Promise<Result<{ value: T; usage: Usage }, AskFailure>> {
  // Loaded when a model is asked: nobody without one waits for it.
  const { generateText, Output } = await import("ai");
  globalThis.AI_SDK_LOG_WARNINGS = false; // a server that knows no schemas is told the form in words
  try {
    const { output, usage } = await generateText({
      model: await modelOf(settings),
      output: Output.object({ schema }),
      instructions: system,
      prompt,
      temperature: 0,
      maxOutputTokens: mostTokens,
      maxRetries: MOST_RETRIES,
      abortSignal: AbortSignal.timeout(timeoutMs),
    });
    const checked = schema.safeParse(output);
    if (!checked.success) return failed("malformed");
    return ok({
      value: checked.data,
      usage: { inputTokens: usage.inputTokens ?? 0, outputTokens: usage.outputTokens ?? 0 },
    });
  } catch (error) {
    return failed(await reasonOf(error));
  }
}

export const FAILURE_WORDS: Record<AskFailure, string> = {
  timeout: "The language model did not answer in time.",
  malformed: "The language model's answer was not in the form that was asked for.",
  refused: "The language model's provider refused the request: check key, model name and credit.",
  unreachable: "The language model's provider could not be reached.",
};

async function modelOf({ provider, model, baseUrl, apiKey }: LanguageModelSettings): Promise<LanguageModel> {
  const address = baseUrl === undefined ? {} : { baseURL: baseUrl };
  if (provider === "anthropic") {
    const { createAnthropic } = await import("@ai-sdk/anthropic");
    return createAnthropic({ apiKey, ...address })(model);
  }
  if (provider === "openai") {
    const { createOpenAI } = await import("@ai-sdk/openai");
    return createOpenAI({ apiKey, ...address })(model);
  }
  const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
  const key = apiKey === "" ? {} : { apiKey };
  return createOpenAICompatible({ name: "own", baseURL: baseUrl ?? "", ...key })(model);
}

async function reasonOf(error: unknown): Promise<AskFailure> {
  const { APICallError, RetryError } = await import("ai");
  const last = RetryError.isInstance(error) ? error.lastError : error;
  if (isTimeout(error) || isTimeout(last)) return "timeout";
  if (APICallError.isInstance(last)) return last.statusCode === undefined ? "unreachable" : "refused";
  return "malformed";
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && /^(TimeoutError|AbortError)$/.test(error.name);
}
