import { classNames } from "../../../ui/class-names.ts";
import type { ReadAttempt } from "../types.ts";
import { type Piece, piecesOf } from "./pieces.ts";

type Props = { attempt: ReadAttempt; pointed: string | undefined; onPoint: (id: string | undefined) => void };
type Kind = Exclude<Piece["kind"], "plain">;

/** A line of its own for each, so that colour is never alone. */
const LOOKS: Record<Kind, string> = {
  came: "border-pass border-b-2 bg-pass-wash",
  term: "border-part border-b-2 border-dotted bg-part-wash",
  distortion: "border-fail border-b-4 border-double bg-fail-wash",
};
const NAMES: Record<Kind, string> = {
  came: "came across",
  term: "not known to them",
  distortion: "went too far",
};

/** The explanation as given, with the words that came across, those the listener does not know, and what went too far. */
export function MarkedExplanation({ attempt, pointed, onPoint }: Props) {
  const pieces = piecesOf(attempt);
  const kinds = (Object.keys(LOOKS) as Kind[]).filter((kind) => pieces.some((piece) => piece.kind === kind));
  return (
    <>
      <p className="max-w-[68ch] whitespace-pre-wrap break-words text-[16px] leading-[1.75]">
        {pieces.map((piece, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text do not change places
          <MarkedPiece key={at} piece={piece} pointed={pointed} onPoint={onPoint} />
        ))}
      </p>
      {kinds.length > 0 && (
        <p className="caption mt-3 flex flex-wrap gap-x-4 gap-y-1" aria-hidden="true">
          {kinds.map((kind) => (
            <span key={kind} className={classNames("px-1", LOOKS[kind])}>
              {NAMES[kind]}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function MarkedPiece({ piece, pointed, onPoint }: { piece: Piece } & Omit<Props, "attempt">) {
  const { text, kind, criteria, note } = piece;
  if (kind === "plain") return <span>{text}</span>;
  return (
    <mark
      title={note}
      onMouseEnter={() => onPoint(criteria[0])}
      onMouseLeave={() => onPoint(undefined)}
      className={classNames(
        "rounded-[2px] text-inherit",
        LOOKS[kind],
        pointed !== undefined && criteria.includes(pointed) && "outline-2 outline-accent",
      )}
    >
      {kind !== "came" && <span className="sr-only">{NAMES[kind]}: </span>}
      {text}
    </mark>
  );
}
