import type { InterviewRoom } from "../../src/features/interview/index.ts";
import { ROUND_TITLES, type RoundKind, type Session } from "../../src/features/interview/schema.ts";
import { seededRandom } from "../../src/lib/random.ts";
import type { Candidate } from "./candidates.ts";
import type { Known } from "./known-answers.ts";

const MINUTES = 45;
const MOST_TURNS = 80;
const WORDS_A_SECOND = 2.5;
const THOUGHT_SECONDS = 8;

type Held = { kind: RoundKind; seed: number; role: string; candidate: Candidate };

/** One round, held by a scripted candidate from its beginning to its end. */
export async function holdRound(
  room: InterviewRoom,
  { kind, seed, role, candidate }: Held,
  known: readonly Known[],
): Promise<Session> {
  const random = seededRandom(seed);
  const settings = { persona: "warm" as const, nudgeAfterSeconds: 60, interrupts: false };
  const planned = { kind, title: ROUND_TITLES[kind], minutes: MINUTES, breakMinutes: 0 };
  const created = await room.create({ title: kind, role, difficulty: 3, rounds: [planned], settings }, { seed });
  let session = taken(created);
  const { id } = session;
  session = taken(await room.begin(id, { event: "event-begin", after: session.seq }));
  let asked = "";
  let count = 0;
  for (let turn = 0; turn < MOST_TURNS && session.finishedAt === null; turn++) {
    const last = session.turns.findLast(({ who }) => who === "interviewer");
    if (!last) break;
    const found = known.find(({ ask }) => session.turns.findLast(({ act }) => act === "ask")?.text.includes(ask));
    count = found?.ask === asked ? count + 1 : 0;
    asked = found?.ask ?? "";
    const text = candidate({ turn: last, known: found, random, count });
    const seconds = THOUGHT_SECONDS + text.split(/\s+/).length / WORDS_A_SECOND;
    const sent = { event: `event-${turn}`, after: session.seq, elapsedMs: session.elapsedMs + seconds * 1000 };
    session = taken(await room.say(id, { ...sent, text, spoken: null }));
    if (session.finishedAt !== null) break;
    const beat = await room.beat(id, { after: session.seq, elapsedMs: session.elapsedMs, idleMs: 0 });
    if (beat.ok && beat.value.seq !== session.seq) session = taken(await room.session(id));
  }
  if (session.finishedAt !== null) return session;
  return taken(await room.finish(id, { event: "event-end", after: session.seq, elapsedMs: session.elapsedMs }));
}

export function taken<Reason>(outcome: { ok: true; value: Session } | { ok: false; reason: Reason }): Session {
  if (outcome.ok) return outcome.value;
  throw new Error(`the mock could not go on: ${JSON.stringify(outcome.reason)}`);
}
