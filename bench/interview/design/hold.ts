import type { ShownDesign } from "../../../src/features/design/model/round/shown.ts";
import type { InterviewRoom } from "../../../src/features/interview/index.ts";
import type { Session } from "../../../src/features/interview/schema.ts";
import { seededRandom } from "../../../src/lib/random.ts";
import { taken } from "../hold.ts";
import type { DESIGN_CANDIDATES, Deed } from "./candidates.ts";
import type { KnownCase } from "./known-case.ts";

const MINUTES = 60;
const MOST_DEEDS = 120;
const WORDS_A_SECOND = 2.5;
const THOUGHT_SECONDS = 8;
/** How long something takes that is not said. */
const SECONDS: Record<string, number> = { estimates: 240, design: 480, run: 60, "go-on": 5 };

type Held = { seed: number; role: string; difficulty: number; candidate: (typeof DESIGN_CANDIDATES)[string] };

/** A design round, held by a scripted candidate from its beginning to its end. */
export async function holdDesign(
  room: InterviewRoom,
  { seed, role, difficulty, candidate }: Held,
  known: readonly KnownCase[],
): Promise<Session> {
  const random = seededRandom(seed);
  const settings = { persona: "warm" as const, nudgeAfterSeconds: 60, interrupts: false };
  const rounds = [{ kind: "design" as const, title: "Design", minutes: MINUTES, breakMinutes: 0 }];
  const plan = { title: "Design", role, difficulty, rounds, settings };
  let session = taken(await room.create(plan, { seed }));
  const { id } = session;
  session = taken(await room.begin(id, { event: "event-begin", after: session.seq }));
  let before = "";
  let count = 0;
  for (let deed = 0; deed < MOST_DEEDS && session.finishedAt === null; deed++) {
    const turn = session.turns.findLast(({ who }) => who === "interviewer");
    const shown = session.rounds[0]?.shown as ShownDesign;
    const found = known.find(({ title }) => title === shown.title);
    if (!turn || !found) break;
    count = shown.question === before ? count + 1 : 0;
    before = shown.question;
    const asked = session.turns.findLast(({ act }) => act === "ask")?.text ?? "";
    const next = candidate?.({ shown, turn, asked, known: found, random, count });
    session = await take(room, session, { deed, next });
    if (session.finishedAt !== null) break;
    const beat = await room.beat(id, { after: session.seq, elapsedMs: session.elapsedMs, idleMs: 0 });
    if (beat.ok && beat.value.seq !== session.seq) session = taken(await room.session(id));
  }
  if (session.finishedAt !== null) return session;
  return taken(await room.finish(id, { event: "event-end", after: session.seq, elapsedMs: session.elapsedMs }));
}

async function take(
  room: InterviewRoom,
  session: Session,
  { deed, next = { say: "" } }: { deed: number; next: Deed | undefined },
): Promise<Session> {
  const seconds =
    "say" in next ? THOUGHT_SECONDS + next.say.split(/\s+/).length / WORDS_A_SECOND : (SECONDS[next.do.type] ?? 0);
  const sent = { event: `event-${deed}`, after: session.seq, elapsedMs: session.elapsedMs + seconds * 1000 };
  return "say" in next
    ? taken(await room.say(session.id, { ...sent, text: next.say, spoken: null }))
    : taken(await room.do(session.id, { ...sent, action: next.do }));
}
