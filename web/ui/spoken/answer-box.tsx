import type { Ref } from "react";
import { countWords } from "../../../src/lib/text.ts";
import { DictateButton, DictationNotes, Interim } from "../dictation-parts.tsx";
import { paceAdvice, paceOf, TARGET_SECONDS } from "./pace.ts";
import type { SpokenText } from "./spoken-text.ts";

type Range = { least: number; most: number };
type Props = {
  label: string;
  rows: number;
  spoken: SpokenText;
  /** How long it should take to say; an answer of one to two minutes where nothing else is said. */
  targetSeconds?: Range;
  /** How many words it should have; the meter then shows these and not the time. */
  targetWords?: Range;
  ref?: Ref<HTMLTextAreaElement>;
};

/** The answer as it comes, with its length and pace beside it. */
export function AnswerBox({ label, rows, spoken, targetSeconds = TARGET_SECONDS, targetWords, ref }: Props) {
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
          <Progress
            text={text}
            seconds={seconds}
            dictated={dictation.on}
            targetSeconds={targetSeconds}
            targetWords={targetWords}
          />
          <DictateButton dictation={dictation} />
        </div>
      </div>
      <DictationNotes dictation={dictation} />
    </div>
  );
}

type ProgressProps = {
  text: string;
  seconds: number;
  dictated: boolean;
  targetSeconds: Range;
  targetWords: Range | undefined;
};

function Progress({ text, seconds, dictated, targetSeconds, targetWords }: ProgressProps) {
  const words = countWords(text);
  const pace = dictated ? paceOf(words, seconds) : undefined;
  const advice = pace === undefined ? undefined : paceAdvice(pace);
  const { least, most } = targetWords ?? targetSeconds;
  const value = targetWords ? words : seconds;
  return (
    <p className="caption num flex flex-wrap items-center gap-x-3">
      <meter
        aria-label={targetWords ? `Words, aim for ${least} to ${most}` : `Time, aim for ${least} to ${most} seconds`}
        min={0}
        max={most}
        low={least}
        value={Math.min(value, most)}
        className="h-1.5 w-24"
      />
      <span>{targetWords ? `${words} words of ${least} to ${most}` : `${seconds} s of ${least} to ${most}`}</span>
      <span>{targetWords ? `${seconds} s` : `${words} words`}</span>
      {targetWords && words > most && <span className="text-part">too long for this listener</span>}
      {pace !== undefined && (
        <span>
          {pace} a minute{advice && `, ${advice}`}
        </span>
      )}
    </p>
  );
}
