import type { RoundProvider } from "../../shared/rounds/provider.ts";
import type { Over, Step } from "../../shared/rounds/round.ts";
import type { StoredEvent, StoredSession } from "./stored.ts";

/** A round as far as it has come. */
type LiveRound = {
  provider: RoundProvider;
  state: unknown;
  over: Over | null;
  difficulty: number;
  items: { id: string; part: "practice" | "holdout" }[];
  lastMs: number;
};

/** A session with its log, and what follows from it. */
export type Live = {
  session: StoredSession;
  events: StoredEvent[];
  /** By the place of the round; undefined until it is opened. */
  rounds: (LiveRound | undefined)[];
};

type Unknown = Step<unknown>;

/** A session as its log makes it. */
export function replay(
  session: StoredSession,
  events: readonly StoredEvent[],
  providers: readonly RoundProvider[],
): Live {
  const live: Live = { session, events: [], rounds: session.rounds.map(() => undefined) };
  for (const event of events) takeIn(live, event, providers);
  return live;
}

/** Adds an event to the log in memory and moves its round on; returns what the interviewer does about it. */
export function takeIn(live: Live, event: StoredEvent, providers: readonly RoundProvider[]): Unknown["moves"] {
  live.events.push(event);
  const step = stepFor(live, event, providers);
  const round = live.rounds[event.round];
  if (round) round.lastMs = Math.max(round.lastMs, event.atMs);
  if (!step || !round) return [];
  round.state = step.state;
  round.over = step.over;
  return step.moves;
}

function stepFor(
  live: Live,
  { round: at, atMs, body }: StoredEvent,
  providers: readonly RoundProvider[],
): Unknown | undefined {
  if (body.kind === "opened") {
    const provider = providers.find(({ kind }) => kind === live.session.rounds[at]?.kind);
    if (!provider) return undefined;
    const { difficulty, items } = body;
    live.rounds[at] = { provider, state: undefined, over: null, difficulty, items, lastMs: atMs };
    return provider.round.start(body.setup, atMs);
  }
  const open = live.rounds[at];
  if (!open) return undefined;
  const { provider, state } = open;
  const { round } = provider;
  switch (body.kind) {
    case "heard": {
      const said = bodyAt(live, body.of);
      return said?.kind === "said"
        ? round.candidateSays(state, { seq: body.of, text: said.text, reading: body.reading }, atMs)
        : undefined;
    }
    case "done": {
      const did = bodyAt(live, body.of);
      return did?.kind === "did"
        ? round.candidateDoes(state, { seq: body.of, action: did.action, outcome: body.outcome }, atMs)
        : undefined;
    }
    case "beat":
      return round.tick(state, body, atMs);
    case "left":
      return round.finish(state, atMs);
    default:
      return undefined;
  }
}

function bodyAt(live: Live, seq: number): StoredEvent["body"] | undefined {
  return live.events[seq - 1]?.body;
}

export function lastSeq({ events }: Live): number {
  return events.at(-1)?.seq ?? 0;
}

/** Place of the round that runs; undefined before the first, between two and at the end. */
export function currentRound({ rounds }: Live): number | undefined {
  const at = rounds.findIndex((round) => round !== undefined && round.over === null);
  return at === -1 ? undefined : at;
}

/** Place of the next round that was not opened yet. */
export function nextRound({ rounds }: Live): number | undefined {
  const at = rounds.indexOf(undefined);
  return at === -1 ? undefined : at;
}

/** What the candidate said or did and nobody has taken up yet: one thing at most, and after a crash it may be there. */
export function pending(live: Live): StoredEvent | undefined {
  const taken = new Set(
    live.events.flatMap(({ body }) => (body.kind === "heard" || body.kind === "done" ? [body.of] : [])),
  );
  return live.events.find(({ seq, body }) => (body.kind === "said" || body.kind === "did") && !taken.has(seq));
}

/** What the interviewer has said so far. */
export function spokenBefore({ events }: Live): string[] {
  return events.flatMap(({ body }) => (body.kind === "spoke" ? [body.text] : []));
}
