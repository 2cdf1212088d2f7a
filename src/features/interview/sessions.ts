import { Closing } from "../../lib/closing.ts";
import { newId } from "../../lib/ids.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import { nothingHeard } from "../../shared/rounds/hear-answer.ts";
import type { Admitted } from "../../shared/rounds/provider.ts";
import type { InterviewDeps } from "./deps.ts";
import { assessmentsOf, evidenceOf } from "./evidence-of.ts";
import { currentRound, type Live, lastSeq, nextRound, pending, replay, spokenBefore, takeIn } from "./live.ts";
import { nextDifficulty } from "./model/difficulty.ts";
import type { BeatBody, DoBody, FinishBody, SayBody } from "./schema.ts";
import { scorecardFor } from "./score-session.ts";
import type { EventBody, StoredEvent } from "./stored.ts";
import { Voice } from "./voice/voice.ts";

const MINUTE_MS = 60_000;
/** A clock cannot run further than the round by more than a break at the door. */
const LONGEST_OVERRUN_MS = 60 * MINUTE_MS;
/** For the last of what is sent, no interval since the one before is too short. */
const WHENEVER_BEFORE = Number.POSITIVE_INFINITY;

export type SessionFailure = "unknown-session" | "session-finished" | "no-round" | "round-runs" | "moved-on";
/** Why a round cannot be opened or something cannot be done, in words for people. */
export type Refused = { said: string };
/** What a client sends with whatever it does: an id of its own, and the last place in the log that it has seen. */
type Sent = { event: string; after: number };
/** What stands in the page and was not sent. */
type Unsent = { type: string };
type Outcome = Promise<Result<Live, SessionFailure | Refused>>;
/** What led to words of the interviewer, and where it happened. */
type Cause = { round: number; atMs: number; body: EventBody; id?: string };

/** Sessions that are open, each with one thing happening at a time. */
export class Sessions {
  readonly #deps: InterviewDeps;
  readonly #voice: Voice;
  readonly #live = new Map<string, Live>();
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(deps: InterviewDeps) {
    this.#deps = deps;
    this.#voice = new Voice(deps);
  }

