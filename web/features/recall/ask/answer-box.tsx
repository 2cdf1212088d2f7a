import type { Ref } from "react";
import { DictateButton, DictationNotes, Interim } from "../../../ui/dictation-parts.tsx";
import { paceAdvice, paceOf, TARGET_SECONDS, wordsIn } from "./pace.ts";
import type { SpokenText } from "./spoken-text.ts";

type Props = { label: string; rows: number; spoken: SpokenText; ref?: Ref<HTMLTextAreaElement> };

/** The answer as it comes, with its length and pace beside it. */
export function AnswerBox({ label, rows, spoken, ref }: Props) {
  const { text, change, dictation, seconds } = spoken;
  return (
    <div>
      <div className="sheet overflow-hidden focus-within:border-accent">
        <textarea
          ref={ref}
          aria-label={label}
          placeholder={dictation.offered ? "Type, or dictate" : "Type as you would speak"}
          value={text}
          rows={rows}
          spellCheck
          onChange={(event) => change(event.target.value)}
          className="block w-full resize-y bg-transparent px-4 py-3 text-[16px] leading-7 outline-none placeholder:text-ink-3"
        />
        <Interim dictation={dictation} />
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line px-3 py-1.5">
          <Progress text={text} seconds={seconds} dictated={dictation.on} />
          <DictateButton dictation={dictation} />
        </div>
      </div>
      <DictationNotes dictation={dictation} />
    </div>
  );
}

function Progress({ text, seconds, dictated }: { text: string; seconds: number; dictated: boolean }) {
  const words = wordsIn(text);
  const pace = dictated ? paceOf(words, seconds) : undefined;
  const advice = pace === undefined ? undefined : paceAdvice(pace);
  const { least, most } = TARGET_SECONDS;
  return (
    <p className="caption num flex items-center gap-3">
      <meter
        aria-label={`Time, aim for ${least} to ${most} seconds`}
        min={0}
        max={most}
        low={least}
        value={Math.min(seconds, most)}
        className="h-1.5 w-24"
      />
      <span>
        {seconds} s of {least} to {most}
      </span>
      <span>{words} words</span>
      {pace !== undefined && (
        <span>
          {pace} a minute{advice && `, ${advice}`}
        </span>
      )}
    </p>
  );
}
