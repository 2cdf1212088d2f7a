import type { RoundProvider } from "../../shared/rounds/provider.ts";
import { type Live, takeIn } from "./live.ts";
import type { Work } from "./schema.ts";
import type { EventBody } from "./stored.ts";

type Made = Work["rounds"][number];

/** What was made beside the talk, as the log makes it anew: a moment for each change and for each thing that was tried. */
export function workOf({ session, events }: Live, providers: readonly RoundProvider[]): Work {
  const again: Live = { session, events: [], rounds: session.rounds.map(() => undefined) };
  const places = new Map<string, number>();
  const rounds = new Map<number, Made>();
  for (const event of events) {
    takeIn(again, event, providers);
    const held = again.rounds[event.round];
    const work = held?.provider.work;
    const cause = causeOf(event, events);
    if (!held || !work || !cause) continue;
    const made = rounds.get(event.round) ?? { round: event.round, language: work.language, moments: [] };
    rounds.set(event.round, made);
    const standing = work.textOf(held.state);
    const text = places.get(standing) ?? places.size;
    const verdict = cause.body.kind === "did" ? work.verdictOf(cause.body.action, outcomeIn(event.body)) : null;
    if (verdict === null && made.moments.at(-1)?.text === text) continue;
    places.set(standing, text);
    made.moments.push({ seq: cause.seq, atMs: cause.atMs, text, verdict });
  }
  return { texts: [...places.keys()], rounds: [...rounds.values()] };
}

/** When it was done, not when the judge was through with it. */
function causeOf(event: Live["events"][number], events: Live["events"]): Live["events"][number] | undefined {
  if (event.body.kind === "opened") return event;
  return event.body.kind === "done" ? events[event.body.of - 1] : undefined;
}

function outcomeIn(body: EventBody): unknown {
  return body.kind === "done" ? body.outcome : null;
}
