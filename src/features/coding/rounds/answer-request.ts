import { nearnessOf } from "../../../shared/grader/similarity.ts";
import { hasCues } from "../../../shared/rounds/think-aloud/cues.ts";
import type { Comparing } from "../../../shared/rounds/think-aloud/read-aloud.ts";
import type { Assistant, AssistantAnswer, AssistantPiece } from "../model/round/assisted/assistant.ts";
import { faultNamed } from "./fault-named.ts";

/** What a request is read against: the task, and what stands between the candidate and the assistant. */
export type Asking = {
  assistant: Assistant;
  prompt: string;
  starter: string;
  /** Pieces whose fault is on the table. */
  open: readonly AssistantPiece[];
  /** Names of visible tests that failed last. */
  failing: readonly string[];
  /** Whether anything has been proposed. */
  begun: boolean;
};

/** From here on a request is understood. */
const UNDERSTOOD = 0.5;
/** What words that a request for a piece has, and the name of its function, add to nearness. */
const OF_CUES = 0.2;
const OF_NAMES = 0.3;
/** A request for everything that is this near to a piece asks for the piece. */
const SURELY_A_PIECE = 0.8;
const SURELY_WHOLE = 0.68;
/** The task pasted, or most of it. */
const COPIED = 0.6;
const LEAST_COPIED = 150;
const WHOLE_WORDS =
  /\b(?:whole|entire|complete|full)\s+(?:\w+\s+){0,2}?(?:tasks?|problems?|solutions?|things?|programs?|code|functions?|exercise|implementation|file|answer|lot)\b|\b(?:do|write|code|implement|make|give me|want|need|program) (?:me )?(?:everything|it all|all of it|the lot)\b|\b(?:everything|all) at once\b|\b(?:in one go|from start to finish|end to end)\b|\bsolve (?:it|this|the (?:task|problem|exercise))\b/i;
