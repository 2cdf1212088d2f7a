import { WHOLE } from "../../../../../shared/content/assisted-script.ts";
import type { ShownAssistedRound } from "../../../schema.ts";
import { shownRound } from "../shown-round.ts";
import { codeOf, pieceOf, saysOf } from "./assistant.ts";
import { type AssistedState, takenPieces } from "./assisted-state.ts";

export const MOST_REQUESTS = 40;

/** The round as its candidate may see it: what the assistant proposed, and nothing of what is wrong with it. */
export function shownAssisted(state: AssistedState): ShownAssistedRound {
  const { assistant, requests } = state;
  const taken = new Set(takenPieces(state));
  const newest = new Map(requests.flatMap(({ seq, answer }) => nameOf(answer).map((name) => [name, seq] as const)));
  return {
    ...shownRound(state.coding),
    type: "assisted",
    assistant: {
      exchanges: requests.map(({ seq, text, answer, proposed }, at) => {
        const before = requests.slice(0, at).filter((each) => each.answer.kind === answer.kind).length;
        const [piece] = nameOf(answer);
        return {
          seq,
          asked: text,
          says: saysOf(assistant, answer, before),
          proposal:
            piece === undefined
              ? null
              : {
                  piece,
                  title: piece === WHOLE ? "all of it" : (pieceOf(assistant, piece)?.title ?? piece),
                  code: codeOf(assistant, proposed),
                  isNewest: newest.get(piece) === seq,
                  isTaken: piece === WHOLE ? state.takes.some((take) => take.piece === WHOLE) : taken.has(piece),
                },
        };
      }),
      left: Math.max(0, MOST_REQUESTS - requests.length),
    },
  };
}

function nameOf(answer: AssistedState["requests"][number]["answer"]): string[] {
  if (answer.kind === "whole") return [WHOLE];
  return answer.kind === "piece" || answer.kind === "mends" ? [answer.piece] : [];
}
