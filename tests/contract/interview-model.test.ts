import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Session } from "../../src/features/interview/schema.ts";
import { ThreadedGrader } from "../../src/shared/grader/threaded-grader.ts";
import { openStore, type Store } from "../../src/shared/store/store.ts";
import { askedLast, beginMock, type MockRoom, openMockRoom } from "../support/mock-interview.ts";
import { type ModelReply, type ModelServer, startModelServer } from "../support/model-server.ts";
import { tinyConfig } from "../support/real-app.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";

// A real server on loopback speaks the model protocol; what it says is helpful, false, late, malformed or out to please.

const SMOOTH =
  "Absolutely, I am extremely passionate about this. The key is to take a holistic view, to leverage best practices of the " +
  "industry, and to align all stakeholders early. I would exceed expectations on exactly this kind of challenge.";

let folder: ReturnType<typeof temporaryFolder>;
let grader: ThreadedGrader;
let store: Store | undefined;
let server: ModelServer | undefined;
let mock: MockRoom;
beforeAll(() => {
  folder = temporaryFolder();
  grader = new ThreadedGrader(tinyConfig(folder.path).encoderDir);
});
afterAll(async () => {
  await grader.close();
  folder[Symbol.dispose]();
});
beforeEach(anew);
afterEach(async () => {
  mock.language.remove();
  await server?.close();
  server = undefined;
  await store?.close();
  store = undefined;
});

async function withModel(reply: (body: string) => ModelReply): Promise<ModelServer> {
  server = await startModelServer(reply);
  mock.language.write({ provider: "openai-compatible", model: "m", baseUrl: server.url, apiKey: "k" });
  return server;
}

/** What was served in one mock is new to the next: each is asked the same. */
async function anew(): Promise<void> {
  await store?.close();
  store = await openStore(":memory:");
  const clock = () => new Date("2026-03-04T05:06:07Z");
  mock = openMockRoom(store, { grader, clock, home: join(folder.path, "home") });
}

/** One round in which every question is answered with the same kind of words. */
async function held(words: (session: Session) => string): Promise<Session> {
  let session = await beginMock(mock, ["breadth"], 15);
  while (session.finishedAt === null) {
    const sent = { event: `say-${session.seq}-event`, after: session.seq, elapsedMs: session.elapsedMs + 45_000 };
    const said = await mock.room.say(session.id, { ...sent, text: words(session), spoken: null });
    if (!said.ok) throw new Error(JSON.stringify(said.reason));
    session = said.value;
  }
  await anew();
  return session;
}

const strong = (session: Session) => askedLast(mock, session).answers.strong.text;
const isWording = (body: string) => body.includes("phrase one sentence");
const spokenBy = ({ turns }: Session) => turns.filter(({ who }) => who === "interviewer").map(({ text }) => text);

test("a model that keeps to its part words the way to the question, and the question stays as it was decided", async () => {
  await withModel((body) =>
    isWording(body)
      ? { text: JSON.stringify({ lead: "Let us stay with that for a moment." }) }
      : { text: JSON.stringify({ met: false, quote: "", sure: 0 }) },
  );
  const session = await held(() => "I would first look at the data and think about it.");
  expect(spokenBy(session).some((text) => text.startsWith("Let us stay with that for a moment. "))).toBe(true);
  const questions = mock.questions.map(({ prompt }) => prompt.trim());
  for (const { act, text } of session.turns)
    if (act === "ask") expect(questions.some((prompt) => text.endsWith(prompt))).toBe(true);
});

test.each([
  ["gives the answer away", "You should mention the bias of the estimator and the learning rate schedule."],
  ["judges", "That was excellent and exactly right."],
  ["promises", "You have passed, you are hired."],
  ["asks something of its own", "What is your current salary?"],
  ["rambles", "So let me tell you a bit more about that. ".repeat(9)],
])("a model whose words %s is not heard", async (_, lead) => {
  await withModel((body) =>
    isWording(body) ? { text: JSON.stringify({ lead }) } : { text: JSON.stringify({ met: false, quote: "", sure: 0 }) },
  );
  const session = await held(() => "I would first look at the data and think about it.");
  expect(spokenBy(session).join("\n")).not.toContain(lead.trim());
});

test("a model that credits everything with words that were said makes no smooth-talker pass, nor moves the score", async () => {
  const alone = await held(() => SMOOTH);
  await withModel((body) =>
    isWording(body)
      ? { text: JSON.stringify({ lead: "Thank you." }) }
      : { text: JSON.stringify({ met: true, quote: "align all stakeholders early", sure: 1 }) },
  );
  const flattered = await held(() => SMOOTH);
  expect(flattered.scorecard?.recommendation).toBe("strong-no-hire");
  expect(flattered.scorecard?.score).toBeCloseTo(alone.scorecard?.score ?? -1, 1);
});

test("a model that quotes what nobody said takes nothing from who is good, and gives nothing to who is not", async () => {
  await withModel((body) =>
    isWording(body)
      ? { text: JSON.stringify({ lead: "I see." }) }
      : { text: JSON.stringify({ met: true, quote: "words that were never said at all", sure: 1 }) },
  );
  expect((await held(strong)).scorecard?.recommendation).toMatch(/hire$/);
  expect((await held(() => SMOOTH)).scorecard?.recommendation).toBe("strong-no-hire");
});

test.each<[string, ModelReply]>([
  ["breaks its JSON", { text: '{"lead": "Let us' }],
  [
    "answers in prose",
    { text: "Of course! Here is what I would say to the candidate, in my own words, at some length." },
  ],
  ["refuses", { status: 500, text: "no" }],
  ["stalls", { text: "{}", delayMs: 60_000 }],
])(
  "a model that %s is let be: the mock goes on, and the score is that of the embedded grader",
  { timeout: 180_000 },
  async (_, reply) => {
    const alone = await held(strong);
    const { asked } = await withModel(() => reply);
    const beside = await held(strong);
    expect(beside.scorecard?.score).toBe(alone.scorecard?.score);
    expect(spokenBy(beside)).toEqual(spokenBy(alone));
    // after a first failure it rests: nobody waits for it at every turn
    expect(asked.length).toBeLessThan(30);
  },
);
