import { statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { SettingsRoom } from "../../src/features/settings/index.ts";
import { crossCheck } from "../../src/shared/grader/llm/cross-check.ts";
import { judgeWithModel } from "../../src/shared/grader/llm/judge-with-model.ts";
import type { AnswerGrade } from "../../src/shared/grader/rubric/grade-answer.ts";
import { askForObject } from "../../src/shared/models/language/ask.ts";
import { LanguageModelStore } from "../../src/shared/models/language/settings.ts";
import { Transcribers } from "../../src/shared/models/transcriber/choose-transcriber.ts";
import { TranscriberStore } from "../../src/shared/models/transcriber/settings.ts";
import { type ModelReply, type ModelServer, startModelServer } from "../support/model-server.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";

// A real server on loopback speaks the protocol; what it says is sometimes right, malformed, late or hostile.

const answer = "Each batch is a random sample, so its gradient is an unbiased estimate of the full gradient.";
const question = {
  prompt: "Why do we shuffle the training rows?",
  rubric: [
    {
      id: "unbiased",
      points: 2,
      met_when: "says that the gradient is unbiased",
      not_enough: "says it is better",
      say: [],
    },
    { id: "order", points: 1, met_when: "says that order is learned", not_enough: "says order is bad", say: [] },
  ],
};
const credit = (quote: string, met = true) => ({ text: JSON.stringify({ met, quote, sure: 0.9 }) });

let server: ModelServer | undefined;
afterEach(() => server?.close());

async function judged(
  reply: (body: string) => ModelReply,
  provider: "openai-compatible" | "openai" | "anthropic" = "openai-compatible",
) {
  server = await startModelServer(reply);
  const settings = { provider, model: "m", baseUrl: server.url, apiKey: "secret-key-1234" };
  const usages: number[] = [];
  const result = await judgeWithModel(settings, {
    question,
    answer,
    count: ({ inputTokens, outputTokens }) => usages.push(inputTokens + outputTokens),
  });
  return { result, usages, asked: server.asked };
}

test.each(["openai-compatible", "openai", "anthropic"] as const)(
  "%s: one question a criterion, credit with its words",
  async (provider) => {
    const { result, usages, asked } = await judged(
      (body) =>
        body.includes("order is learned") ? credit("", false) : credit("its gradient is an unbiased estimate"),
      provider,
    );
    expect(result).toMatchObject({
      ok: true,
      value: [
        { id: "unbiased", probability: 0.95, span: { text: "its gradient is an unbiased estimate" } },
        { id: "order", span: undefined },
      ],
    });
    expect(usages).toEqual([120, 120]);
    expect(asked).toHaveLength(2);
    expect(JSON.stringify(asked[0])).toContain("secret-key-1234"); // in a header, to the provider alone
  },
);

test("a credit for words that are not in the answer is no credit", async () => {
  const { result } = await judged(() => credit("the learning rate decays over time"));
  expect(result).toMatchObject({ ok: true, value: [{ probability: 0 }, { probability: 0 }] });
});

test.each([
  ["malformed", { text: "I think this is a great answer!" }],
  ["malformed", { text: '{"met": "yes", "quote": 7}' }],
  ["refused", { status: 401, text: '{"error": {"message": "bad key"}}' }],
] as const)("%s replies are told as such", async (reason, reply) => {
  const { result } = await judged(() => reply);
  expect(result).toEqual({ ok: false, reason });
});

test("a reply that does not come is given up", async () => {
  server = await startModelServer(() => ({ ...credit("x"), delayMs: 5_000 }));
  const settings = { provider: "openai-compatible" as const, model: "m", baseUrl: server.url, apiKey: "" };
  const { z } = await import("zod");
  const asked = { system: "s", prompt: "p", schema: z.object({ met: z.boolean() }), mostTokens: 10 };
  expect(await askForObject(settings, asked, 300)).toEqual({ ok: false, reason: "timeout" });
});

test("nobody there is told as such", async () => {
  const settings = { provider: "openai-compatible" as const, model: "m", baseUrl: "http://127.0.0.1:9/v1", apiKey: "" };
  const { z } = await import("zod");
  const asked = { system: "s", prompt: "p", schema: z.object({ met: z.boolean() }), mostTokens: 10 };
  expect(await askForObject(settings, asked, 20_000)).toEqual({ ok: false, reason: "unreachable" });
});

const embedded = (probabilities: number[]): AnswerGrade => ({
  score: 0,
  se: 0,
  abstained: false,
  cap: 1,
  flags: [],
  criteria: probabilities.map((probability, at) => ({
    id: question.rubric[at]?.id ?? "",
    points: 1,
    probability,
    span: undefined,
  })),
  misconceptions: [],
  suspected: [],
});

test("a model that credits what the offline grader does not see leaves the grade open", () => {
  const all = [
    { id: "unbiased", probability: 0.95, span: undefined },
    { id: "order", probability: 0.95, span: undefined },
  ];
  expect(crossCheck(embedded([0.05, 0.05]), all).abstained).toBe(true);
  expect(crossCheck(embedded([0.9, 0.8]), all)).toMatchObject({ abstained: false });
  expect(crossCheck({ ...embedded([0.9, 0.8]), cap: 0.2 }, all).score).toBe(0.2);
});

test("the key is kept for its owner alone, and never shown", async () => {
  using folder = temporaryFolder();
  const language = new LanguageModelStore(join(folder.path, "home"));
  const room = new SettingsRoom({
    language,
    transcribers: new Transcribers(new TranscriberStore(folder.path), {
      program: undefined,
      model: undefined,
      env: {},
    }),
    clock: () => new Date("2026-03-04T05:06:07Z"),
  });
  expect(room.show()).toMatchObject({ configured: null, spent: null });
  server = await startModelServer(() => credit("no unit can rely on another one"));
  const own = { provider: "openai-compatible" as const, model: "m", baseUrl: server.url };
  const shown = room.save({ ...own, apiKey: "secret-key-1234", price: { input: 1, output: 2 } });
  expect(JSON.stringify(shown)).not.toContain("secret-key");
  expect(shown.configured?.keyEnds).toBe("1234");
  expect(statSync(join(folder.path, "home", "language-model.json")).mode & 0o777).toBe(0o600);
  expect(await room.test()).toMatchObject({ ok: true });
  expect(room.show().spent).toMatchObject({ calls: 1, inputTokens: 100, outputTokens: 20, cost: 0.00014 });
  room.save({ ...own, apiKey: "" });
  expect(language.read()?.apiKey).toBe("secret-key-1234");
  room.save({ ...own, baseUrl: "http://127.0.0.1:9/v1", apiKey: "" });
  expect(language.read()?.apiKey).toBe(""); // a key is not handed to another address
  room.remove();
  expect(room.show().configured).toBeNull();
});
