import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { InterviewRepo } from "../../src/features/interview/index.ts";
import type { Session } from "../../src/features/interview/schema.ts";
import { readEvidence } from "../../src/shared/evidence/log.ts";
import { ThreadedGrader } from "../../src/shared/grader/threaded-grader.ts";
import type { Store } from "../../src/shared/store/store.ts";
import { askedLast, beginMock, begun, type MockRoom, openMockRoom } from "../support/mock-interview.ts";
import { tinyConfig } from "../support/real-app.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";
import { onEveryEngine } from "./engines.ts";

onEveryEngine((openEmpty) => {
  let folder: ReturnType<typeof temporaryFolder>;
  let grader: ThreadedGrader;
  let store: Store;
  let mock: MockRoom;
  beforeAll(() => {
    folder = temporaryFolder();
    grader = new ThreadedGrader(tinyConfig(folder.path).encoderDir);
  });
  afterAll(async () => {
    await grader.close();
    folder[Symbol.dispose]();
  });
  beforeEach(async () => {
    store = await openEmpty();
    mock = restarted();
  });
  afterEach(() => store.close());

  /** What a server has that was started again. */
  function restarted(): MockRoom {
    const clock = () => new Date("2026-03-04T05:06:07.890Z");
    return openMockRoom(store, { grader, clock, home: join(folder.path, "home") });
  }

  function saying({ seq, elapsedMs }: Session, text: string, event = `say-${seq}-event`) {
    return { event, after: seq, elapsedMs: elapsedMs + 60_000, text, spoken: null };
  }

  async function says(session: Session, text: string): Promise<Session> {
    const said = await mock.room.say(session.id, saying(session, text));
    if (!said.ok) throw new Error(JSON.stringify(said.reason));
    return said.value;
  }

  /** Answers every question as the bank's sample does, until the round is over. */
  async function answered(session: Session, sample: "strong" | "wrong"): Promise<Session> {
    let now = session;
    for (let turn = 0; turn < 60 && now.current === session.current; turn++)
      now = await says(now, askedLast(mock, now).answers[sample].text);
    return now;
  }

  async function read(room: MockRoom, id: string): Promise<Session> {
    const session = await room.room.session(id);
    if (!session.ok) throw new Error(session.reason);
    return session.value;
  }

  describe("nothing is lost and nothing doubled", () => {
    test("a turn that is sent twice is said once", async () => {
      const session = await beginMock(mock, ["breadth"]);
      const sent = saying(session, "It depends on the labels, and on what a miss costs.");
      const [first, second] = await Promise.all([mock.room.say(session.id, sent), mock.room.say(session.id, sent)]);
      expect(first).toEqual(second);
      const { turns } = await read(mock, session.id);
      expect(turns.filter(({ who }) => who === "candidate")).toHaveLength(1);
    });

    test("a second tab that has not seen the last turn is told so, and adds nothing", async () => {
      const session = await beginMock(mock, ["breadth"]);
      const after = await says(session, "First of all I would look at the data.");
      const late = await mock.room.say(session.id, saying(session, "Something else.", "another-tab"));
      expect(late).toEqual({ ok: false, reason: "moved-on" });
      expect(
        await mock.room.leave(session.id, { event: "leave-late", after: session.seq, elapsedMs: 0 }),
      ).toMatchObject({
        reason: "moved-on",
      });
      expect(await read(mock, session.id)).toEqual(after);
    });

    test("two servers over one database: the slower one is told that the mock went on", async () => {
      const session = await beginMock(mock, ["breadth"]);
      const other = restarted();
      await read(other, session.id);
      const after = await says(session, "I would begin with a baseline.");
      expect(await other.room.say(session.id, saying(session, "Me too.", "other-server"))).toMatchObject({
        reason: "moved-on",
      });
      expect(await read(other, session.id)).toEqual(after);
    });

    test("after a restart the mock stands where it stood: the same second, the same words, the same draft", async () => {
      const session = await says(await beginMock(mock, ["breadth"]), "I would begin with a baseline.");
      const beat = { after: session.seq, elapsedMs: session.elapsedMs + 17_000, idleMs: 0, draft: "and the" };
      expect(await mock.room.beat(session.id, beat)).toMatchObject({ ok: true });
      const resumed = await read(restarted(), session.id);
      expect(resumed).toEqual(await read(mock, session.id));
      expect(resumed).toMatchObject({ elapsedMs: session.elapsedMs + 17_000, draft: "and the" });
    });

    test("what was said when the server died is heard once it is back, and once only", async () => {
      const session = await beginMock(mock, ["breadth"]);
      const { seq } = session;
      const at = { sessionId: session.id, round: 0, atMs: 5_000, recordedAt: "2026-03-04T05:06:07.890Z" };
      const body = { kind: "said" as const, text: askedLast(mock, session).answers.strong.text, spoken: null };
      await mock.repo.write(session.id, { events: [{ ...at, seq: seq + 1, id: "said-before", body }] });
      const [once, again] = [restarted(), restarted()];
      const resumed = await read(once, session.id);
      expect(resumed.turns.at(-1)).toMatchObject({ who: "interviewer" });
      expect(resumed.seq).toBeGreaterThan(seq + 1);
      expect(await read(again, session.id)).toEqual(resumed);
    });

    test("a mock whose last round ended when the server died has its scorecard once it is back", async () => {
      const session = await says(await beginMock(mock, ["breadth"]), "I would begin with a baseline.");
      const at = { sessionId: session.id, round: 0, atMs: 90_000, recordedAt: "2026-03-04T05:06:07.890Z" };
      const left = { ...at, seq: session.seq + 1, id: "left-before", body: { kind: "left" as const } };
      await mock.repo.write(session.id, { events: [left] });
      const resumed = await read(restarted(), session.id);
      expect(resumed.finishedAt).not.toBeNull();
      expect(resumed.scorecard?.rounds).toHaveLength(1);
    });

    test("a clock that is set back, a stale page and a wild figure do not move the clock back nor far ahead", async () => {
      const session = await beginMock(mock, ["breadth"]);
      const beat = (elapsedMs: number, after = session.seq) =>
        mock.room.beat(session.id, { after, elapsedMs, idleMs: 0, draft: "" });
      await beat(30_000);
      expect(await beat(10_000)).toMatchObject({ value: { elapsedMs: 30_000 } });
      expect(await beat(90_000, session.seq - 1)).toMatchObject({ value: { elapsedMs: 30_000 } });
      await beat(86_000_000);
      expect((await read(mock, session.id)).rounds[0]).toMatchObject({ state: "over", over: "time" });
    });
  });

  describe("a mock from beginning to end", () => {
    test("a strong candidate is hired, with quotes that stand in their words, and it becomes evidence of the holdout", async () => {
      const session = await answered(await beginMock(mock, ["breadth"]), "strong");
      expect(session.finishedAt).not.toBeNull();
      const { scorecard, turns } = session;
      expect(scorecard).toMatchObject({ rounds: [{ kind: "breadth" }] });
      expect(["hire", "strong-hire"]).toContain(scorecard?.recommendation);
      const quotes =
        scorecard?.rounds.flatMap(({ dimensions }) => dimensions.flatMap(({ evidence }) => evidence)) ?? [];
      expect(quotes.length).toBeGreaterThan(3);
      for (const { seq, quote } of quotes) expect(turns.find((turn) => turn.seq === seq)?.text).toContain(quote);
      const rows = await readEvidence(store.db);
      expect(rows.length).toBeGreaterThan(2);
      expect(rows.every(({ feature, mode }) => feature === "interview" && mode === "breadth")).toBe(true);
      expect(rows.some(({ part }) => part === "holdout")).toBe(true);
    });

    test("an item that a mock has served is not served again while there are others, nor counted as held out", async () => {
      const first = await answered(await beginMock(mock, ["breadth"]), "wrong");
      const second = await answered(await beginMock(mock, ["breadth"]), "wrong");
      const asked = (session: Session) => session.scorecard?.rounds[0]?.topics.map(({ itemId }) => itemId) ?? [];
      expect(asked(second).filter((id) => asked(first).includes(id))).toEqual([]);
      expect(second.scorecard?.before).toMatchObject({ id: first.id });
      expect(second.scorecard?.recommendation).toBe("strong-no-hire");
    });

    test("what was shown stays served when its mock is removed before a word, and nothing else of it is left", async () => {
      const repo = new InterviewRepo(store);
      const { id } = await beginMock(mock, ["breadth"]);
      const served = await repo.servedItems();
      expect(served.size).toBeGreaterThan(2);
      await mock.room.remove(id);
      expect(await repo.servedItems()).toEqual(served);
      expect((await repo.events(id)).map(({ body }) => body)).toMatchObject([{ kind: "opened", setup: null }]);
    });

    test("what was served stays served when its mock is removed", async () => {
      const first = await answered(await beginMock(mock, ["breadth"]), "wrong");
      const asked = (session: Session) => session.scorecard?.rounds[0]?.topics.map(({ itemId }) => itemId) ?? [];
      await mock.room.remove(first.id);
      const second = await answered(await beginMock(mock, ["breadth"]), "wrong");
      expect(asked(second).filter((id) => asked(first).includes(id))).toEqual([]);
    });

    test("a round in which nothing was said leaves no evidence", async () => {
      const session = await beginMock(mock, ["breadth"]);
      await mock.room.leave(session.id, { event: "leave-early", after: session.seq, elapsedMs: 5_000 });
      expect(await readEvidence(store.db)).toEqual([]);
    });

    test("one good round of four planned recommends nothing, and finishing twice is finishing once", async () => {
      const session = await answered(await beginMock(mock, ["breadth", "breadth", "breadth", "breadth"]), "strong");
      const end = { event: "end-early", after: session.seq, elapsedMs: 0 };
      const [once, twice] = [await mock.room.finish(session.id, end), await mock.room.finish(session.id, end)];
      expect(once).toEqual(twice);
      expect(once).toMatchObject({ value: { scorecard: { recommendation: "not-enough-evidence" } } });
    });

    test("the next round is harder after a good one, and nothing of an answer is in what the page gets", async () => {
      let session = await beginMock(mock, ["breadth", "breadth"]);
      const question = askedLast(mock, session);
      const shown = JSON.stringify(session);
      for (const { met_when, say } of question.rubric)
        for (const secret of [met_when, ...say]) expect(shown).not.toContain(secret);
      expect(shown).not.toContain(question.reference.trim().slice(0, 60));
      session = await answered(session, "strong");
      expect(session).toMatchObject({ current: null, finishedAt: null, elapsedMs: 0 });
      session = await begun(mock.room, session);
      expect(session.rounds.map(({ difficulty }) => difficulty)).toEqual([3, 4]);
    });

    test("a mock that is ended early is scored on what was held", async () => {
      const session = await says(await beginMock(mock, ["behavioral", "breadth"]), "I once shipped a model.");
      const ended = await mock.room.finish(session.id, { event: "end-early", after: session.seq, elapsedMs: 90_000 });
      expect(ended).toMatchObject({ ok: true, value: { scorecard: { rounds: [{ kind: "behavioral" }] } } });
      expect(await mock.room.say(session.id, saying(session, "More."))).toEqual({
        ok: false,
        reason: "session-finished",
      });
    });

    test("what was told of one's own work goes to the claim ledger, and what was said of a case does not", async () => {
      const session = await says(await beginMock(mock, ["behavioral"]), "I raised recall from 61 % to 74 %.");
      await says(await beginMock(mock, ["breadth"]), "Recall would rise from 61 % to 90 %.");
      const [told, ...others] = await mock.room.claimTexts();
      expect(others).toEqual([]);
      expect(told).toMatchObject({
        kind: "transcript",
        to: `/interview/${session.id}`,
        text: expect.stringContaining("74 %"),
      });
    });

    test("who says nothing gets no recommendation, and the interviewer a hearing", async () => {
      let session = await beginMock(mock, ["breadth"]);
      while (session.finishedAt === null) session = await says(session, "");
      expect(session.scorecard).toMatchObject({ recommendation: "not-enough-evidence", score: null });
    });
  });
});
