import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadCases, systemDesignRound } from "../../src/features/design/index.ts";
import type { ShownDesign } from "../../src/features/design/model/round/shown.ts";
import { InterviewRepo, InterviewRoom } from "../../src/features/interview/index.ts";
import type { SayBody, Session } from "../../src/features/interview/schema.ts";
import { loadBank } from "../../src/shared/content/bank.ts";
import { ThreadedGrader } from "../../src/shared/grader/threaded-grader.ts";
import { LanguageModelStore } from "../../src/shared/models/language/settings.ts";
import { hearingOf } from "../../src/shared/rounds/hearing.ts";
import type { Store } from "../../src/shared/store/store.ts";
import { tinyConfig } from "../support/real-app.ts";
import { temporaryFolder, writeTinyBank } from "../support/tiny-bank.ts";
import { REFERENCE, writeTinyCase } from "../support/tiny-case.ts";
import { onEveryEngine } from "./engines.ts";

const MINUTE = 60_000;
const MOST_BYTES_OF_A_RUN = 24_000;
const STRONG =
  "Each batch is then a random sample of the data, and its gradient is an unbiased estimate of the full gradient. With time series I am careful, since a shuffle would put the future into training.";

onEveryEngine((openEmpty) => {
  let folder: ReturnType<typeof temporaryFolder>;
  let contentDir: string;
  let grader: ThreadedGrader;
  let store: Store;
  let room: InterviewRoom;
  let repo: InterviewRepo;
  beforeAll(() => {
    folder = temporaryFolder();
    const config = tinyConfig(folder.path);
    contentDir = config.contentDir;
    writeTinyBank(contentDir);
    writeTinyCase(contentDir);
    grader = new ThreadedGrader(config.encoderDir);
  });
  afterAll(async () => {
    await grader.close();
    folder[Symbol.dispose]();
  });
  beforeEach(async () => {
    store = await openEmpty();
    repo = new InterviewRepo(store);
    room = restarted();
  });
  afterEach(() => store.close());

  /** What a server has that was started again. */
  function restarted(): InterviewRoom {
    const clock = () => new Date("2026-03-04T05:06:07.890Z");
    const bank = loadBank(contentDir);
    const { cases } = loadCases(contentDir, bank);
    const language = new LanguageModelStore(join(folder.path, "home"));
    const hearing = hearingOf({ grader, language, clock });
    const providers = [systemDesignRound({ cases: () => cases, grader, hearing, graderVersion: () => grader.version })];
    return new InterviewRoom({
      repo: new InterviewRepo(store),
      providers,
      ...bank,
      language,
      reportBug: (error) => {
        throw error;
      },
      clock,
    });
  }

  async function begun(): Promise<Session> {
    const rounds = [{ kind: "design" as const, title: "Design", minutes: 45, breakMinutes: 0 }];
    const settings = { persona: "warm" as const, nudgeAfterSeconds: null, interrupts: false };
    const created = taken(
      await room.create({ title: "Mock", role: "mle", difficulty: 3, rounds, settings }, { seed: 7 }),
    );
    return taken(await room.begin(created.id, { event: "begin-event", after: created.seq }));
  }

  async function says(session: Session, text: string, more: Pick<SayBody, "last"> = {}): Promise<Session> {
    const { id, seq, elapsedMs } = session;
    const said = { event: `say-${seq}-event`, after: seq, elapsedMs: elapsedMs + MINUTE / 2, text, spoken: null };
    return taken(await room.say(id, { ...said, ...more }));
  }

  async function does(session: Session, action: { type: string; [more: string]: unknown }): Promise<Session> {
    return taken(await room.do(session.id, sent(session, action)));
  }

  async function refusal(session: Session, action: { type: string; [more: string]: unknown }): Promise<unknown> {
    const outcome = await room.do(session.id, sent(session, action));
    return outcome.ok ? undefined : (outcome.reason as { said?: string }).said;
  }

  async function read(of: InterviewRoom, id: string): Promise<Session> {
    return taken(await of.session(id));
  }

  /** With questions, words and figures as the case has them. */
  async function atDrawing(): Promise<Session> {
    let session = await says(await begun(), "What is the p99 latency target?");
    session = await says(session, "I have no more questions.");
    while (phaseOf(session) === "scope") session = await says(session, STRONG);
    return does(session, {
      type: "estimates",
      values: { daily: "8.6 million", tail: "46 ms", bottleneck: "service" },
    });
  }

  describe("a round of system design", () => {
    test("is led from the questions to the scorecard, and a restarted server reads the same", async () => {
      let session = await says(await begun(), "How many requests per second are there, and what is the budget?");
      expect(shownOf(session).facts.map(({ about }) => about)).toEqual(["Requests a second", "Budget"]);
      session = await atDrawing();
      session = await says(session, "The gateway hands over to the app, and the app asks the ranker.");
      session = await does(session, { type: "run", text: REFERENCE });
      expect(shownOf(session).run).toMatchObject({
        number: 1,
        objectives: [{ met: true }, { met: true }, { met: true }],
      });
      session = await says(session, "I am done.");
      expect(phaseOf(session)).toBe("defend");
      expect(await read(restarted(), session.id)).toEqual(session);
      while (session.finishedAt === null) session = await says(session, STRONG);
      expect(await read(restarted(), session.id)).toEqual(session);
      const [round] = session.scorecard?.rounds ?? [];
      expect(round?.dimensions).toHaveLength(6);
      const evidence = round?.dimensions.flatMap((each) => each.evidence) ?? [];
      for (const { seq, quote } of evidence.filter((each) => each.quote !== ""))
        expect(session.turns.find((turn) => turn.seq === seq)?.text).toContain(quote);
      expect(evidence.some(({ says: words }) => words.includes("wanted at most"))).toBe(true);
      expect(["hire", "strong-hire"]).toContain(session.scorecard?.recommendation);
    });

    test("a run that the server died in is made once it is back, once only, and comes out the same", async () => {
      const session = await does(await atDrawing(), { type: "design", text: REFERENCE });
      const at = { sessionId: session.id, round: 0, atMs: session.elapsedMs, recordedAt: "2026-03-04T05:06:07.890Z" };
      const body = { kind: "did" as const, action: { type: "run" } };
      await repo.write(session.id, { events: [{ ...at, seq: session.seq + 1, id: "run-before", body }] });
      const resumed = await read(restarted(), session.id);
      expect(shownOf(resumed).run).toMatchObject({ number: 1, design: REFERENCE });
      expect(await read(restarted(), session.id)).toEqual(resumed);
      const events = await repo.events(session.id);
      expect(events.filter((event) => event.body.kind === "done" && event.body.of === session.seq + 1)).toHaveLength(1);
    });

    test("a drawing that stands already adds nothing to the log, a text is kept once, and a run once and small", async () => {
      let session = await does(await atDrawing(), { type: "design", text: REFERENCE });
      const { seq } = session;
      session = await does(session, { type: "design", text: REFERENCE });
      expect(session.seq).toBe(seq);
      session = await does(session, { type: "run" });
      const events = await repo.events(session.id);
      const run = events.findLast(({ body }) => body.kind === "done");
      const holding = events.filter(({ body }) => JSON.stringify(body).includes(JSON.stringify(REFERENCE)));
      expect(holding.map(({ body }) => body.kind)).toEqual(["opened", "did"]);
      expect(JSON.stringify(run).length).toBeLessThan(MOST_BYTES_OF_A_RUN);
      expect(
        JSON.stringify(events).match(
          /"objectives":\[\{"id":"fast","title":"[^"]*","scenario":"normal","metric":"p99","fault"/g,
        ),
      ).toHaveLength(1);
    });

    test("the replay has every drawing once, with each run and what it came to", async () => {
      let session = await does(await atDrawing(), { type: "design", text: "gateway" });
      session = await does(session, { type: "run", text: REFERENCE });
      session = await does(session, { type: "design", text: "gateway" });
      session = await does(session, { type: "run", text: "gateway -> nobody-knows-this{" });
      const ran = session.turns.filter(({ did }) => did?.type === "run").map(({ seq }) => seq);
      const { texts, rounds } = taken(await restarted().work(session.id));
      expect(texts).toEqual(["", "gateway", REFERENCE, "gateway -> nobody-knows-this{"]);
      expect(rounds).toMatchObject([{ round: 0, language: "design" }]);
      const moments = rounds[0]?.moments ?? [];
      expect(moments.map(({ text }) => text)).toEqual([0, 1, 2, 1, 3]);
      expect(moments.filter(({ verdict }) => verdict !== null).map(({ seq }) => seq)).toEqual(ran);
      expect(moments[2]?.verdict).toEqual({ tone: "pass", said: "3 of 3 objectives met" });
      expect(moments[4]?.verdict).toMatchObject({ tone: "part", said: expect.stringContaining("Not run. Line 1") });
      expect(await room.work("nobody")).toEqual({ ok: false, reason: "unknown-session" });
    });

    test("what was drawn last and not sent is kept when the round is ended, and when its time is up", async () => {
      const last = { type: "design", text: "gateway -> app:service" };
      const lastDrawn = async (id: string) => taken(await room.work(id)).texts.at(-1);
      const left = await atDrawing();
      const at = { after: left.seq, elapsedMs: left.elapsedMs };
      const over = taken(await room.leave(left.id, { event: "leave-event", ...at, last }));
      expect(over.finishedAt).not.toBeNull();
      expect(await lastDrawn(left.id)).toBe(last.text);
      const { id, seq: after } = await atDrawing();
      // a beat that ends nothing keeps nothing
      taken(await room.beat(id, { after, elapsedMs: 20 * MINUTE, idleMs: 0, last }));
      expect(await lastDrawn(id)).toBe("");
      const { seq } = await read(room, id);
      const beat = taken(await room.beat(id, { after: seq, elapsedMs: 47 * MINUTE, idleMs: 0, last }));
      expect(beat.finished).toBe(true);
      expect(await lastDrawn(id)).toBe(last.text);
      expect(await read(restarted(), id)).toMatchObject({ finishedAt: expect.any(String) });
    });

    test("what was drawn last and not sent is kept when words end the round, and with no other words", async () => {
      const last = { type: "design", text: "gateway -> app:service" };
      let session = await atDrawing();
      const lastDrawn = async () => taken(await room.work(session.id)).texts.at(-1);
      for (let insult = 1; insult <= 3; insult++) {
        expect([session.finishedAt, await lastDrawn()]).toEqual([null, ""]);
        session = await says(session, "You are an idiot.", { last });
      }
      expect(session).toMatchObject({ finishedAt: expect.any(String), rounds: [{ over: "conduct" }] });
      expect(await lastDrawn()).toBe(last.text);
      expect(await read(restarted(), session.id)).toEqual(session);
    });

    test("a last thing that cannot be kept holds nobody in the round", async () => {
      const { id, seq, elapsedMs } = await atDrawing();
      const sent = { event: "leave-event", after: seq, elapsedMs, last: { type: "nonsense" } };
      expect(taken(await room.leave(id, sent)).finishedAt).not.toBeNull();
    });

    test("what cannot be run is kept as drawn, with what is wrong and where", async () => {
      const session = await does(await atDrawing(), { type: "run", text: "gateway -> nobody-knows-this{" });
      expect(shownOf(session)).toMatchObject({ run: null, design: "gateway -> nobody-knows-this{" });
      expect(shownOf(session).note).toContain("Not run. Line 1");
    });

    test("a run before the drawing and a second sheet are refused and leave nothing in the log", async () => {
      const early = await begun();
      expect(await refusal(early, { type: "run", text: REFERENCE })).toBe("Not run yet: runs come with the drawing.");
      expect(await read(room, early.id)).toEqual(early);
      const session = await atDrawing();
      expect(await refusal(session, { type: "estimates", values: { daily: "1" } })).toContain("The sheet is closed");
      expect(await read(room, session.id)).toEqual(session);
      expect(shownOf(session)).toMatchObject({ estimates: { handedIn: { daily: "8.6 million" } } });
    });

    test("nothing of an answer is on the page before the end", async () => {
      let session = await begun();
      const before = JSON.stringify(session);
      for (const secret of ["A hundred requests", "100 milliseconds at", "Four thousand"])
        expect(before).not.toContain(secret);
      session = await does(await atDrawing(), { type: "run", text: REFERENCE });
      const page = JSON.stringify(session);
      for (const secret of ["unbiased estimate of the whole", "Two machines more", "4.6 times as much", "met_when"])
        expect(page).not.toContain(secret);
    });

    test("smooth words without a drawing do not pass", async () => {
      let session = await begun();
      for (let turn = 0; turn < 60 && session.finishedAt === null; turn++)
        session = await says(
          session,
          "Great question. I take a holistic, end-to-end view, leverage best practices, and align all stakeholders early on.",
        );
      if (session.finishedAt === null)
        session = taken(
          await room.finish(session.id, { event: "end-event", after: session.seq, elapsedMs: session.elapsedMs }),
        );
      expect(session.scorecard?.recommendation).toBe("strong-no-hire");
    });
  });
});

function sent({ seq, elapsedMs }: Session, action: { type: string; [more: string]: unknown }) {
  return { event: `do-${seq}-event`, after: seq, elapsedMs, action };
}

function taken<T, Reason>(outcome: { ok: true; value: T } | { ok: false; reason: Reason }): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.reason));
}

function shownOf({ rounds }: Session): ShownDesign {
  return rounds[0]?.shown as ShownDesign;
}

function phaseOf(session: Session): string | undefined {
  return shownOf(session).phases.find(({ state }) => state === "now")?.id;
}
