import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import type { SubmissionDetail } from "../../src/features/coding/schema.ts";
import { readEvents } from "../support/events.ts";
import { childrenOf, isAlive, ROOT, type Server, startServer } from "../support/server.ts";
import { temporaryFolder, writeTinyBank } from "../support/tiny-bank.ts";

const SUBMISSIONS = 200;
const LEAVING = 3;
const PAUSE_MS = 20;
const LIFE_MS = { shortest: 50, longest: 1000 };

const codeOf = (n: number) => `# ${n}\ndef double(x):\n    return 2 * x\n`;

// About a quarter of a minute on a quiet machine; a dozen servers and judges start for it, so a busy one needs more.
const TIMEOUT_MS = 480_000;

test("kill -9 at random moments during 200 submissions loses nothing that was acknowledged", {
  timeout: TIMEOUT_MS,
}, async () => {
  using folder = temporaryFolder();
  const env = { HOLDOUT_HOME: join(folder.path, "home"), HOLDOUT_CONTENT: join(folder.path, "content") };
  writeTinyBank(env.HOLDOUT_CONTENT);
  const acknowledged = new Map<string, string>();
  let submitted = 0;
  let drafts = 0;
  let lastDraftSaved = 0;
  let kills = 0;
  const children: number[] = [];

  /** Submits until the server is gone, and keeps what was acknowledged. */
  async function submit({ url }: Server, reader: "waits for the verdict" | "leaves at once"): Promise<void> {
    while (acknowledged.size < SUBMISSIONS) {
      const code = codeOf(++submitted);
      const body = { code, mode: "submit", secondsUsed: 1 };
      const response = await send("POST", `${url}/api/coding/problems/double/submissions`, body);
      for await (const { event, data } of readEvents(response)) {
        if (event === "accepted") acknowledged.set((data as { submissionId: string }).submissionId, code);
        if (reader === "leaves at once") break;
      }
      await delay(PAUSE_MS);
    }
  }

  async function saveDrafts({ url }: Server): Promise<void> {
    while (acknowledged.size < SUBMISSIONS) {
      const draft = ++drafts;
      const saved = await send("PUT", `${url}/api/coding/problems/double/draft`, { code: String(draft) });
      if (saved.ok) lastDraftSaved = draft;
      await delay(PAUSE_MS);
    }
  }

  while (acknowledged.size < SUBMISSIONS) {
    await using server = await startServer(env);
    const leaving = Array.from({ length: LEAVING }, () => submit(server, "leaves at once"));
    const over = Promise.allSettled([saveDrafts(server), submit(server, "waits for the verdict"), ...leaving]);
    await Promise.race([over, delay(LIFE_MS.shortest + Math.random() * (LIFE_MS.longest - LIFE_MS.shortest))]);
    children.push(...childrenOf(server.pid));
    await server.kill("SIGKILL");
    kills++;
    await over;
  }

  await using server = await startServer(env);
  for (const [id, code] of acknowledged) {
    await expect.poll(() => submission(server, id), { timeout: 60_000 }).toMatchObject({ code, verdict: "accepted" });
  }
  const { draft } = (await (await fetch(`${server.url}/api/coding/problems/double`)).json()) as {
    draft: { code: string };
  };
  expect(Number(draft.code)).toBeGreaterThanOrEqual(lastDraftSaved);
  await server.kill("SIGTERM");

  execFileSync(process.execPath, [join(ROOT, "bin/holdout.ts"), "export", join(folder.path, "out")], {
    env: { ...process.env, ...env },
  });
  const evidence = JSON.parse(readFileSync(join(folder.path, "out", "evidence.json"), "utf8")) as { id: string }[];
  const rows = Map.groupBy(evidence, ({ id }) => id);
  expect([...acknowledged.keys()].filter((id) => rows.get(id)?.length !== 1)).toEqual([]);
  expect(kills).toBeGreaterThan(2);
  await expect.poll(() => children.filter(isAlive), { timeout: 10_000 }).toEqual([]);
});

function send(method: string, url: string, body: object): Promise<Response> {
  return fetch(url, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

async function submission({ url }: Server, id: string): Promise<SubmissionDetail> {
  return (await fetch(`${url}/api/coding/submissions/${id}`)).json() as Promise<SubmissionDetail>;
}
