import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Diagnostic, ReplyBody } from "../../src/features/plan/schema.ts";
import { type Server, startServer } from "../support/server.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";

const QUESTIONS = 8;
const KILLS = 3;
const LIFE_MS = { shortest: 200, longest: 2_500 };
const TIMEOUT_MS = 240_000;

test("kill -9 in the middle of a diagnostic loses no answer that was acknowledged and asks nothing twice", {
  timeout: TIMEOUT_MS,
}, async () => {
  using folder = temporaryFolder();
  const env = { HOLDOUT_HOME: join(folder.path, "home") };
  let id = "";
  let kills = 0;
  const acknowledged = new Set<number>();
  const titles = new Map<number, string>();

  /** Answers one question after another until the server is gone; what was not acknowledged is sent again as it was. */
  async function answer({ url }: Server): Promise<void> {
    let { question } = await read(url, id);
    while (question && acknowledged.size < QUESTIONS) {
      const { seq, title } = question;
      expect(titles.get(seq) ?? title).toBe(title);
      titles.set(seq, title);
      const text = `Answer ${seq}: I would look at the data first, then at a baseline, and only then at a model.`;
      const sent: ReplyBody = { seq, kind: "answered", text, secondsUsed: 60 };
      const answered = await send(`${url}/api/diagnostics/${id}/reply`, sent);
      if (!answered.ok) throw new Error(await answered.text());
      acknowledged.add(seq);
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
    if (kills < KILLS) {
      await Promise.race([answering, delay(LIFE_MS.shortest + Math.random() * (LIFE_MS.longest - LIFE_MS.shortest))]);
      await server.kill("SIGKILL");
      kills++;
    }
    await answering;
  }

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
