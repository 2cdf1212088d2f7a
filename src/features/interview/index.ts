import { newId } from "../../lib/ids.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import type { ClaimSource } from "../../shared/claims/claim.ts";
import { ROUND_KINDS, ROUND_TITLES } from "../../shared/rounds/round-kind.ts";
import { exportInterviews } from "./archive.ts";
import type { InterviewDeps } from "./deps.ts";
import type { Live } from "./live.ts";
import type {
  BeatAnswer,
  BeatBody,
  BeginBody,
  CreateBody,
  DoBody,
  FinishBody,
  InterviewHome,
  SayBody,
  Session,
  Work,
} from "./schema.ts";
import { type Refused, type SessionFailure, Sessions } from "./sessions.ts";
import { loopsOf, shownSession, summaryOf } from "./show-session.ts";
import { Speech } from "./spoken/speech.ts";
import type { WholeSession } from "./stored.ts";
import { toldOfOneself } from "./told-of-oneself.ts";
import { workOf } from "./work.ts";

export { readExportedInterviews } from "./archive.ts";
export { InterviewRepo } from "./repo.ts";
export { scriptedRounds } from "./scripted-rounds.ts";
export { Recordings } from "./spoken/recordings.ts";

type Shown = Promise<Result<Session, SessionFailure | Refused>>;

/** The interview room: loops of rounds under time, each led by an interviewer, and the panel's scorecard. */
export class InterviewRoom {
  readonly #deps: InterviewDeps;
  readonly #sessions: Sessions;
  /** What is spoken: heard, and kept on request. */
  readonly speech: Speech;

  constructor(deps: InterviewDeps) {
    this.#deps = deps;
    this.speech = new Speech(deps);
    this.#sessions = new Sessions(deps);
  }

  async home(): Promise<InterviewHome> {
    const { repo, providers } = this.#deps;
    const [sessions, held] = await Promise.all([repo.sessions(), repo.openedRounds()]);
    const kinds = new Set(providers.map(({ kind }) => kind));
    return {
      loops: loopsOf(this.#deps),
      kinds: ROUND_KINDS.map((kind) => ({ kind, title: ROUND_TITLES[kind], available: kinds.has(kind) })),
      sessions: sessions.map((each) => summaryOf(each, held.get(each.id) ?? new Set())),
    };
  }

  /** Plans a mock; nothing runs before its first round is begun. With a seed the same is asked and said again. */
  async create(
    { title, role, difficulty, rounds, settings }: CreateBody,
    { seed }: { seed?: number } = {},
  ): Promise<Result<Session, "unknown-role" | Refused>> {
    if (!this.#deps.roles.some(({ id }) => id === role)) return failed("unknown-role");
    const kinds = new Set(this.#deps.providers.map(({ kind }) => kind));
    const missing = rounds.find(({ kind }) => !kinds.has(kind));
    if (missing) return failed({ said: `A round of ${ROUND_TITLES[missing.kind]} cannot be held here.` });
    const now = this.#deps.clock();
    const id = newId(now);
    await this.#deps.repo.add({
      id,
      title,
      role,
      difficulty,
      settings,
      rounds,
      seed: seed ?? seedOf(id),
      createdAt: now.toISOString(),
      finishedAt: null,
      elapsedMs: 0,
      draft: "",
      scorecard: null,
    });
    const live = await this.#sessions.read(id);
    return live.ok ? ok(shownSession(live.value)) : failed({ said: "The session was removed at once." });
  }

  async session(id: string): Promise<Result<Session, "unknown-session">> {
    const live = await this.#sessions.read(id);
    return live.ok ? ok(shownSession(live.value)) : live;
  }

  /** Code and drawings of a mock as they grew, for its replay. */
  async work(id: string): Promise<Result<Work, "unknown-session">> {
    const live = await this.#sessions.read(id);
    return live.ok ? ok(workOf(live.value, this.#deps.providers)) : live;
  }

  begin(id: string, body: BeginBody): Shown {
    return this.#shown(this.#sessions.begin(id, body));
  }

  say(id: string, body: SayBody): Shown {
    return this.#shown(this.#sessions.say(id, body));
  }

  do(id: string, body: DoBody): Shown {
    return this.#shown(this.#sessions.do(id, body));
  }

  leave(id: string, body: FinishBody): Shown {
    return this.#shown(this.#sessions.leave(id, body));
  }

  finish(id: string, body: FinishBody): Shown {
    return this.#shown(this.#sessions.finish(id, body));
  }

  /** Once a second from an open page: keeps clock and draft, and lets the interviewer speak where it is time to. */
  async beat(id: string, body: BeatBody): Promise<Result<BeatAnswer, SessionFailure>> {
    const live = await this.#sessions.beat(id, body);
    if (!live.ok) return live;
    const { session, events } = live.value;
    return ok({ seq: events.length, elapsedMs: session.elapsedMs, finished: session.finishedAt !== null });
  }

  async remove(id: string): Promise<Result<InterviewHome, "unknown-session">> {
    if ((await this.#deps.repo.session(id)) === undefined) return failed("unknown-session");
    await this.#sessions.forget(id);
    await this.speech.forgetAll(id);
    return ok(await this.home());
  }

  /** What was told of one's own work in each mock, for the claim ledger. */
  async claimTexts(): Promise<ClaimSource[]> {
    const [sessions, said] = await Promise.all([this.#deps.repo.sessions(), this.#deps.repo.said()]);
    const bySession = Map.groupBy(said, ({ sessionId }) => sessionId);
    return sessions.flatMap((session) => toldOfOneself(session, bySession.get(session.id) ?? []));
  }

  exportTo(folder: string): Promise<number> {
    return exportInterviews(this.#deps.repo, folder);
  }

  /** Adds what `readExportedInterviews` read; doing it twice changes nothing. */
  restore(sessions: readonly WholeSession[]): Promise<void> {
    return this.#deps.repo.restore(sessions);
  }

  async #shown(outcome: Promise<Result<Live, SessionFailure | Refused>>): Shown {
    const live = await outcome;
    return live.ok ? ok(shownSession(live.value)) : live;
  }
}

/** 31 bits of the id, so that the same session says the same. */
function seedOf(id: string): number {
  return Number.parseInt(id.replaceAll("-", "").slice(-8), 16) & 0x7fff_ffff;
}
