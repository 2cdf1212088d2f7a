import { percent } from "../../../ui/figures.ts";
import type { StoryFeedback } from "../types.ts";
import { PART_COLOURS, PART_LETTERS, PART_NAMES, USUAL_SHARES } from "../wording.ts";

/** Parts in proportion of what was told, with their times; each has its letter, so that colour is never alone. */
export function PartsBar({ feedback: { parts, words, seconds } }: { feedback: StoryFeedback }) {
  const told = parts.filter(({ share }) => share > 0);
  return (
    <>
      <div aria-hidden="true" className="mb-3 flex h-7 overflow-hidden rounded-md">
        {told.map(({ part, share }) => (
          <span
            key={part}
            className="flex min-w-0 items-center justify-center border-sheet border-r-2 last:border-r-0"
            style={{ width: `${100 * share}%`, background: PART_COLOURS[part] }}
          >
            {share > 0.04 && <span className="font-medium text-[13px] text-sheet">{PART_LETTERS[part]}</span>}
          </span>
        ))}
      </div>
      <ul className="num flex flex-wrap gap-x-6 gap-y-1 text-[14px]">
        {parts.map(({ part, share, seconds: own }) => (
          <li key={part} className={share === 0 ? "text-ink-3" : ""}>
            <span
              aria-hidden="true"
              className="mr-1.5 inline-block size-2.5 rounded-[2px]"
              style={{ background: PART_COLOURS[part] }}
            />
            {PART_NAMES[part]} {share === 0 ? "none" : `${percent(share)}, ${Math.round(own)} s`}
            {USUAL_SHARES[part] && <span className="text-ink-3"> · {USUAL_SHARES[part]}</span>}
          </li>
        ))}
      </ul>
      <p className="caption num mt-2">
        {words} words, about {Math.round(seconds)} s
      </p>
    </>
  );
}
