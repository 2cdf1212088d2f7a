import { paragraphsOf } from "../../../ui/paragraphs.ts";
import type { Turn } from "../types.ts";
import { lastWords } from "./question.ts";

/** What the interviewer said last, large and calm; read to those who listen as it comes. */
export function InterviewerWords({ turns, listens }: { turns: readonly Turn[]; listens: boolean }) {
  const { words, standing } = lastWords(turns);
  return (
    <section aria-label="The interviewer" className="mb-5">
      {standing && (
        <p className="mb-2 max-w-[68ch] whitespace-pre-line text-[14px] text-ink-2">
          <span className="sr-only">The question still is: </span>
          {paragraphsOf(standing.text)}
        </p>
      )}
      <div aria-live="polite" aria-relevant="additions" className="flex max-w-[62ch] flex-col gap-3">
        {words.map(({ seq, text }) => (
          <p key={seq} className="settle whitespace-pre-line text-[18px] leading-[1.55] md:text-[20px]">
            {paragraphsOf(text)}
          </p>
        ))}
      </div>
      {listens && words.length === 0 && <p className="late text-ink-3">The interviewer listens.</p>}
    </section>
  );
}