  /** The session as it stands; what a crash left unheard is heard first. */
  read(id: string): Promise<Result<Live, "unknown-session">> {
    return this.#alone(id, async () => {
      const live = await this.#load(id);
      return live ? ok(live) : failed("unknown-session");
    });
  }

  /** Opens the next round. */
  begin(id: string, { event, after }: Sent): Outcome {
    return this.#once(id, { event, after }, async (live) => {
      const at = nextRound(live);
      if (currentRound(live) !== undefined) return failed("round-runs");
      const planned = at === undefined ? undefined : live.session.rounds[at];
      const provider = this.#deps.providers.find(({ kind }) => kind === planned?.kind);
      if (at === undefined || !planned) return failed("session-finished");
      if (!provider) return failed({ said: `There is no ${planned.title} round to be held here.` });
      const { repo, servedElsewhere } = this.#deps;
      const used = new Set([...(await repo.servedItems()), ...((await servedElsewhere?.()) ?? [])]);
      const difficulty = nextDifficulty(
        live.session.difficulty,
        assessmentsOf(live).map((assessed) => assessed?.score ?? null),
      );
      const { settings, seed, role } = live.session;
      const opened = await provider.open({
        role,
        difficulty,
        used,
        minutes: planned.minutes,
        seed: seed + at,
        nudgeAfterMs: settings.nudgeAfterSeconds === null ? null : settings.nudgeAfterSeconds * 1000,
        interrupts: settings.interrupts,
      });
      if (!opened.ok) return failed({ said: opened.reason });
      const items = opened.value.items.map((item) =>
        used.has(item.id) ? { ...item, part: "practice" as const } : item,
      );
      const body: EventBody = { kind: "opened", setup: opened.value.setup, items, difficulty };
      // what was typed and not said in the round before is none of the next one's
      return this.#react(live, { id: event, round: at, atMs: 0, body }, { draft: "" });
    });
  }

  say(id: string, { text, spoken, ...sent }: SayBody): Outcome {
    return this.#take(id, { ...sent, body: { kind: "said", text, spoken } });
  }

  do(id: string, { event, after, elapsedMs, action }: DoBody): Outcome {
    return this.#take(id, { event, after, elapsedMs, body: { kind: "did", action } });
  }

  /** Ends the round that runs. */
  leave(id: string, sent: FinishBody): Outcome {
    return this.#once(id, sent, async (live) =>
      currentRound(live) === undefined ? failed("no-round") : this.#leave(live, sent),
    );
  }

  /** Ends the session where it stands: rounds that were not held stay so. */
  finish(id: string, sent: FinishBody): Outcome {
    return this.#alone(id, async () => {
      const live = await this.#load(id);
      if (!live) return failed("unknown-session");
      // sent again it goes on where it broke off
      const isSeen = live.session.finishedAt !== null || live.events.some((each) => each.id === sent.event);
      if (!isSeen && sent.after !== lastSeq(live)) return failed("moved-on");
      if (!isSeen && currentRound(live) !== undefined) {
        const left = await this.#leave(live, sent);
        if (!left.ok) return left;
      }
      return (await this.#conclude(live)) ? ok(live) : failed("moved-on");
    });
  }

  /** The clock of an open page; while the interviewer is hearing, it waits. */
  async beat(id: string, { after, elapsedMs, idleMs, draft, last }: BeatBody): Promise<Result<Live, SessionFailure>> {
    return this.#alone(id, async () => {
      const live = await this.#load(id);
      if (!live) return failed("unknown-session");
      const round = currentRound(live);
      // a page that has not seen the last words may neither move the clock nor overwrite what is typed elsewhere
      if (round === undefined || after !== lastSeq(live)) return ok(live);
      const atMs = this.#clock(live, elapsedMs);
      const text = draft ?? live.session.draft;
      const draftWords = text.split(/\s+/).filter(Boolean).length;
      const body: EventBody = { kind: "beat", idleMs, draftWords };
      const open = live.rounds[round];
      const step = open?.provider.round.tick(open.state, body, atMs);
      const speaks = step !== undefined && (step.moves.length > 0 || step.over !== open?.over);
      if (speaks) {
        const ends = step.over !== null;
        if (ends && last && !(await this.#keepLast(live, { round, atMs, action: last }))) return failed("moved-on");
        const reacted = await this.#react(live, { round, atMs, body }, { draft: text });
        return reacted.ok ? reacted : failed("moved-on");
      }
      if (await this.#keep(live, { events: [], changed: { elapsedMs: atMs, draft: text } })) return ok(live);
      return failed("unknown-session");
    });
  }

  async forget(id: string): Promise<void> {
    await this.#alone(id, async () => {
      this.#live.delete(id);
      await this.#deps.repo.remove(id);
    });
  }

  /** Says or does something: kept first, then heard. */
  #take(
    id: string,
    { event, after, elapsedMs, body, last }: Sent & { elapsedMs: number; body: EventBody; last?: Unsent },
  ): Outcome {
    return this.#once(id, { event, after }, async (live) => {
      const round = currentRound(live);
      if (round === undefined) return failed("no-round");
      const atMs = this.#clock(live, elapsedMs);
      const admitted = admittedBy(live.rounds[round], body, atMs);
      if (admitted === "pass-over") return ok(live);
      if (admitted !== "keep") return failed({ said: admitted.refused });
      const said = this.#event(live, { id: event, round, atMs, body });
      const changed = { elapsedMs: atMs, ...(body.kind === "said" ? { draft: "" } : {}) };
      if (!(await this.#keep(live, { events: [said], changed }))) return failed("moved-on");
      takeIn(live, said, this.#deps.providers);
      return this.#heardOrDone(live, said, last);
    });
  }

  /**
   * Hears or does what was kept; a refusal is an outcome like another. Where that breaks off, the session is read anew the next
   * time, and it is taken up then.
   */
  async #heardOrDone(live: Live, { seq, round, atMs, body }: StoredEvent, last?: Unsent): Outcome {
    const open = live.rounds[round];
    if (!open) return ok(live);
    if (body.kind === "said") {
      const reading = await open.provider.hear(open.state, body.text);
      const step = open.provider.round.candidateSays(open.state, { seq, text: body.text, reading }, atMs);
      const ends = step.over !== null && open.over === null;
      if (ends && last && !(await this.#keepLast(live, { round, atMs, action: last }))) return failed("moved-on");
      return this.#react(live, { round, atMs, body: { kind: "heard", of: seq, reading } });
    }
    if (body.kind !== "did") return ok(live);
    const acted = await open.provider.act(open.state, body.action);
    const outcome = acted.ok ? acted.value : { refused: acted.reason };
    return this.#react(live, { round, atMs, body: { kind: "done", of: seq, outcome } });
  }

  /** Takes an event in, lets the interviewer speak about it, and keeps both together. */
  async #react(live: Live, cause: Cause, changed: { draft?: string } = {}): Outcome {
    const { providers } = this.#deps;
    const event = this.#event(live, cause);
    const moves = takeIn(live, event, providers);
    const said = await this.#voice.say(moves, {
      session: live.session,
      before: spokenBefore(live),
      log: live.events,
    });
    const events = [event];
    for (const body of said) {
      const spoke = this.#event(live, { round: cause.round, atMs: cause.atMs, body });
      takeIn(live, spoke, providers);
      events.push(spoke);
    }
    events.push(...(await this.#owed(live, cause)));
    const round = live.rounds[cause.round];
    const isOver = round !== undefined && round.over !== null;
    const evidence = isOver ? evidenceOf(live, cause.round, this.#deps.clock()) : [];
    const kept = await this.#keep(live, {
      events,
      evidence,
      changed: { elapsedMs: isOver ? 0 : cause.atMs, ...changed },
    });
    if (!kept) return failed("moved-on");
    const ended = isOver && nextRound(live) === undefined;
    return !ended || (await this.#conclude(live)) ? ok(live) : failed("moved-on");
  }

  /** Does what a round that is over has left undone. It is kept together with the end: either both are there or neither. */
  async #owed(live: Live, { round: at, atMs }: Cause): Promise<StoredEvent[]> {
    const round = live.rounds[at];
    const action = round && round.over !== null ? (round.provider.owes?.(round.state) ?? null) : null;
    if (!round || action === null) return [];
    const did = this.#event(live, { round: at, atMs, body: { kind: "did", action } });
    takeIn(live, did, this.#deps.providers);
    const acted = await round.provider.act(round.state, action);
    const outcome = acted.ok ? acted.value : { refused: acted.reason };
    const done = this.#event(live, { round: at, atMs, body: { kind: "done", of: did.seq, outcome } });
    takeIn(live, done, this.#deps.providers);
    return [did, done];
  }

  /** Closes the session with its scorecard. */
  async #conclude(live: Live): Promise<boolean> {
    if (live.session.finishedAt !== null) return true;
    const finishedAt = this.#deps.clock().toISOString();
    const scorecard = await scorecardFor(this.#deps, live);
    const kept = await this.#keep(live, { events: [], changed: { finishedAt, scorecard } });
    // a mock that is over is seldom asked for: it is replayed then
    this.#live.delete(live.session.id);
    return kept;
  }

  /** Writes, and remembers what was written; a session that cannot be written is read anew the next time. */
  async #keep(live: Live, written: Parameters<InterviewDeps["repo"]["write"]>[1]): Promise<boolean> {
    const { id } = live.session;
    const kept = await this.#deps.repo.write(id, written);
    if (kept) live.session = { ...live.session, ...written.changed };
    else this.#live.delete(id);
    return kept;
  }

  #event(live: Live, { id, round, atMs, body }: Cause): StoredEvent {
    const now = this.#deps.clock();
    const sessionId = live.session.id;
    return {
      sessionId,
      seq: lastSeq(live) + 1,
      id: id ?? newId(now),
      round,
      atMs,
      recordedAt: now.toISOString(),
      body,
    };
  }

  /** The clock never runs back, nor far beyond the round. */
  #clock(live: Live, elapsedMs: number): number {
    const minutes = live.session.rounds[currentRound(live) ?? 0]?.minutes ?? 0;
    return Math.max(live.session.elapsedMs, Math.min(elapsedMs, minutes * MINUTE_MS + LONGEST_OVERRUN_MS));
  }

  async #leave(live: Live, { event, elapsedMs, last }: FinishBody): Outcome {
    const round = currentRound(live) ?? 0;
    const atMs = this.#clock(live, elapsedMs);
    if (last && !(await this.#keepLast(live, { round, atMs, action: last }))) return failed("moved-on");
    return this.#react(live, { id: event, round, atMs, body: { kind: "left" } });
  }

  /** Keeps what a page had not sent when its round ends; the interviewer says nothing about it any more. False where it cannot be written. */
  async #keepLast(live: Live, { action, ...at }: { round: number; atMs: number; action: Unsent }): Promise<boolean> {
    const held = live.rounds[at.round];
    const body: EventBody = { kind: "did", action };
    if (!held || admittedBy(held, body, WHENEVER_BEFORE) !== "keep") return true;
    const acted = await held.provider.act(held.state, action);
    if (!acted.ok) return true;
    const did = this.#event(live, { ...at, body });
    takeIn(live, did, this.#deps.providers);
    const done = this.#event(live, { ...at, body: { kind: "done", of: did.seq, outcome: acted.value } });
    takeIn(live, done, this.#deps.providers);
    return this.#keep(live, { events: [did, done] });
  }

  /** Does something for a client that has seen the session up to `after`; an event that has happened already changes nothing. */
  #once(id: string, { event, after }: Sent, work: (live: Live) => Outcome): Outcome {
    return this.#alone(id, async () => {
      const live = await this.#load(id);
      if (!live) return failed("unknown-session");
      if (live.events.some((each) => each.id === event)) return ok(live);
      if (live.session.finishedAt !== null) return failed("session-finished");
      return after === lastSeq(live) ? work(live) : failed("moved-on");
    });
  }

  async #load(id: string): Promise<Live | undefined> {
    const known = this.#live.get(id);
    if (known) return known;
    const session = await this.#deps.repo.session(id);
    if (!session) return undefined;
    const live = replay(session, await this.#deps.repo.events(id), this.#deps.providers);
    if (session.finishedAt === null) this.#live.set(id, live);
    const left = pending(live);
    if (left && !(await this.#takeUpAgain(live, left)).ok) return this.#load(id);
    // the last round ended, and the server with it, before the scorecard was kept
    if (live.rounds.every((round) => round !== undefined && round.over !== null)) await this.#conclude(live);
    return live;
  }

  /** What a crash left is taken up; where that breaks off once more, it is let go, so that the mock can go on. A server that stops lets nothing go. */
  async #takeUpAgain(live: Live, left: StoredEvent): Outcome {
    try {
      return await this.#heardOrDone(live, left);
    } catch (error) {
      if (error instanceof Closing) throw error;
      this.#deps.reportBug(error);
      // what is in memory may be ahead of what is on the disk
      const stored = await this.#deps.repo.events(live.session.id);
      Object.assign(live, replay(live.session, stored, this.#deps.providers));
      const { seq: of, round, atMs } = left;
      const body: EventBody =
        left.body.kind === "said"
          ? { kind: "heard", of, reading: nothingHeard("thinks") }
          : { kind: "done", of, outcome: { refused: "That could not be done; try it again." } };
      return this.#react(live, { round, atMs, body });
    }
  }

  /** One thing at a time in a session. */
  async #alone<T>(id: string, work: () => Promise<T>): Promise<T> {
    const before = this.#queues.get(id) ?? Promise.resolve();
    const own = before.then(work, work);
    const settled = own.catch(() => undefined);
    this.#queues.set(id, settled);
    try {
      return await own;
    } catch (error) {
      // what is in memory may be ahead of what is on the disk
      this.#live.delete(id);
      throw error;
    } finally {
      if (this.#queues.get(id) === settled) this.#queues.delete(id);
    }
  }
}

/** Whether what was done is kept: words always are. */
function admittedBy(round: Live["rounds"][number], body: EventBody, atMs: number): Admitted {
  if (body.kind !== "did" || !round?.provider.admits) return "keep";
  return round.provider.admits(round.state, body.action, atMs);
}
