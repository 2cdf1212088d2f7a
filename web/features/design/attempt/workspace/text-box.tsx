import { type Ref, useEffect, useRef } from "react";
import { afterSaying, useDictation } from "../../../../ui/dictation.ts";
import { DictateButton, DictationNotes, Interim } from "../../../../ui/dictation-parts.tsx";

type Props = {
  labelledBy: string;
  value: string;
  onChange: (text: string) => void;
  readOnly?: boolean;
  ref?: Ref<HTMLTextAreaElement>;
  /** The first field of its phase takes the focus. */
  "data-first"?: string | undefined;
};

/** A box for a few sentences that grows with them, typed or dictated. */
export function TextBox({ labelledBy, value, onChange, readOnly = false, ref, ...rest }: Props) {
  const latest = useRef(value);
  latest.current = value;
  const dictation = useDictation((said) => {
    if (!readOnly) onChange(afterSaying(latest.current, said));
  });
  const { stop, offered } = dictation;
  useEffect(() => {
    if (readOnly) stop(); // what is sent is what was said so far
  }, [readOnly, stop]);
  return (
    <div data-text-box>
      <div className="sheet overflow-hidden">
        <textarea
          {...rest}
          ref={ref}
          aria-labelledby={labelledBy}
          placeholder={offered ? "Write as you would speak, or dictate" : "Write as you would speak"}
          value={value}
          readOnly={readOnly}
          rows={4}
          maxLength={20_000}
          spellCheck
          onChange={(event) => onChange(event.target.value)}
          className="field-sizing-content block max-h-[60dvh] min-h-28 w-full resize-y rounded-[inherit] bg-transparent px-4 py-3 text-[16px] leading-7 -outline-offset-2 placeholder:text-ink-3"
        />
        <Interim dictation={dictation} />
        {offered && !readOnly && (
          <div className="flex justify-end border-t border-line px-2 py-1">
            <DictateButton dictation={dictation} />
          </div>
        )}
      </div>
      <DictationNotes dictation={dictation} />
    </div>
  );
}
