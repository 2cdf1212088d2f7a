import { unreachable } from "../../../lib/unreachable.ts";
import { countInsult } from "../conduct.ts";
import { type Act, type Move, move } from "../move.ts";
import type { Intent, Reading } from "../reading.ts";
import { withRemark } from "../remarks.ts";
import type { Beat, Ms, Round, Said, Step } from "../round.ts";
import { dueCall } from "../time-calls.ts";
import { assessTalk } from "./assess-talk.ts";
import { close, decide, helpOn, moveOn, openAt } from "./decide.ts";
import { type Decided, NEW_TOPIC, openTopic, type TalkSetup, type TalkState, withTopic } from "./talk.ts";

const MINUTE_MS = 60_000;
/** Somebody who was led back so often is not asked again: the next topic. */
const MOST_LED_BACK = 4;
const LONG_ANSWER_WORDS = 260;

/** A round that is a talk: topics one after another, each asked about until enough is known of it. */
export const talkRound: Round<TalkSetup, TalkState> = {
  start(setup, now) {
    const state: TalkState = {
      setup,
      at: 0,
      topics: setup.topics.map(() => NEW_TOPIC),
      insults: 0,
      remarks: {},
      ledBack: 0,
      lastCore: "",
      asked: 0,
      nudgedAt: 0,
      called: [],
      over: null,
    };
    return stepOf(openAt(state, now));
  },
  candidateSays: (state, said, now) => stepOf(state.over === null ? heard(state, said, now) : { state, moves: [] }),
  candidateDoes: (state) => stepOf({ state, moves: [] }),
  tick: (state, beat, now) => stepOf(state.over === null ? passed(state, beat, now) : { state, moves: [] }),
  finish: (state, now) =>
    stepOf(
      close(
        withTopic(state, () => ({ closedAt: now })),
        "candidate",
      ),
    ),
  assess: assessTalk,
};

function stepOf({ state, moves }: Decided): Step<TalkState> {
  return { state, moves, over: state.over };
}

function heard(state: TalkState, said: Said, now: Ms): Decided {
  const open = openTopic(state);
  if (!open) return close(state, "done");
  const { topic, so } = open;
  const { intent, facts } = said.reading;
  const say = (act: Act, about = "", core = "") => remarked(state, move(act, { topic: topic.id, about, core }), now);
  switch (intent) {
    case "answers":
      return answered(state, said, now);
    case "asks":
      if (facts.every(({ id }) => so.informed.includes(id))) return say("leave-open", facts[0]?.id ?? "");
      return told(state, facts);
    case "wants-repeat":
      return say("repeat", "", state.lastCore);
    case "wants-hint":
      return so.hinted || !state.setup.style.hints || topic.hint === null ? say("decline", "hint") : helpOn(state, now);
    case "wants-answer":
      return say("decline", "answer");
    case "thinks":
      return say("wait");
    case "is-done":
      return so.said.length === 0 ? lost(state, intent, now) : moveOn(state, now);
    case "stuck":
    case "says-nothing":
    case "strays":
    case "retells":
      return lost(state, intent, now);
    case "instructs":
      return instructed(state, now);
    case "insults":
      return insulted(state);
    default:
      return unreachable(intent);
  }
}

/** Says it in words that were not used yet; whoever has used them all up is waited for or, without an answer, taken on. */
function remarked(state: TalkState, said: Move, now: Ms): Decided {
  const remarks = withRemark(state.remarks, said);
  if (remarks) return { state: { ...state, remarks }, moves: [said] };
  return said.act === "wait" ? { state, moves: [] } : moveOn(state, now);
}

/** Tells what was asked for, each fact once. */
function told(state: TalkState, facts: Reading["facts"]): Decided {
  const open = openTopic(state);
  const fresh = facts.filter(({ id }) => !open?.so.informed.includes(id));
  return {
    state: withTopic(state, ({ informed }) => ({ informed: [...informed, ...fresh.map(({ id }) => id)] })),
    moves: fresh.map(({ id, answer }) => move("inform", { topic: open?.topic.id ?? "", about: id, core: answer })),
  };
}

