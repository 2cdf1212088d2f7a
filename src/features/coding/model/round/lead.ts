import { type Act, type Move, move } from "../../../../shared/rounds/move.ts";
import { withRemark } from "../../../../shared/rounds/remarks.ts";
import type { Ms } from "../../../../shared/rounds/round.ts";
import { checksOfTheirOwn } from "./own-cases.ts";
import * as says from "./questions.ts";
import { type CodingState, close, type Decided, hasWritten, isMet, isSolved, nextHint, silent } from "./state.ts";

/** Makes a remark, as long as there are new words for it; says nothing after that. */
export function remark(state: CodingState, act: Act, about = ""): Decided {
  const said = move(act, { topic: state.setup.item.slug, about });
  const remarks = withRemark(state.remarks, said);
  return remarks ? { state: { ...state, remarks }, moves: [said] } : silent(state);
}

type Question = { id: string; act: "ask" | "probe" | "comment" | "open"; core: string };

/** Asks something once; what was asked before is not asked again. */
export function askOnce(state: CodingState, { id, act, core }: Question, now: Ms): Decided {
  if (state.asked.includes(id)) return silent(state);
  const waiting = act === "comment" ? state.waiting : { id, atMs: now };
  return {
    state: { ...state, asked: [...state.asked, id], waiting, lastCore: act === "comment" ? state.lastCore : core },
    moves: [move(act, { topic: state.setup.item.slug, about: id, core })],
  };
}

/** The next of several ways to ask the same kind of thing; none is used twice. */
export function askNext(
  state: CodingState,
  kind: string,
  { ways, now }: { ways: readonly string[]; now: Ms },
): Decided {
  const at = ways.findIndex((_, each) => !state.asked.includes(`${kind}-${each + 1}`));
  const core = ways[at];
  return core === undefined ? silent(state) : askOnce(state, { id: `${kind}-${at + 1}`, act: "probe", core }, now);
}

export function both(first: Decided, then: (state: CodingState) => Decided): Decided {
  const second = then(first.state);
  return { state: second.state, moves: [...first.moves, ...second.moves] };
}

/** The next rung of the ladder, or that there is none. */
export function helpOn(state: CodingState, now: Ms): Decided {
  const rung = nextHint(state);
  const text = rung === undefined ? undefined : state.setup.hints[rung];
  if (rung === undefined || text === undefined || isSolved(state)) return remark(state, "decline", "hint");
  const moves: Move[] = [move("hint", { topic: state.setup.item.slug, about: `hint-${rung + 1}`, core: text })];
  return { state: { ...state, hints: [...state.hints, rung], progressAtMs: now, lastCore: text }, moves };
}

/** What is still to be talked about once the code is done; after the last of it the round ends. */
export function afterwards(state: CodingState, now: Ms): Decided {
  const question = remaining(state).find(({ id }) => !state.asked.includes(id));
  return question ? askOnce(state, question, now) : close(state, "done");
}

function remaining(state: CodingState): Question[] {
  const { kind, followUp } = state.setup;
  const solved = isSolved(state);
  const last: Question[] = followUp
    ? [{ id: "follow-up", act: "ask", core: followUp.ask }]
    : [{ id: "trade-off", act: "ask", core: says.TRADE_OFF }];
  if (kind === "debugging") {
    const explained = isMet(state, "diagnosis") || state.asked.includes("how-known-1");
    return [
      ...(explained || !solved ? [] : [{ id: "how-known-1", act: "probe" as const, core: says.HOW_KNOWN[0] ?? "" }]),
      { id: "guard", act: "ask", core: says.GUARD },
      ...last,
    ];
  }
  const costed = state.growth.length > 0 || isMet(state, "complexity");
  return [
    ...(costed || !hasWritten(state)
      ? []
      : [{ id: "cost-after", act: "probe" as const, core: solved ? says.COST_AFTER : says.COST }]),
    ...(isMet(state, "edge-cases") || checksOfTheirOwn(state)
      ? []
      : [{ id: "edges-after", act: "probe" as const, core: says.EDGES_AFTER }]),
    ...last,
  ];
}
