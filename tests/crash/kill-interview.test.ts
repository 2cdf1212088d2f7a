import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Session } from "../../src/features/interview/schema.ts";
import { type Server, startServer } from "../support/server.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";

const TURNS = 12;
const KILLS = 5;
const MOVED_ON = 409;
const LIFE_MS = { shortest: 200, longest: 2_500 };
// Half a minute on a quiet machine: a server with its grader starts for each kill.
const TIMEOUT_MS = 240_000;

test("kill -9 in the middle of a mock loses no turn, says none twice, and leaves no answer unheard", {
  timeout: TIMEOUT_MS,
}, async () => {
  using folder = temporaryFolder();
  const env = { HOLDOUT_HOME: join(folder.path, "home") };
  let id = "";
  let turn = 1;
  let kills = 0;

  /** Says one thing after another until the server is gone; what was not acknowledged is sent again with its own id. */
  async function talk({ url }: Server): Promise<void> {
    let session = await read(url, id);
    while (turn <= TURNS) {
      const text = `Turn ${turn}: I would look at the data first, then at a baseline, and only then at a model.`;
      const sent = { event: `turn-${turn}-event`, after: session.seq, elapsedMs: turn * 1_000, text, spoken: null };
      const answer = await send(`${url}/api/interviews/${id}/say`, sent);
      if (!answer.ok && answer.status !== MOVED_ON) throw new Error(await answer.text());
      session = answer.ok ? ((await answer.json()) as Session) : await read(url, id);
      if (answer.ok) turn++;
    }
  }

  while (turn <= TURNS) {
    await using server = await startServer(env);
    if (id === "") id = await begin(server);
    // a server that is gone ends the talk; what was refused fails the test
    const talked = talk(server).catch((error) => {
      if (!(error instanceof TypeError)) throw error;
    });
    if (kills < KILLS) {
      await Promise.race([talked, delay(LIFE_MS.shortest + Math.random() * (LIFE_MS.longest - LIFE_MS.shortest))]);
      await server.kill("SIGKILL");
      kills++;
    }
    await talked;
  }

  await using server = await startServer(env);
  const { turns, seq } = await read(server.url, id);
  const said = turns.filter(({ who }) => who === "candidate").map(({ text }) => text.split(":")[0]);
  expect(said).toEqual(Array.from({ length: TURNS }, (_, at) => `Turn ${at + 1}`));
  expect(turns.at(-1)?.who).toBe("interviewer");
  expect(seq).toBeGreaterThan(TURNS * 2);
  expect(kills).toBeGreaterThan(1);
});

async function begin({ url }: Server): Promise<string> {
  const rounds = [{ kind: "breadth", title: "Breadth", minutes: 60, breakMinutes: 0 }];
  const settings = { persona: "terse", nudgeAfterSeconds: null, interrupts: false };
  const created = await send(`${url}/api/interviews`, { title: "Mock", role: "mle", difficulty: 3, rounds, settings });
  const { id } = (await created.json()) as Session;
  const begun = await send(`${url}/api/interviews/${id}/begin`, { event: "begin-event", after: 0 });
  if (!begun.ok) throw new Error(await begun.text());
  return id;
}

async function read(url: string, id: string): Promise<Session> {
  return (await fetch(`${url}/api/interviews/${id}`)).json() as Promise<Session>;
}

function send(url: string, body: object): Promise<Response> {
  return fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}
