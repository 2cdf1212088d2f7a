import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type App, openApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import type { Session } from "../../src/features/interview/schema.ts";
import { temporaryFolder, writeFiles } from "../support/tiny-bank.ts";

const TRAIN = `import torch
from sklearn.model_selection import train_test_split

PATIENCE = 3
SEED = 7


def train(model, rows, labels):
    train_rows, test_rows = train_test_split(rows, test_size=0.2, random_state=SEED)
    optimiser = torch.optim.AdamW(model.parameters(), lr=3e-4, weight_decay=0.01)
    best, waited = float("inf"), 0
    for epoch in range(50):
        loss = model.step(train_rows, labels, optimiser)
        if loss < best:
            best, waited = loss, 0
        else:
            waited += 1
            if waited >= PATIENCE:
                break
    return model
`;

let folder: ReturnType<typeof temporaryFolder>;
let app: App;
beforeEach(async () => {
  folder = temporaryFolder();
  const config = readConfig({ ...process.env, HOLDOUT_HOME: join(folder.path, "home") });
  if (!config.ok) throw new Error(config.reason);
  app = await openApp(config.value);
});
afterEach(async () => {
  await app.close();
  folder[Symbol.dispose]();
});

async function planned(): Promise<Session> {
  const rounds = [{ kind: "deep-dive" as const, title: "Deep dive", minutes: 45, breakMinutes: 0 }];
  const settings = { persona: "terse" as const, nudgeAfterSeconds: null, interrupts: false };
  const body = { title: "Mock", role: "mle", difficulty: 3, rounds, settings };
  const created = await app.interview.create(body, { seed: 3 });
  if (!created.ok) throw new Error(JSON.stringify(created.reason));
  return created.value;
}

test("without a project that was read, the round says what to do first", async () => {
  const { id } = await planned();
  const begun = await app.interview.begin(id, { event: "begin-event", after: 0 });
  expect(begun).toMatchObject({ ok: false, reason: { said: expect.stringContaining("Add a repository") } });
});

test("the interviewer asks about places of the candidate's own code, each in other words, and about the whole", async () => {
  const root = join(folder.path, "bikes");
  writeFiles(root, { "README.md": "# Bikes\n\nForecasts where bikes run out.\n", "train.py": TRAIN });
  for await (const _ of app.portfolio.add({ origin: { kind: "folder", path: root } }));
  const { id } = await planned();
  let begun = await app.interview.begin(id, { event: "begin-event", after: 0 });
  for (let turn = 0; turn < 40 && begun.ok && begun.value.finishedAt === null; turn++) {
    const { seq, elapsedMs } = begun.value;
    const text = "I took it from an example, and then I left it as it was because nothing spoke against it.";
    const sent = { event: `say-${turn}-event`, after: seq, elapsedMs: elapsedMs + 30_000, text, spoken: null };
    begun = await app.interview.say(id, sent);
  }
  if (!begun.ok) throw new Error(JSON.stringify(begun.reason));
  const asked = begun.value.turns.filter(({ act }) => act === "ask").map(({ text }) => text);
  expect(asked.filter((text) => /train\.py:\d+/.test(text)).length).toBeGreaterThanOrEqual(2);
  const said = begun.value.turns.filter(({ who }) => who === "interviewer").map(({ text }) => text);
  expect(new Set(said).size).toBe(said.length);
  expect(begun.value.turns[0]?.text).toContain("bikes");
  expect(begun.value.scorecard?.recommendation).toMatch(/no-hire$/);
});
