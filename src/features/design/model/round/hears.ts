import { unreachable } from "../../../../lib/unreachable.ts";
import { countInsult } from "../../../../shared/rounds/conduct.ts";
import { move } from "../../../../shared/rounds/move.ts";
import type { Reading } from "../../../../shared/rounds/reading.ts";
import type { Ms, Said } from "../../../../shared/rounds/round.ts";
import { followUpTo, lacksSomething } from "./follow-up.ts";
import { close, endOf, goOn, goOnForTime } from "./lead.ts";
import { asking, type Decided, type DesignState, openPrompt, quiet, saying, withPrompt } from "./state.ts";

/** So many turns of the first phase without a question that is known, and it is time to go on. */
const MOST_IDLE_TURNS = 4;
/** A question is left after so many turns that led nowhere. */
const MOST_LOST = 2;

/** What the interviewer does about words. Those that come late are heard for what was asked, and then it goes on. */
export function heard(state: DesignState, said: Said, now: Ms): Decided {
  const turns = state.turns + (said.text.trim() === "" ? 0 : 1);
  const told = tell({ ...state, turns, note: null }, said);
  const done = respond(told.state, said, { now, told: told.moves.length > 0 });
  const moves = [...told.moves, ...done.moves];
  const late = done.state.over === null && done.state.phase === state.phase && now >= endOf(state);
  if (!late) return { state: done.state, moves };
  const next = goOnForTime(done.state, now);
  return { state: next.state, moves: [...moves, ...next.moves] };
}

/** Answers what was asked for: each fact once, and again only as a repetition. */
function tell(state: DesignState, { seq, text, reading }: Said): Decided {
  if (reading.facts.length === 0) return quiet(state);
  const known = new Set(state.facts.map(({ id }) => id));
  const found = reading.facts.flatMap(({ id }) => state.setup.facts.find((fact) => fact.id === id) ?? []);
  const moves = found.map(({ id, answer }) =>
    known.has(id)
      ? move("repeat", { topic: state.phase, about: id, core: answer })
      : move("inform", { topic: state.phase, about: id, core: answer }),
  );
  const fresh = found.filter(({ id }) => !known.has(id));
  const early = state.runs.length === 0;
  const facts = [...state.facts, ...fresh.map(({ id }) => ({ seq, text, id, early }))];
  return { state: { ...state, facts, offered: null, idleTurns: fresh.length > 0 ? 0 : state.idleTurns }, moves };
}

type Turn = { now: Ms; told: boolean };

function respond(state: DesignState, said: Said, { now, told }: Turn): Decided {
  const { intent } = said.reading;
  const topic = state.phase;
  switch (intent) {
    case "answers":
      return answered(state, said, { now, told });
    case "asks":
      return told ? quiet(state) : unknownQuestion(state, said.reading, now);
    case "wants-repeat":
      return { state, moves: [move("repeat", { topic, core: state.lastCore })] };
    case "wants-hint":
      return saying(state, move("decline", { topic, about: "hint" }));
    case "wants-answer":
      return saying(state, move("decline", { topic, about: "answer" }));
    case "thinks":
      return saying(state, move("wait", { topic }));
    case "is-done":
      return goOn(state, now);
    case "stuck":
      return topic === "design" ? saying(state, move("decline", { topic, about: "hint" })) : goOn(state, now);
    case "says-nothing":
      // over a sheet and a drawing people are silent
      return topic === "design" || topic === "estimate" ? quiet(state) : goOn(state, now);
    case "strays":
    case "retells":
      return lost(state, saying(state, move("redirect", { topic })), now);
    case "instructs":
      return lost(state, saying(state, move("decline", { topic, about: "instructions" })), now);
    case "insults":
      return insulted(state);
    default:
      return unreachable(intent);
  }
}

function answered(state: DesignState, said: Said, turn: Turn): Decided {
  const open = openPrompt(state);
  if (open) return promptAnswered(state, said, turn.now);
  if (state.phase === "clarify") return turn.told ? quiet(state) : idle(state, turn.now);
  const aloud = state.phase === "design" ? [...state.aloud, { seq: said.seq, text: said.text }] : state.aloud;
  const kept = { ...state, aloud };
  return turn.told ? quiet(kept) : saying(kept, move("listen", { topic: state.phase }));
}

/** Asks on where a claim is mistaken or something is missing, once each; else goes on. */
function promptAnswered(state: DesignState, { seq, text, reading }: Said, now: Ms): Decided {
  const known = withPrompt(state, (so) => ({
    said: [...so.said, { seq, text }],
    reading: keepBetter(so.reading, reading),
  }));
  const open = openPrompt(known);
  if (!open || now >= open.so.endsAt) return goOn(known, now);
  const { prompt, so } = open;
  const wrong = reading.mistaken[0];
  if (wrong && !so.challenged)
    return asking(
      withPrompt(known, () => ({ challenged: true })),
      [
        move("challenge", {
          topic: prompt.id,
          about: wrong.id,
          core: "Would you stand by that, and how would you check it?",
          quote: wrong.span.text.trim(),
        }),
      ],
    );
  const isWritten = known.setup.written.some(({ id }) => id === prompt.id);
  if (!isWritten || so.followedUp || !lacksSomething(prompt, so.reading)) return goOn(known, now);
  return asking(
    withPrompt(known, () => ({ followedUp: true })),
    [move("probe", { topic: prompt.id, about: prompt.dimension, core: followUpTo(prompt) })],
  );
}

/** What was said once stays said: more words around it must not make it worth less, but for a mistake in them. */
function keepBetter(before: Reading | null, fresh: Reading): Reading {
  if (!before) return fresh;
  const points = fresh.points.map((point) => {
    const earlier = before.points.find(({ id }) => id === point.id);
    return earlier && earlier.probability > point.probability ? earlier : point;
  });
  return { ...fresh, points, score: Math.max(fresh.score, fresh.mistaken.length > 0 ? 0 : before.score) };
}

/** A question that no fact answers: asked back where a heading is near, else left to the candidate. */
function unknownQuestion(state: DesignState, { probes }: Reading, now: Ms): Decided {
  const guess = probes[0];
  if (guess && !state.offeredBefore.includes(guess.about)) {
    const offered = { ...state, offered: guess.about, offeredBefore: [...state.offeredBefore, guess.about] };
    return { state: offered, moves: [move("comment", { topic: state.phase, about: guess.about, core: guess.ask })] };
  }
  const left = saying({ ...state, offered: null }, move("leave-open", { topic: state.phase }));
  return state.phase === "clarify" ? counted(left, now) : left;
}

/** Words in the first phase that ask for nothing. */
function idle(state: DesignState, now: Ms): Decided {
  return counted(saying(state, move("listen", { topic: state.phase })), now);
}

function counted({ state, moves }: Decided, now: Ms): Decided {
  const next = { ...state, idleTurns: state.idleTurns + 1 };
  return next.idleTurns >= MOST_IDLE_TURNS ? goOn(next, now) : { state: next, moves };
}

function lost(state: DesignState, said: Decided, now: Ms): Decided {
  if (state.phase === "clarify") return counted(said, now);
  const open = openPrompt(state);
  if (!open) return said;
  const led = withPrompt(said.state, (so) => ({ lost: so.lost + 1 }));
  return open.so.lost + 1 >= MOST_LOST ? goOn(led, now) : { state: led, moves: said.moves };
}

function insulted(state: DesignState): Decided {
  const { insults, warning } = countInsult(state.insults);
  const counted = { ...state, insults };
  return warning === null ? close(counted, "conduct") : { state: counted, moves: [warning] };
}
