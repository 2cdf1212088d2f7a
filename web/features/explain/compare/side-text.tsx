import { StateMark } from "../../../ui/state-mark.tsx";
import type { Side } from "../types.ts";
import { audienceNames, markOf } from "../wording.ts";

/** One of the two, with the passages that stand in the other one too. */
export function SideText({ side }: { side: Side }) {
  const { audience, score, same } = side;
  const { tone, label } = markOf(score);
  return (
    <section aria-label={audienceNames[audience]} className="sheet min-w-0 px-4 py-4 sm:px-6">
      <h2 className="mb-2 flex flex-wrap items-baseline justify-between gap-x-3 font-medium">
        {audienceNames[audience]}
        <StateMark tone={tone} className="num text-[14px]">
          {score.toFixed(2)} <span className="font-normal">{label}</span>
        </StateMark>
      </h2>
      <p className="max-w-[68ch] whitespace-pre-wrap break-words text-[15px] leading-7">
        {piecesOf(side).map(({ text, shared }, at) =>
          shared ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text do not change places
            <mark key={at} className="rounded-[2px] border-part border-b-2 border-dotted bg-part-wash text-inherit">
              <span className="sr-only">the same in both: </span>
              {text}
            </mark>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <span key={at}>{text}</span>
          ),
        )}
      </p>
      {same.length > 0 && <p className="caption mt-2">Dotted: word for word the same in both.</p>}
    </section>
  );
}

function piecesOf({ text, same }: Side): { text: string; shared: boolean }[] {
  const pieces: { text: string; shared: boolean }[] = [];
  let at = 0;
  for (const { start, end } of same) {
    if (start > at) pieces.push({ text: text.slice(at, start), shared: false });
    pieces.push({ text: text.slice(start, end), shared: true });
    at = end;
  }
  pieces.push({ text: text.slice(at), shared: false });
  return pieces;
}
