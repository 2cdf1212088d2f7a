import type { InterviewDeps } from "./deps.ts";
import { currentRound, type Live, lastSeq } from "./live.ts";
import { coachingFor, type SpokenTurn } from "./model/delivery.ts";
import type { Loop, RoundView, Session, SessionSummary, Turn } from "./schema.ts";
import type { StoredEvent, StoredSession } from "./stored.ts";

/** The session as its page shows it. Nothing of what is listened for is in it before the end. */
export function shownSession(live: Live): Session {
  const { session } = live;
  return {
    id: session.id,
    title: session.title,
    role: session.role,
    settings: session.settings,
    createdAt: session.createdAt,
    finishedAt: session.finishedAt,
    seq: lastSeq(live),
    current: currentRound(live) ?? null,
    elapsedMs: session.elapsedMs,
    draft: session.draft,
    rounds: session.rounds.map((planned, at): RoundView => {
      const round = live.rounds[at];
      const state = round === undefined ? "planned" : round.over === null ? "running" : "over";
      return {
        ...planned,
        state,
        difficulty: round?.difficulty ?? null,
        over: round?.over ?? null,
        shown: round ? round.provider.shown(round.state) : null,
      };
    }),
    turns: live.events.flatMap((event) => turnOf(event, live.rounds[event.round])),
    scorecard: session.scorecard,
    coaching: session.finishedAt === null ? null : coachingFor(live.events.flatMap(spokenTurn)),
  };
}

function spokenTurn({ body }: StoredEvent): SpokenTurn[] {
  return body.kind === "said" && body.spoken ? [{ text: body.text, ...body.spoken }] : [];
}

function turnOf({ seq, round, atMs, body }: StoredEvent, held: Live["rounds"][number]): Turn[] {
  if (body.kind === "said") return [{ seq, round, atMs, who: "candidate", act: null, text: body.text, did: null }];
  if (body.kind === "spoke")
    return [{ seq, round, atMs, who: "interviewer", act: body.move.act, text: body.text, did: null }];
  if (body.kind !== "did") return [];
  const told = held?.provider.tells ? held.provider.tells(body.action) : (body.action as Turn["did"]);
  return told === null ? [] : [{ seq, round, atMs, who: "candidate", act: null, text: "", did: told }];
}

export function summaryOf(session: StoredSession, held: ReadonlySet<number>): SessionSummary {
  return {
    id: session.id,
    title: session.title,
    role: session.role,
    createdAt: session.createdAt,
    finishedAt: session.finishedAt,
    rounds: session.rounds.map(({ kind, title, minutes }, at) => ({ kind, title, minutes, held: held.has(at) })),
    score: session.scorecard?.score ?? null,
    recommendation: session.scorecard?.recommendation ?? null,
  };
}

/** The loop of each role, ready to be changed and begun. */
export function loopsOf({ roles, providers }: Pick<InterviewDeps, "roles" | "providers">): Loop[] {
  const kinds = new Set(providers.map(({ kind }) => kind));
  return roles.map(({ id, title, as_of, note, loop }) => ({
    role: id,
    title,
    asOf: as_of,
    note,
    rounds: loop.map(({ round, kind, minutes, dimensions }, at) => ({
      kind,
      title: sentence(round),
      minutes,
      breakMinutes: at === 0 ? 0 : BREAK_MINUTES,
      available: kinds.has(kind),
      note: dimensions.join(", "),
    })),
  }));
}

const BREAK_MINUTES = 5;

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
