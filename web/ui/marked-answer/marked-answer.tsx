import { type GradedWords, piecesOf } from "./highlight.ts";

type Props = { graded: GradedWords; pointed: string | undefined; onPoint: (id: string | undefined) => void };

/** The answer as given, with the words that earned points, and those that were mistaken. */
export function MarkedAnswer({ graded, pointed, onPoint }: Props) {
  const titles = new Map(graded.criteria.map(({ id, metWhen }) => [id, metWhen]));
  return (
    <p className="max-w-[68ch] text-[16px] leading-[1.75] whitespace-pre-wrap">
      {piecesOf(graded).map(({ text, criteria, misconception }, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of an answer do not change places
        if (criteria.length === 0 && misconception === undefined) return <span key={at}>{text}</span>;
        const wrong = misconception !== undefined;
        const strong = pointed !== undefined && (criteria.includes(pointed) || misconception === pointed);
        return (
          <mark
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            key={at}
            title={wrong ? "Mistaken" : criteria.map((id) => titles.get(id)).join("; ")}
            onMouseEnter={() => onPoint(misconception ?? criteria[0])}
            onMouseLeave={() => onPoint(undefined)}
            className={`rounded-[2px] border-b-2 text-inherit ${
              wrong ? "border-fail bg-fail-wash" : "border-pass bg-pass-wash"
            } ${strong ? "outline-2 outline-accent" : ""}`}
          >
            {wrong && <span className="sr-only">mistaken: </span>}
            {text}
          </mark>
        );
      })}
    </p>
  );
}
