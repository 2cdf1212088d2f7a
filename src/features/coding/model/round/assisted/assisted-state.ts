import { WHOLE } from "../../../../../shared/content/assisted-script.ts";
import type { Ms, Step } from "../../../../../shared/rounds/round.ts";
import { type CodingSetup, type CodingState, type Decided, newState, submissionsOf } from "../state.ts";
import { type Assistant, type AssistantAnswer, type Proposed, pieceOf } from "./assistant.ts";

export type AssistedSetup = { coding: CodingSetup; assistant: Assistant };

/** Something that was asked of the assistant. `proposed` is empty where it had nothing to propose. */
export type AssistantRequest = { seq: number; atMs: Ms; text: string; answer: AssistantAnswer; proposed: Proposed[] };

/** Where a fault was named first, and to whom. */
type Noticed = { seq: number; quote: string; to: "assistant" | "interviewer" };

export type AssistedState = {
  /** The round without its assistant: the code, what was judged, the talk. */
  coding: CodingState;
  assistant: Assistant;
  requests: AssistantRequest[];
  takes: { seq: number; piece: string }[];
  /** Pieces that the assistant proposes in their mended form from now on. */
  mended: string[];
  /** By piece: faults that were named after they had been seen. */
  noticed: Record<string, Noticed>;
  /** A split into parts that was told before anything was asked for. */
  plan: { seq: number; quote: string; pieces: string[] } | null;
  /** The piece about which the interviewer wanted to know how one knows. */
  doubted: string | null;
  /** When the answer to what was not trusted came in. */
  told: { seq: number; quote: string } | null;
};

export type AssistedDecided = { state: AssistedState; moves: Decided["moves"] };

export function newAssisted({ coding, assistant }: AssistedSetup): AssistedState {
  return {
    coding: newState(coding),
    assistant,
    requests: [],
    takes: [],
    mended: [],
    noticed: {},
    plan: null,
    doubted: null,
    told: null,
  };
}

export function assistedStep({ state, moves }: AssistedDecided): Step<AssistedState> {
  return { state, moves, over: state.coding.over };
}

/** The round goes on as the inner one decided. */
export function within(state: AssistedState, { state: coding, moves }: Decided): AssistedDecided {
  return { state: { ...state, coding }, moves };
}

/** What was proposed last under a name: a piece, or the whole. */
export function proposalOf({ requests }: AssistedState, name: string): Proposed[] | undefined {
  if (name === WHOLE) return requests.findLast(({ answer }) => answer.kind === "whole")?.proposed;
  const last = requests.findLast(({ proposed }) => proposed.some(({ piece }) => piece === name));
  return last?.proposed.filter(({ piece }) => piece === name);
}

/** Before anything was handed in: nothing of the assistant's can be read in time after that. */
export function requestsInTime({ coding, requests }: AssistedState): AssistantRequest[] {
  const first = submissionsOf(coding)[0]?.seq ?? Number.POSITIVE_INFINITY;
  return requests.filter(({ seq }) => seq < first);
}

/** Pieces with a fault that was proposed, in the order of the script. */
export function metFaults({ assistant, requests }: Pick<AssistedState, "assistant" | "requests">): Assistant["pieces"] {
  const met = new Set(
    requests.flatMap(({ proposed }) => proposed.filter(({ mended }) => !mended).map(({ piece }) => piece)),
  );
  return assistant.pieces.filter(({ id, fault }) => fault !== null && met.has(id));
}

/** Faults that are on the table and that the assistant stands by. */
export function openFaults(state: AssistedState): Assistant["pieces"] {
  return metFaults(state).filter(({ id }) => !state.mended.includes(id));
}

/** Pieces that were taken, each once, the last one last. */
export function takenPieces(state: AssistedState): string[] {
  const all = state.takes.flatMap(({ piece }) =>
    piece === WHOLE ? state.assistant.pieces.map(({ id }) => id) : [piece],
  );
  return [...new Set(all.toReversed())].toReversed();
}

/**
 * The piece that the interviewer asks about before anything that was taken is handed in: one with a fault that nobody has
 * named, where there is one. It is asked of everybody who has taken something, so that it tells nothing. Undefined once it
 * was asked.
 */
export function inDoubt(state: AssistedState): Assistant["pieces"][number] | undefined {
  if (state.doubted !== null || submissionsOf(state.coding).length > 0) return undefined;
  const taken = takenPieces(state);
  const unseen = openFaults(state).find(({ id }) => taken.includes(id) && !Object.hasOwn(state.noticed, id));
  return unseen ?? pieceOf(state.assistant, taken.at(-1) ?? "");
}
