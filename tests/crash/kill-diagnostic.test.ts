import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Diagnostic, ReplyBody } from "../../src/features/plan/schema.ts";
import { type Server, startServer } from "../support/server.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";

const QUESTIONS = 8;
/** So many answers are acknowledged before each kill, which then falls somewhere into the next one. */
const KILLED_AFTER = [1, 3, 5];
const MOST_INTO_AN_ANSWER_MS = 150;
const TIMEOUT_MS = 240_000;

test("kill -9 in the middle of a diagnostic loses no answer that was acknowledged and asks nothing twice", {
  timeout: TIMEOUT_MS,
}, async () => {
  using folder = temporaryFolder();
  const env = { HOLDOUT_HOME: join(folder.path, "home") };
  let id = "";
  let unacknowledged: ReplyBody | undefined;
  let heard = (): unknown => undefined;
  const killedAfter: number[] = [];
  const acknowledged = new Set<number>();
  const titles = new Map<number, string>();

  function replyTo({ seq, title }: NonNullable<Diagnostic["question"]>): ReplyBody {
    expect(titles.get(seq) ?? title).toBe(title);
    titles.set(seq, title);
    const text = `Answer ${seq}: I would look at the data first, then at a baseline, and only then at a model.`;
    return { seq, kind: "answered", text, secondsUsed: 60 };
  }

  /** Answers one question after another until the server is gone; what was not acknowledged is sent again as it was. */
  async function answer({ url }: Server): Promise<void> {
    let { question } = await read(url, id);
    while (acknowledged.size < QUESTIONS) {
      unacknowledged ??= question ? replyTo(question) : undefined;
      if (!unacknowledged) return;
      const answered = await send(`${url}/api/diagnostics/${id}/reply`, unacknowledged);
      if (!answered.ok) throw new Error(await answered.text());
      acknowledged.add(unacknowledged.seq);
      heard();
      unacknowledged = undefined;
      question = ((await answered.json()) as Diagnostic).question;
    }
  }

  while (acknowledged.size < QUESTIONS) {
    await using server = await startServer(env);
    if (id === "")
      id = ((await (await send(`${server.url}/api/diagnostics`, { role: "mle" })).json()) as Diagnostic).id;
    // a server that is gone ends the answering; what was refused fails the test
    const answering = answer(server).catch((error) => {
      if (!(error instanceof TypeError)) throw error;
    });
    const after = KILLED_AFTER[killedAfter.length];
    if (after !== undefined) {
      const reached = Promise.withResolvers<void>();
      heard = () => acknowledged.size >= after && reached.resolve();
      heard();
      await Promise.race([answering, reached.promise]);
      await delay(Math.random() * MOST_INTO_AN_ANSWER_MS);
      await server.kill("SIGKILL");
      killedAfter.push(acknowledged.size);
    }
    await answering;
  }

  // else nothing was killed in the middle, and what follows says nothing
  expect(killedAfter.filter((count) => count > 0 && count < QUESTIONS)).not.toEqual([]);
  await using server = await startServer(env);
  const ended = (await (await send(`${server.url}/api/diagnostics/${id}/end`, {})).json()) as Diagnostic;
  expect(Math.max(...acknowledged)).toBe(acknowledged.size);
  expect(new Set(titles.values()).size).toBe(titles.size);
  expect(ended.map?.overall.rows).toBe(acknowledged.size);
  expect(ended.minutesUsed).toBe(acknowledged.size);
});

async function read(url: string, id: string): Promise<Diagnostic> {
  return (await fetch(`${url}/api/diagnostics/${id}`)).json() as Promise<Diagnostic>;
}

function send(url: string, body: object): Promise<Response> {
  return fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}
