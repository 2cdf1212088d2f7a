import type { StoryFeedback, StoryPart } from "../types.ts";
import { PART_COLOURS, PART_LETTERS, PART_NAMES } from "../wording.ts";

/** Neighbouring sentences of one part. */
type Passage = { start: number; end: number; part: StoryPart };

/** The story as told, each passage with the part that it was heard as. */
export function MarkedStory({ text, feedback }: { text: string; feedback: StoryFeedback }) {
  const passages = passagesOf(feedback);
  if (passages.length === 0) return <p className="whitespace-pre-wrap break-words text-[16px]">{text}</p>;
  return (
    <div className="grid gap-2.5">
      {passages.map(({ start, end, part }) => (
        <div key={start} className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-2">
          <span
            title={PART_NAMES[part]}
            className="flex justify-center rounded-[3px] pt-1 font-medium text-[12px] text-sheet"
            style={{ background: PART_COLOURS[part] }}
          >
            <span aria-hidden="true">{PART_LETTERS[part]}</span>
            <span className="sr-only">{PART_NAMES[part]}: </span>
          </span>
          <p className="whitespace-pre-wrap break-words text-[16px] leading-[1.7]">{text.slice(start, end)}</p>
        </div>
      ))}
    </div>
  );
}

function passagesOf({ sentences }: StoryFeedback): Passage[] {
  const passages: Passage[] = [];
  for (const { start, end, part } of sentences) {
    const last = passages.at(-1);
    if (last?.part === part) last.end = end;
    else passages.push({ start, end, part });
  }
  return passages;
}
