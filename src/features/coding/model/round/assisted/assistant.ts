import type { AssistedScript } from "../../../../../shared/content/assisted-script.ts";

/** What the assistant of a round knows, frozen when the round is opened. */
export type Assistant = Pick<AssistedScript, "opening" | "head" | "pieces">;
export type AssistantPiece = Assistant["pieces"][number];

/** What the assistant made of a request: kept with it, so that a replay needs no grader. `named` are places of details of a piece. */
export type AssistantAnswer =
  | { kind: "piece"; piece: string; named: number[] }
  | { kind: "whole"; named: Record<string, number[]> }
  | { kind: "mends"; piece: string; quote: string; by: "words" | "test" }
  | { kind: "stands-by" }
  | { kind: "unsure" };

/** A piece as it was proposed. */
export type Proposed = { piece: string; mended: boolean };

export function pieceOf({ pieces }: Pick<Assistant, "pieces">, id: string): AssistantPiece | undefined {
  return pieces.find((piece) => piece.id === id);
}

/** The code of proposed pieces, with the lines that they share. */
export function codeOf(assistant: Assistant, proposed: readonly Proposed[]): string {
  const codes = proposed.flatMap(({ piece: id, mended }) => {
    const piece = pieceOf(assistant, id);
    return piece ? [mended && piece.fault ? piece.fault.mended : piece.code] : [];
  });
  return [assistant.head, ...codes]
    .map((code) => code.trim())
    .filter((code) => code !== "")
    .join("\n\n\n");
}

/** So that the assistant does not say the same twice in a row. */
const UNSURE = [
  "I am not sure what you want: which part?",
  "That does not tell me which part you mean. Which function should I write?",
  "Sorry, I do not follow. Name the part that you want, and I write it.",
];
const STANDS_BY = [
  "I have looked at it again, and it looks right to me. What exactly do you see?",
  "I am confident in that code. If something is off, tell me which line, or what goes in and what comes out.",
  "It does what the task says. Show me where it does not.",
];
const WHOLE_SAYS =
  "Sure, here is everything in one go: the helpers and the functions of the starter on top. It is complete, you can hand it in.";

/** The words that an answer comes with; `before` is how many of its kind there were. */
export function saysOf(assistant: Assistant, answer: AssistantAnswer, before: number): string {
  switch (answer.kind) {
    case "piece":
      return pieceOf(assistant, answer.piece)?.says ?? "";
    case "whole":
      return WHOLE_SAYS;
    case "mends":
      return pieceOf(assistant, answer.piece)?.fault?.mends ?? "";
    case "stands-by":
      return STANDS_BY[before % STANDS_BY.length] ?? "";
    case "unsure":
      return UNSURE[before % UNSURE.length] ?? "";
  }
}