const DOUBTS =
  /\b(?:wrong|bugs?|mistakes?|faults?|(?:an|the|any) errors?|errors? in (?:your|the|that|this)|incorrect|broken|fails?|failing|failed|not right|does(?: not|n't) work|are you (?:really )?sure|check (?:it |that |this |your code )?again|double.?check|look again|(?:review|verify|check) (?:it|that|this|your))\b/i;

const ORDERS =
  /^\W*(?:(?:now|please|then|next|and|ok|okay|can you|could you)\W+)*(?:write|give me|make|compute|implement|put|combine|add)\b/i;
const BOILERPLATE =
  /^\W*(?:(?:now|please|then|next|start with|ok|okay|can you|could you|i need|i want|give me|write|make|implement|compute|do|build)\W+)*(?:(?:a|an|the|me)\s+)?(?:(?:(?:helper|function|part|step|method|piece)s?\s+)?(?:that|which|for|of)\s+)?/i;
const FILLERS = new Set([
  "please",
  "write",
  "implement",
  "the",
  "function",
  "functions",
  "and",
  "for",
  "me",
  "code",
  "now",
]);
const WHOLE_LINES = [
  "Write the code for this problem",
  "Can you code this up for me?",
  "Write the program that the task asks for",
  "Please implement the task on the page",
];

/** What the assistant makes of words: a mended piece where a fault is named, a piece or everything where that is asked for. */
export async function answerRequest(grader: Comparing, asking: Asking, text: string): Promise<AssistantAnswer> {
  const named = await faultNamed(grader, asking.open, text);
  if (named) return { kind: "mends", piece: named.piece, quote: named.quote, by: "words" };
  const isReported = ({ fault }: AssistantPiece) =>
    fault !== null && asking.failing.includes(fault.shows_in) && text.includes(fault.shows_in);
  const reported = asking.open.find(isReported);
  if (reported) return { kind: "mends", piece: reported.id, quote: text.slice(0, 300), by: "test" };
  // whoever only doubts names no part; whoever asks for a part may well speak of errors that it should raise
  if (asking.begun && DOUBTS.test(text) && !ORDERS.test(text)) return { kind: "stands-by" };
  const { pieces } = asking.assistant;
  const near = await nearness(grader, asking, text);
  if (wantsWhole(near, text))
    return { kind: "whole", named: Object.fromEntries(pieces.map((each) => [each.id, detailsIn(each, text)])) };
  const piece = pieces.find(({ id }) => id === near.piece);
  if (!piece || near.toPiece < UNDERSTOOD) return { kind: "unsure" };
  return { kind: "piece", piece: piece.id, named: detailsIn(piece, text) };
}

/** Places of the details that words pin down. */
function detailsIn({ details }: AssistantPiece, text: string): number[] {
  return details.flatMap(({ cues }, at) => (hasCues(text, cues) ? [at] : []));
}

type Near = { piece: string; toPiece: number; toWhole: number };

function wantsWhole({ toPiece, toWhole }: Near, text: string): boolean {
  if (WHOLE_WORDS.test(text)) return toPiece < SURELY_A_PIECE;
  return toWhole >= SURELY_WHOLE && toWhole > toPiece;
}

async function nearness(grader: Comparing, asking: Asking, text: string): Promise<Near> {
  const { assistant, prompt } = asking;
  const pieces = assistant.pieces.map(({ asked, directed, title }) => [title, ...asked, directed].map(bare));
  const lines = [...pieces.flat(), ...WHOLE_LINES, prompt];
  const { values } = await grader.similarities([bare(text), bare(openingOf(text))], lines);
  const best = lines.map((_, at) => Math.max(...values.map((row) => nearnessOf(row[at]))));
  let from = 0;
  const scores = pieces.map((own, at) => {
    const score = Math.max(...best.slice(from, from + own.length)) + told(assistant.pieces[at], text);
    from += own.length;
    return { id: assistant.pieces[at]?.id ?? "", score };
  });
  const [first] = scores.toSorted((a, b) => b.score - a.score);
  const isCopied = text.length >= LEAST_COPIED && (values[0]?.at(-1)?.words ?? 0) >= COPIED;
  const copied = isCopied || namesAlone(asking, text);
  const toWhole = copied ? Number.POSITIVE_INFINITY : Math.max(...best.slice(from, from + WHOLE_LINES.length));
  return { piece: first?.id ?? "", toPiece: first?.score ?? 0, toWhole };
}

/** What the words of a piece and the names that it defines add to nearness. */
function told(piece: AssistantPiece | undefined, text: string): number {
  if (!piece) return 0;
  const opening = openingOf(text);
  const names = [...piece.code.matchAll(/^def (\w+)/gm)].map(([, name = ""]) => name);
  const isNamed = names.some((name) =>
    new RegExp(String.raw`\b(?:write|implement|function|def|now|do) ${name}\b`, "i").test(opening),
  );
  return (
    (hasCues(opening, piece.cues) ? OF_CUES : hasCues(text, piece.cues) ? OF_CUES / 2 : 0) + (isNamed ? OF_NAMES : 0)
  );
}

/** The first sentence of a long request says what is wanted, the others how. */
function openingOf(text: string): string {
  return /^[\s\S]*?[.:;!?](?=\s)/.exec(text)?.[0] ?? text;
}

/** A request without the words that any request has. */
function bare(text: string): string {
  const rest = text.replace(BOILERPLATE, "").trim();
  return rest.split(/\s+/).length < 2 ? text : rest;
}

/** The functions of the starter by their names alone: all of them, or any before there is something to put together. */
function namesAlone({ starter, begun }: Asking, text: string): boolean {
  const names = [...starter.matchAll(/^def (\w+)/gm)].map(([, name = ""]) => name);
  const words = text.match(/\w+/g) ?? [];
  const rest = words.filter((word) => !names.includes(word) && !FILLERS.has(word.toLowerCase()));
  const named = words.filter((word) => names.includes(word));
  return rest.length === 0 && named.length > 0 && new Set(named).size === names.length && !begun;
}
