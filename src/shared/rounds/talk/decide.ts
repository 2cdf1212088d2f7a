import { type Move, move } from "../move.ts";
import type { Ms, Over } from "../round.ts";
import { type Decided, MISSING, openTopic, type TalkState, type Topic, type TopicSoFar, withTopic } from "./talk.ts";

const MINUTE_MS = 60_000;
/** Below it two levels in a row end a round that goes deeper. */
const FAILED = 0.35;
/** With less left no new topic is opened. */
const LEAST_FOR_A_TOPIC_MS = 1.5 * MINUTE_MS;
const FEW_WORDS = 25;

/** What to do once something was said on the open topic: challenge, probe, help on, or leave it. */
export function decide(state: TalkState, now: Ms): Decided {
  const open = openTopic(state);
  if (!open) return close(state, "done");
  const { topic, so } = open;
  if (!hasTime(state, topic, now)) return moveOn(state, now);
  const wrong = so.reading?.mistaken.find(({ id }) => !so.challenged.includes(id));
  if (wrong && so.challenged.length === 0) return challenge(state, topic, wrong);
  const probe = nextProbe(state, topic, so);
  if (probe && worthAsking(so)) return ask(state, topic, probe);
  if (isStuck(so)) return helpOn(state, now);
  return probe && so.probed.length === 0 ? ask(state, topic, probe) : moveOn(state, now);
}

/** A hint where there is one to give, else the next topic. */
export function helpOn(state: TalkState, now: Ms): Decided {
  const open = openTopic(state);
  if (!open) return close(state, "done");
  const { topic, so } = open;
  if (!state.setup.style.hints || so.hinted || topic.hint === null) return moveOn(state, now);
  return asked(
    withTopic(state, () => ({ hinted: true })),
    [move("hint", { topic: topic.id, core: topic.hint })],
  );
}

/** Leaves the open topic for the next one, or ends the round. */
export function moveOn(state: TalkState, now: Ms): Decided {
  const left = withTopic(state, () => ({ closedAt: now }));
  const next = { ...left, at: state.at + 1 };
  if (failedTwice(left)) return close(left, "done");
  const topic = next.setup.topics[next.at];
  if (!topic) return close(left, "done");
  if (next.setup.minutes * MINUTE_MS - now < LEAST_FOR_A_TOPIC_MS) return close(left, "time");
  return openAt(next, now);
}

/** Opens the topic that the state stands at. */
export function openAt(state: TalkState, now: Ms): Decided {
  const open = openTopic(state);
  if (!open) return close(state, "done");
  const { topic } = open;
  const said = topic.opening === null ? [] : [move("open", { topic: topic.id, core: topic.opening })];
  return asked(
    withTopic(state, () => ({ openedAt: now })),
    [...said, move("ask", { topic: topic.id, about: state.at === 0 ? "first" : "", core: topic.ask })],
  );
}

/** Ends the round; one that has ended stays as it is. */
export function close(state: TalkState, why: Over): Decided {
  if (state.over !== null) return { state, moves: [] };
  return { state: { ...state, over: why }, moves: [move("close", { about: why })] };
}

/** Remembers what was asked, so that it can be said again and nudged about. */
function asked(state: TalkState, moves: Move[]): Decided {
  return { state: { ...state, lastCore: moves.at(-1)?.core ?? "", asked: state.asked + 1 }, moves };
}

function challenge(state: TalkState, topic: Topic, wrong: { id: string; span: { text: string } }): Decided {
  const quote = wrong.span.text.trim();
  return asked(
    withTopic(state, ({ challenged }) => ({ challenged: [...challenged, wrong.id] })),
    [
      move("challenge", {
        topic: topic.id,
        about: wrong.id,
        core: "Would you stand by that, and how would you check it?",
        quote,
      }),
    ],
  );
}

function ask(state: TalkState, topic: Topic, { about, ask: core }: { about: string; ask: string }): Decided {
  return asked(
    withTopic(state, ({ probed, reading }) => ({ probed: [...probed, { about, before: metOf(reading, about) }] })),
    [move("probe", { topic: topic.id, about, core })],
  );
}

/** The point worth most that was not made and not asked for yet. */
function nextProbe({ setup }: TalkState, topic: Topic, so: TopicSoFar): { about: string; ask: string } | undefined {
  if (so.probed.length >= setup.style.probes) return undefined;
  const worth = new Map(topic.points.map(({ id, points }) => [id, points]));
  const open = [...(so.reading?.probes ?? []), ...topic.probes].filter(
    ({ about, ask }) =>
      metOf(so.reading, about) < MISSING && so.probed.every((each) => each.about !== about && each.about !== ask),
  );
  return open.toSorted((a, b) => (worth.get(b.about) ?? 0) - (worth.get(a.about) ?? 0))[0];
}

/** No third question to somebody whom two brought nothing out of. */
function worthAsking({ probed, reading, said, lost }: TopicSoFar): boolean {
  if (said.length === 0 || lost > 1) return false;
  const gained = probed.map(({ about, before }) => metOf(reading, about) - before > 0.2);
  return !(gained.length >= 2 && gained.slice(-2).every((each) => !each));
}

function isStuck({ reading, said }: TopicSoFar): boolean {
  const words = said.map(({ text }) => text.split(/\s+/).length).reduce((sum, each) => sum + each, 0);
  return (reading?.score ?? 0) < FAILED && (said.length > 1 || words < FEW_WORDS);
}

function metOf(reading: TopicSoFar["reading"], about: string): number {
  return reading?.points.find(({ id }) => id === about)?.probability ?? 0;
}

function hasTime({ setup }: TalkState, topic: Topic, now: Ms): boolean {
  return setup.minutes * MINUTE_MS - now > MINUTE_MS / 2 && topic.minutes > 0;
}

function failedTwice({ setup, topics, at }: TalkState): boolean {
  if (!setup.style.deepens || at < 1) return false;
  return topics.slice(at - 1, at + 1).every(({ reading }) => (reading?.score ?? 0) < FAILED);
}
