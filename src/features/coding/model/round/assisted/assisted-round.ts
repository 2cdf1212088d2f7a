import { move } from "../../../../../shared/rounds/move.ts";
import type { Ms, Round, Said } from "../../../../../shared/rounds/round.ts";
import type { AssistedAction, RoundAction } from "../../../schema.ts";
import { codingRound } from "../coding-round.ts";
import { isDone } from "../hear.ts";
import { askOnce, both } from "../lead.ts";
import type { RoundOutcome } from "../outcome.ts";
import { type CodingState, close, type Decided, MET } from "../state.ts";
import { assessAssisted } from "./assess-assisted.ts";
import { type AssistantAnswer, codeOf, type Proposed } from "./assistant.ts";
import type { AssistedOutcome } from "./assisted-outcome.ts";
import {
  type AssistedDecided,
  type AssistedSetup,
  type AssistedState,
  assistedStep,
  inDoubt,
  metFaults,
  newAssisted,
  proposalOf,
  within,
} from "./assisted-state.ts";
import { mergeCode } from "./merge-code.ts";

const ASK =
  "Read the task, ask me whatever is unclear, and tell me how you would split it and what you would ask for first.";
const UNTRUSTED = "Which of the assistant's proposals did you not trust, and why?";
const UNTRUSTED_ID = "untrusted";
/** A split is told once so many parts are named. */
const PARTS_OF_A_PLAN = 2;

/** A round with an assistant that proposes code: the coding round, and what is asked of the assistant, taken from it and said about it. */
export const assistedRound: Round<AssistedSetup, AssistedState> = {
  start(setup, now) {
    const state = newAssisted(setup);
    const { minutes, item } = setup.coding;
    const core = `${setup.assistant.opening.trim()} The task is called “${item.title}”, and we have ${minutes} minutes. ${ASK}`;
    const coding = { ...state.coding, lastCore: ASK, progressAtMs: now };
    const moves = [move("open", { topic: item.slug, about: "approach", core })];
    return assistedStep({ state: { ...state, coding }, moves });
  },
  candidateSays(state, said, now) {
    const heard = listened(state, said);
    return assistedStep(led(state, within(heard, codingRound.candidateSays(state.coding, said, now)), now));
  },
  candidateDoes(state, { seq, action, outcome }, now) {
    // both have passed the provider: what it admits and what it gives back
    const done = { seq, action: action as AssistedAction, outcome: outcome as AssistedOutcome };
    if (state.coding.over !== null) return assistedStep(within(state, draftOf(state, done, now)));
    return assistedStep(led(state, did(state, done, now), now));
  },
  tick: (state, beat, now) => assistedStep(led(state, within(state, codingRound.tick(state.coding, beat, now)), now)),
  finish: (state) => assistedStep(within(state, close(state.coding, "candidate"))),
  assess: assessAssisted,
};

type Done = { seq: number; action: AssistedAction; outcome: AssistedOutcome };

function did(state: AssistedState, { seq, action, outcome }: Done, now: Ms): AssistedDecided {
  if (action.type === "ask-assistant") {
    const answer = "type" in outcome && outcome.type === "answered" ? outcome.answer : null;
    if (answer === null) return within(state, inner(state.coding, { seq, outcome }, now));
    return { state: requested(state, { seq, text: action.text, answer }, now), moves: [] };
  }
  if (action.type === "take") return taken(state, { seq, action }, now);
  const decided = within(state, inner(state.coding, { seq, action, outcome }, now));
  const asks = action.type === "run" || isHeldBack(action, outcome);
  return asks ? doubting(state, decided, now) : decided;
}

/** After the end only what was never handed in is judged. */
function draftOf({ coding }: AssistedState, { seq, action, outcome }: Done, now: Ms): Decided {
  return action.type === "submit" ? inner(coding, { seq, action, outcome }, now) : { state: coding, moves: [] };
}

type Inner = { seq: number; action?: RoundAction; outcome: AssistedOutcome };

function inner(
  coding: CodingState,
  { seq, action = { type: "code", code: coding.code }, outcome }: Inner,
  now: Ms,
): Decided {
  return codingRound.candidateDoes(coding, { seq, action, outcome: outcome as RoundOutcome }, now);
}

function isHeldBack({ type }: AssistedAction, outcome: AssistedOutcome): boolean {
  return type === "submit" && "type" in outcome && outcome.type === "not-judged";
}