/** An answer replaces the reading of the topic: it is one of all that was said about it. */
function answered(state: TalkState, { seq, text, reading }: Said, now: Ms): Decided {
  const known = withTopic(state, ({ said }) => ({ said: [...said, { seq, text }], reading: keepBetter(reading) }));
  const informed = told(known, reading.facts);
  const decided = decide(informed.state, now);
  return { ...decided, moves: [...informed.moves, ...decided.moves] };

  // What was said once stays said: more words around it must not make it worth less.
  function keepBetter(fresh: Reading): Reading {
    const before = openTopic(state)?.so.reading;
    if (!before) return fresh;
    const points = fresh.points.map((point) => {
      const earlier = before.points.find(({ id }) => id === point.id);
      return earlier && earlier.probability > point.probability ? earlier : point;
    });
    return { ...fresh, points, score: Math.max(fresh.score, fresh.mistaken.length > 0 ? 0 : before.score) };
  }
}

/** A turn that led nowhere: help once, lead back once, then the next topic. */
function lost(state: TalkState, intent: Intent, now: Ms): Decided {
  const elsewhere = intent === "strays" || intent === "retells";
  const counted = withTopic(state, ({ lost, strayed }) => ({ lost: lost + 1, strayed: strayed + Number(elsewhere) }));
  const turns = openTopic(counted)?.so.lost ?? 0;
  // one story for two questions is no second story
  const redirect = { act: "redirect" as const, about: intent === "retells" ? "retold" : "" };
  if (elsewhere) return turns > 1 ? moveOn(counted, now) : ledBack(counted, redirect, now);
  const open = openTopic(counted);
  if (open && open.so.said.length > 0) return moveOn(counted, now);
  return helpOn(counted, now);
}

/** Orders to the interviewer change nothing, and the question stays open once. */
function instructed(state: TalkState, now: Ms): Decided {
  const counted = withTopic(state, ({ lost, strayed }) => ({ lost: lost + 1, strayed: strayed + 1 }));
  const open = openTopic(counted);
  const decline = { act: "decline" as const, about: "instructions" };
  return !open || open.so.lost > 1 ? moveOn(counted, now) : ledBack(counted, decline, now);
}

function ledBack(state: TalkState, { act, about }: Pick<Move, "act" | "about">, now: Ms): Decided {
  if (state.ledBack >= MOST_LED_BACK) return moveOn(state, now);
  const topic = openTopic(state)?.topic.id ?? "";
  return { state: { ...state, ledBack: state.ledBack + 1 }, moves: [move(act, { topic, about })] };
}

function insulted(state: TalkState): Decided {
  const { insults, warning } = countInsult(state.insults);
  const counted = { ...withTopic(state, ({ strayed }) => ({ strayed: strayed + 1 })), insults };
  return warning === null ? close(counted, "conduct") : { state: counted, moves: [warning] };
}

/** Time: the end, a call, a nudge after a long silence, a cut into a long answer. Never two at once. */
function passed(state: TalkState, { idleMs, draftWords }: Beat, now: Ms): Decided {
  const { setup } = state;
  const leftMs = setup.minutes * MINUTE_MS - now;
  if (leftMs <= 0)
    return close(
      withTopic(state, () => ({ closedAt: now })),
      "time",
    );
  const call = dueCall({ minutes: setup.minutes, called: state.called }, leftMs);
  if (call)
    return {
      state: { ...state, called: call.called },
      moves: [move("call-time", { about: `${call.leftMinutes}` })],
    };
  const open = openTopic(state);
  if (setup.interrupts && draftWords >= LONG_ANSWER_WORDS && open && !open.so.cutIn)
    return { state: withTopic(state, () => ({ cutIn: true })), moves: [move("interrupt", { topic: open.topic.id })] };
  if (setup.nudgeAfterMs !== null && idleMs >= setup.nudgeAfterMs && state.nudgedAt < state.asked)
    return { state: { ...state, nudgedAt: state.asked }, moves: [move("nudge", { topic: open?.topic.id ?? "" })] };
  return { state, moves: [] };
}
