import type { Ref } from "react";

type Props = {
  labelledBy: string;
  value: string;
  onChange: (text: string) => void;
  readOnly?: boolean;
  ref?: Ref<HTMLTextAreaElement>;
  /** The first field of its phase takes the focus. */
  "data-first"?: string | undefined;
};

/** A box for a few sentences that grows with them. */
export function TextBox({ labelledBy, value, onChange, readOnly = false, ref, ...rest }: Props) {
  return (
    <textarea
      {...rest}
      ref={ref}
      aria-labelledby={labelledBy}
      placeholder="Write as you would speak"
      value={value}
      readOnly={readOnly}
      rows={4}
      maxLength={20_000}
      spellCheck
      onChange={(event) => onChange(event.target.value)}
      className="sheet field-sizing-content block max-h-[60dvh] min-h-28 w-full resize-y px-4 py-3 text-[16px] leading-7 placeholder:text-ink-3 focus:border-accent"
    />
  );
}