function requested(
  state: AssistedState,
  { seq, text, answer }: { seq: number; text: string; answer: AssistantAnswer },
  now: Ms,
): AssistedState {
  const mended = answer.kind === "mends" ? [...new Set([...state.mended, answer.piece])] : state.mended;
  const proposed = proposedBy(answer, { ...state, mended });
  const coding = { ...state.coding, notice: null, progressAtMs: proposed.length > 0 ? now : state.coding.progressAtMs };
  const next = { ...state, coding, mended, requests: [...state.requests, { seq, atMs: now, text, answer, proposed }] };
  if (answer.kind !== "mends" || Object.hasOwn(state.noticed, answer.piece)) return next;
  return { ...next, noticed: { ...state.noticed, [answer.piece]: { seq, quote: answer.quote, to: "assistant" } } };
}

function proposedBy(answer: AssistantAnswer, { assistant, mended }: AssistedState): Proposed[] {
  const as = (piece: string): Proposed => ({ piece, mended: mended.includes(piece) });
  if (answer.kind === "whole") return assistant.pieces.map(({ id }) => as(id));
  return answer.kind === "piece" || answer.kind === "mends" ? [as(answer.piece)] : [];
}

function taken(
  state: AssistedState,
  { seq, action }: { seq: number; action: Extract<AssistedAction, { type: "take" }> },
  now: Ms,
): AssistedDecided {
  const proposed = proposalOf(state, action.piece);
  if (!proposed) return { state, moves: [] };
  const code = mergeCode(action.code ?? state.coding.code, codeOf(state.assistant, proposed));
  const next = { ...state, takes: [...state.takes, { seq, piece: action.piece }] };
  return within(next, inner(state.coding, { seq, action: { type: "code", code }, outcome: { type: "noted" } }, now));
}

/** Asked once, about something that was taken: how do you know? It goes before what the run itself gives rise to. */
function doubting(before: AssistedState, decided: AssistedDecided, now: Ms): AssistedDecided {
  const { state } = decided;
  const piece = inDoubt(state);
  if (!piece) return decided;
  const core = `Before you hand anything in: how do you know that “${piece.title}” does what you want?`;
  const kept = remarksIn(before, decided);
  const coding = { ...kept.state, remarks: before.coding.remarks };
  const question = { id: "how-known", act: "probe", core } as const;
  const asked = both({ ...kept, state: coding }, (next) => askOnce(next, question, now));
  return within({ ...state, doubted: piece.id }, asked);
}

/** Once the code is done, what was not trusted is asked before anything else. */
function led(before: AssistedState, decided: AssistedDecided, now: Ms): AssistedDecided {
  const { state } = decided;
  const closing = state.coding.over === "done" || (state.coding.over === null && isDone(state.coding));
  if (!closing || state.requests.length === 0 || state.coding.asked.includes(UNTRUSTED_ID)) return decided;
  const kept = remarksIn(before, decided);
  const open: CodingState = { ...kept.state, waiting: null, over: null };
  return within(
    state,
    both({ ...kept, state: open }, (coding) => askOnce(coding, { id: UNTRUSTED_ID, act: "ask", core: UNTRUSTED }, now)),
  );
}

/** What the inner round says beside its question and its end: those give way to a question of this round, and come later. */
function remarksIn(before: AssistedState, { state, moves }: AssistedDecided): Decided {
  const said = moves.filter(({ act }) => act !== "ask" && act !== "probe" && act !== "close");
  const fresh = state.coding.asked.filter((id) => said.some(({ about }) => about === id));
  const asked = [...new Set([...before.coding.asked, ...fresh])];
  return { state: { ...state.coding, asked }, moves: said };
}

/** Faults that are named, a plan, and what was not trusted. */
function listened(state: AssistedState, { seq, text, reading }: Said): AssistedState {
  const points = reading.points.filter(({ probability }) => probability >= MET);
  const of = (prefix: string) => points.filter(({ id }) => id.startsWith(prefix));
  const met = new Set(metFaults(state).map(({ id }) => id));
  const noticed = { ...state.noticed };
  for (const { id, span } of of("fault:")) {
    const piece = id.slice("fault:".length);
    if (!met.has(piece) || Object.hasOwn(noticed, piece)) continue;
    noticed[piece] = { seq, quote: (span?.text ?? text).trim(), to: "interviewer" };
  }
  const parts = of("part:").map(({ id }) => id.slice("part:".length));
  const plan =
    state.plan === null && state.requests.length === 0 && parts.length >= PARTS_OF_A_PLAN
      ? { seq, quote: text.trim().slice(0, 300), pieces: parts }
      : state.plan;
  const answers = state.coding.waiting?.id === UNTRUSTED_ID && reading.intent === "answers";
  return { ...state, noticed, plan, told: answers ? { seq, quote: text.trim() } : state.told };
}
