import type { InterviewRoom } from "../../src/features/interview/index.ts";
import { ROUND_TITLES, type RoundKind, type Session } from "../../src/features/interview/schema.ts";
import { seededRandom } from "../../src/lib/random.ts";
import type { CodingCandidate, Step } from "./coding-candidates.ts";
import { taken } from "./hold.ts";

const MINUTES = 60;
const MOST_STEPS = 150;
const WORDS_A_SECOND = 2.5;
const THOUGHT_SECONDS = 8;

type Held<Known> = { kind: RoundKind; seed: number; role: string; candidate: CodingCandidate<Known> };

/** One round with code, held by a scripted candidate from its beginning to its end. */
export async function holdCodingRound<Known>(
  room: InterviewRoom,
  { kind, seed, role, candidate }: Held<Known>,
  known: ReadonlyMap<string, Known>,
): Promise<Session> {
  const settings = { persona: "warm" as const, nudgeAfterSeconds: 60, interrupts: false };
  const planned = { kind, title: ROUND_TITLES[kind], minutes: MINUTES, breakMinutes: 0 };
  const created = await room.create(
    { title: kind, role, difficulty: 1 + (seed % 5), rounds: [planned], settings },
    { seed },
  );
  let session = taken(created);
  const { id } = session;
  session = taken(await room.begin(id, { event: "event-begin", after: session.seq }));
  const title = titleOf(session);
  const problem = known.get(title);
  if (!problem) throw new Error(`no candidate knows ${title}`);
  const steps = candidate(problem, seededRandom(seed));
  let next = steps.next(session);
  for (let at = 0; at < MOST_STEPS && !next.done && session.finishedAt === null; at++) {
    session = await take(room, session, { step: next.value, event: `event-${at}` });
    next = steps.next(session);
  }
  if (session.finishedAt !== null) return session;
  return taken(await room.finish(id, { event: "event-end", after: session.seq, elapsedMs: session.elapsedMs }));
}

async function take(
  room: InterviewRoom,
  session: Session,
  { step, event }: { step: Step; event: string },
): Promise<Session> {
  const seconds = secondsOf(step);
  const sent = { event, after: session.seq, elapsedMs: session.elapsedMs + seconds * 1000 };
  let now = session;
  if ("say" in step) now = taken(await room.say(session.id, { ...sent, text: step.say, spoken: null }));
  else if ("do" in step) now = taken(await room.do(session.id, { ...sent, action: step.do }));
  if (now.finishedAt !== null) return now;
  const idleMs = "wait" in step ? step.wait * 1000 : 0;
  await room.beat(session.id, { after: now.seq, elapsedMs: Math.max(now.elapsedMs, sent.elapsedMs), idleMs });
  return taken(await room.session(session.id));
}

function secondsOf(step: Step): number {
  if ("wait" in step) return step.wait;
  if ("do" in step) return step.seconds;
  return THOUGHT_SECONDS + step.say.split(/\s+/).length / WORDS_A_SECOND;
}

function titleOf({ rounds }: Session): string {
  return (rounds[0]?.shown as { title: string } | undefined)?.title ?? "";
}
