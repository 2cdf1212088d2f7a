import type { RoundDimension, RoundEvidence } from "../../../../../shared/rounds/assessment.ts";
import type { AssistantPiece } from "./assistant.ts";
import type { AssistantRequest, AssistedState } from "./assisted-state.ts";

const SPLIT = { pieces: 0.55, order: 0.2, plan: 0.25 };
const SE = 0.12;
/** What is pinned down in a request for everything at once counts for half: nobody can hold it against one part. */
const OF_A_WHOLE = 0.5;

/** How a piece came up first: by itself, or with everything. */
type First = { piece: AssistantPiece; request: AssistantRequest; at: number };

/** Whether the work was split, and whether the requests said what was wanted. */
export function assessAsking(state: AssistedState): RoundDimension[] {
  const firsts = firstsOf(state);
  return [decomposition(state, firsts), directing(state, firsts)];
}

function firstsOf({ assistant, requests }: AssistedState): First[] {
  return assistant.pieces.flatMap((piece) => {
    const at = requests.findIndex(({ proposed }) => proposed.some((each) => each.piece === piece.id));
    const request = requests[at];
    return request ? [{ piece, request, at }] : [];
  });
}

function decomposition({ plan }: AssistedState, firsts: readonly First[]): RoundDimension {
  const apart = firsts.filter(({ request }) => request.answer.kind !== "whole");
  const inPieces = share(apart.length, firsts.length);
  const inOrder = share(apart.filter((each) => isInOrder(each, firsts)).length, apart.length);
  const whole = firsts.find(({ request }) => request.answer.kind === "whole")?.request;
  const evidence: RoundEvidence[] = [
    plan
      ? { seq: plan.seq, quote: plan.quote, says: "Said how to split it before asking for anything.", good: true }
      : { seq: null, quote: "", says: "Said no plan before the first request.", good: false },
    ...(whole ? [{ seq: whole.seq, quote: whole.text, says: "Asked for all of it at once.", good: false }] : []),
    ...(inPieces === 1
      ? [
          {
            seq: apart[0]?.request.seq ?? null,
            quote: "",
            says: `Asked for ${apart.length} parts one by one.`,
            good: true,
          },
        ]
      : []),
  ];
  return {
    id: "decomposition",
    title: "Decomposition",
    weight: 0.15,
    score:
      firsts.length === 0
        ? null
        : SPLIT.pieces * inPieces + SPLIT.order * inOrder + SPLIT.plan * (plan === null ? 0 : 1),
    se: firsts.length === 0 ? null : SE,
    evidence: firsts.length === 0 ? [] : evidence,
    stronger:
      "A plan said aloud first: the parts, what each takes and gives, and in which order; then one request for each.",
  };
}

/** Whether what a piece builds on was there, or was never asked for. */
function isInOrder({ piece, at }: First, firsts: readonly First[]): boolean {
  return firsts.every((other) => !piece.needs.includes(other.piece.id) || other.at < at);
}

function directing({ requests }: AssistedState, firsts: readonly First[]): RoundDimension {
  const told = firsts.map(({ piece }) => toldAbout(piece, requests));
  const [best] = told.toSorted((a, b) => b.share - a.share);
  const [worst] = told.toSorted((a, b) => a.share - b.share);
  const evidence = [
    ...(best && best.share >= 0.5
      ? [
          {
            seq: best.request.seq,
            quote: best.request.text,
            says: "Said what goes in, what comes out and what happens at the edges.",
            good: true,
          },
        ]
      : []),
    ...(worst && worst.share < 0.5
      ? [
          {
            seq: worst.request.seq,
            quote: worst.request.text,
            says: `Left open: ${worst.left.join("; ")}.`,
            good: false,
          },
        ]
      : []),
  ];
  return {
    id: "directing",
    title: "Directing the assistant",
    weight: 0.15,
    score: told.length === 0 ? null : told.reduce((sum, each) => sum + each.share, 0) / told.length,
    se: told.length === 0 ? null : SE,
    evidence,
    stronger: worst?.left[0]
      ? `Requests that say it before it goes wrong: ${worst.left.join("; ")}.`
      : "Requests that name inputs, what comes out, and the cases at the edge.",
  };
}

type Told = { share: number; request: AssistantRequest; left: string[] };

/** The request for a piece that pinned down most of its details. */
function toldAbout(piece: AssistantPiece, requests: readonly AssistantRequest[]): Told {
  const all = requests.flatMap((request): Told[] => {
    const named = namedIn(request, piece.id);
    if (named === undefined) return [];
    const weight = request.answer.kind === "whole" ? OF_A_WHOLE : 1;
    const left = piece.details.filter((_, at) => !named.includes(at)).map(({ says }) => says);
    return [{ share: (weight * named.length) / piece.details.length, request, left }];
  });
  const [best] = all.toSorted((a, b) => b.share - a.share);
  const [request] = requests;
  if (best) return best;
  if (!request) throw new Error("a piece was proposed without a request");
  return { share: 0, request, left: piece.details.map(({ says }) => says) };
}

function namedIn({ answer }: AssistantRequest, piece: string): number[] | undefined {
  if (answer.kind === "whole") return answer.named[piece] ?? [];
  return answer.kind === "piece" && answer.piece === piece ? answer.named : undefined;
}

function share(part: number, of: number): number {
  return of === 0 ? 0 : part / of;
}
